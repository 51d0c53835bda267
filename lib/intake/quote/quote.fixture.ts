/** Texts as newsrooms meet them: Swedish, and then typed, set, hyphenated and extracted in every way there is. */
import fc from "fast-check";

const WORDS =
  "kommunen flyttade familjer till Exempelby år 2023 utan att nämnden fick veta det Ärendet återkallades på förslag av ordföranden é idé kafé Åmål ÖVERKLAGAN bostäder 1,5 miljoner 12:30 e-post SVT:s det's ﬁnska 𝕊𝕋 👩‍👧 שלום سلام".split(
    " ",
  );
const MARKS = ["", "", "", "", ",", ".", "?", ":", " –", "…", "!"];

const word = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...MARKS))
  .map(([text, mark]) => text + mark);
const quoted = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => `”${words.join(" ")}”`);

/** Words and marks with one space between: the plain spelling, of which the others are variants. */
export const plainText = (minLength = 1, maxLength = 30) =>
  fc
    .array(fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: quoted }), {
      minLength,
      maxLength,
    })
    .map((words) => words.join(" "));

const INVISIBLE = ["\u00AD", "\u200B", "\u200D", "\uFEFF", "\u2060", "\u200F", "\uFE0F"];
const SPACES = [" ", "\u00A0", "\n", "  ", "\r\n\t", "\u2009", "\u2028", "\u202F", " \n\n "];
const DOUBLE = ['"', "“", "”", "„", "«", "»"];
const SINGLE = ["'", "’", "‘", "‚"];
const DASHES = ["-", "‐", "‑", "–", "—", "−"];

const spellings = new Map<string, readonly string[]>([
  ...DOUBLE.map((mark) => [mark, DOUBLE] as const),
  ...SINGLE.map((mark) => [mark, SINGLE] as const),
  ...DASHES.map((dash) => [dash, DASHES] as const),
  [" ", SPACES],
  ["…", ["…", "..."]],
  ["ﬁ", ["ﬁ", "fi"]],
]);

/** How one character may be spelt: `choice` is any number, the same gives the same. */
function spelt(character: string, choice: number): string {
  const ways = spellings.get(character);
  if (ways) return ways[choice % ways.length] ?? character;
  const composed = choice % 3 === 0 ? character.normalize("NFD") : character;
  return choice % 7 === 0 ? composed + (INVISIBLE[choice % INVISIBLE.length] ?? "") : composed;
}

/** The same text in another spelling. A soft hyphen at the end of a line would divide a word: none is left there. */
export const respelt = (text: string, choices: readonly number[]): string =>
  Array.from(text, (character, at) => spelt(character, choices[at % choices.length] ?? 0))
    .join("")
    .replaceAll(/\u00AD(?=[\s\p{Default_Ignorable_Code_Point}]*\s)/gu, "");

const DIVISIONS = ["-\n", "\u2010\n", "-\r\n", "- \n  ", "\u00AD\n", "-\u00AD\n"];

/** The same text with words divided at ends of lines: only within what is letters alone, two at least on each side. */
export const divided = (text: string, choices: readonly number[]): string =>
  text.replaceAll(/(?<![\p{L}\p{M}])\p{Ll}{5,}(?![\p{L}\p{M}])/gu, (whole, at: number) => {
    const choice = choices[at % choices.length] ?? 0;
    if (choice % 3 !== 0) return whole;
    const cut = 2 + (choice % (whole.length - 3));
    // "-⏎och" is a shortened word and not a divided one, and so on for the few words like it.
    const rest = whole.slice(cut);
    return /^(?:och|eller|samt|till|and|or|to|und|oder|resp)/.test(rest)
      ? whole
      : whole.slice(0, cut) + (DIVISIONS[choice % DIVISIONS.length] ?? "") + rest;
  });

export const choices = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 60 });
