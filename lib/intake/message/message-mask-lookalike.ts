/**
 * Letters for digits ("O70-l23 45 67"), raised and lowered digits, and those of Han: a text in plain signs once more, sign
 * by sign, with what stands for a digit as that digit.
 */
const FOR: Readonly<Record<string, string>> = {
  0: "OoQDØøΟοОо°º〇⁰₀",
  1: "lIiıΙІіӀ!|¹₁一〡",
  2: "Zz²₂二〢",
  3: "ЗзЭэ³₃三〣",
  4: "Чч⁴₄四〤",
  5: "Ss$Ѕѕ⁵₅五〥",
  6: "Gbб⁶₆六〦",
  7: "⁷₇七〧",
  8: "Bß⁸₈八〨",
  9: "gq⁹₉九〩",
};
const DIGIT_FOR = new Map(
  Object.entries(FOR).flatMap(([digit, signs]) => [...signs].map((sign) => [sign, digit] as const)),
);
/** A letter is one only where all of its word may be digits, and some of it is or stands beside what is. */
const LETTERS = "OoQDØøΟοОоlIiıΙІіӀZzЗзЭэЧчSsЅѕGbбBßgq";
const SIGNS = "!|$°º";
const FIGURES = "⁰-₉²³¹〇一二三四五六七八九〡-〩";
const DIGIT_OF_ITS_OWN = new RegExp(`[\\d${FIGURES}]`, "gu");
const ANY_LETTER_OR_NUMBER = /[\p{L}\p{N}]/gu;

/** These also stand between words and cells. */
const TOUCHING = `(?<=\\d)[${SIGNS}]|[${SIGNS}](?=\\d)`;

function folding(lookalikes: string, touching = "") {
  const word = `(?<![\\p{L}\\p{N}])[${lookalikes}${FIGURES}\\d]{1,24}(?![\\p{L}\\p{N}])`;
  return {
    amongDigits: new RegExp(
      `\\d[^\\p{L}\\p{N}]{0,3}[${lookalikes}]|[${lookalikes}][^\\p{L}\\p{N}]{0,3}\\d|[${FIGURES}]`,
      "u",
    ),
    lookalike: new RegExp(`[${LETTERS}${FIGURES}]${touching}`, "gu"),
    words: new RegExp(`${word}(?:[^\\p{L}\\p{N}]{1,3}${word}){0,24}`, "gu"),
  };
}
/** Signs also part the groups of a number: with them and without. */
const FOLDINGS = [folding(LETTERS), folding(LETTERS + SIGNS, `|${TOUCHING}`)];

/** The ways to read a text with digits for what looks like them: each as long as `text`, and none as it is. */
export function withDigitsForLetters(text: string): string[] {
  const read = FOLDINGS.filter(({ amongDigits }) => amongDigits.test(text)).map(({ words, lookalike }) =>
    text.replaceAll(words, (found) => inDigits(found, lookalike)),
  );
  return [...new Set(read)].filter((each) => each !== text);
}

/** "og 2020": a word before a number is none of its digits, but for those that look like nothing else. */
const WORD_BEFORE = new RegExp(`^(?![OoОо0lI]+[^\\p{L}\\p{N}])[${LETTERS}]+(?=[^\\p{L}\\p{N}])`, "u");

function inDigits(words: string, lookalike: RegExp): string {
  const digits = words.match(DIGIT_OF_ITS_OWN)?.length ?? 0;
  // Mostly digits: "Zlbo 12" is none.
  if (digits * 2 < (words.match(ANY_LETTER_OR_NUMBER)?.length ?? 0)) return words;
  const [before = ""] = WORD_BEFORE.exec(words) ?? [];
  return before + words.slice(before.length).replaceAll(lookalike, (sign) => DIGIT_FOR.get(sign) ?? sign);
}
