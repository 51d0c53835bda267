/** What was typed into a search, as words to be looked for. Pure. */

/** Something that is looked for: a word, or words that stand beside each other. */
export interface Term {
  /** In lower case, without accents. More than one: just so, beside each other. */
  readonly words: readonly string[];
  /** Nothing that has it is found. */
  readonly excluded: boolean;
  /** It may be the beginning of a word: whoever types has not finished. */
  readonly beginning: boolean;
  /** Between quotation marks: these words, and none that are only like them. */
  readonly exact: boolean;
}

/** One of the terms of each is enough; every one of these is wanted. */
export type Wanted = readonly Term[];

/** Letters with an accent that readers leave out. The same as search_fold in the database. */
const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  "é:e è:e ê:e ë:e á:a à:a â:a ã:a ü:u ú:u ù:u û:u í:i ì:i î:i ï:i ó:o ò:o ô:o õ:o ñ:n ç:s š:s ž:z ø:ö æ:ä"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** In lower case, without the accents that may be left out; å, ä and ö stay. */
const folded = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .normalize("NFC")
    .replaceAll(/[^\0-\x7f]/g, (letter) => ACCENTS[letter] ?? letter);

/** As somebody types who has no å, ä and ö. */
export const plain = (word: string): string =>
  word.replaceAll(/[åäö]/g, (letter) => (letter === "ö" ? "o" : "a"));

/** What stands between words, but for hyphens: as in search_words in the database, and signs that are no letters besides. */
const BETWEEN = /[^\p{L}\p{M}\p{N}\u2010-\u2013-]+/u;
const HYPHENS = /[-\u2010-\u2013]+/u;
/** The longest word that is told apart from others. */
const LONGEST_WORD = 60;

/** A text as its words, those that a hyphen joins together. */
const wordGroups = (text: string): string[][] =>
  folded(text)
    .split(BETWEEN)
    .map((chunk) => chunk.split(HYPHENS).filter(Boolean))
    .filter((words) => words.length > 0)
    .map((words) => words.map((word) => [...word].slice(0, LONGEST_WORD).join("")));

const listed = (words: string) => new Set(words.split(" ").flatMap((word) => [word, plain(word)]));

/** Words that a question is made of, and those that stand everywhere: not looked for when there are others. */
const UNASKED: ReadonlySet<string> = new Set([
  ...listed(
    "och att det som en ett den de i på av för med till om från har hade haft är var vara varit blev blivit bli blir så vid men eller än då när där här nu sig sin sitt sina han hon dem hans hennes deras dess detta dessa denna ska skulle kan kunde vill också bara någon något några enligt man vi ni jag du vem vad vilka vilken vilket varför hur huruvida sant sanning sann stämmer stämma stämde verkligen egentligen ju väl",
  ),
  ...listed(
    "the a an and or of to in on at by for from with as is are was were be been being has have had having it its this that these those they them their he she his her who what which when where why how whether will would can could should may might must do does did so but if any according true truth really correct it's",
  ),
]);

const isOr = (token: string) => /^(?:or|OR|ELLER)$/.test(token);

/** Words in quotation marks, or what stands between spaces; with a minus before it or not. */
const TOKENS = /(?<!\S)(-?)(?:["”“]([^"”“]*)["”“]?|([^\s"”“]+))/gu;

/**
 * Reads what was typed: words, "words just so", -without, one or other. Words that only make a question of it are left out
 * when others are there, and a minus says nothing by itself.
 */
export function readWords(typed: string): readonly Wanted[] {
  const wanted: { terms: Term[]; weak: boolean }[] = [];
  let joins = false;
  // A quotation mark needs no space before it.
  for (const [, minus, phrase, token] of typed
    .replaceAll(/(?<=[^\s-])(["”“])(?=[^\s"”“])/gu, " $1")
    .matchAll(TOKENS)) {
    if (token !== undefined && isOr(token) && wanted.length > 0) {
      joins = true;
      continue;
    }
    const excluded = minus === "-";
    const groups = wordGroups(phrase ?? token ?? "");
    const units = phrase === undefined ? groups : groups.length > 0 ? [groups.flat()] : [];
    for (const words of units) {
      const term = { words, excluded, beginning: false, exact: phrase !== undefined };
      const weak = phrase === undefined && !excluded && words.every((word) => UNASKED.has(word));
      const last = wanted.at(-1);
      if (joins && last && !excluded) last.terms.push(term);
      else wanted.push({ terms: [term], weak });
      joins = false;
    }
  }
  const strong = wanted.filter(({ weak }) => !weak);
  const kept = strong.some(({ terms }) => terms.some(({ excluded }) => !excluded)) ? strong : wanted;
  const [final] = kept.slice(-1);
  const ends = final === wanted.at(-1);
  return kept.map(({ terms }, at) =>
    terms.map((term, n) => ({
      ...term,
      beginning: ends && at === kept.length - 1 && n === terms.length - 1 && !term.exact && !term.excluded,
    })),
  );
}
