/** Which event of the dispute somebody means by "mejlet", "utredningen" or "the e-mail". Pure. */
import type { DateAnchor } from "./date-words-span.ts";

/** Words that say nothing of which event is meant: articles, prepositions, and that it took place. */
const IDLE = new Set(
  "the a an en ett den det de att that when när of av i in on på om från from till to med with by vid hade had har has was were blev var är is kom came out ut sin sitt börjat började börjar inletts inleddes inledes skickades skickats skrevs skrivits publicerades publicerats began begun begins started opened sent published written".split(
    " ",
  ),
);

/** An e-mail has many names in both languages; they are one word here. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/^(?:e-?)?(?:mejl|mail|post)(?=et$|en$|s$|ets$|svar|meddelande|$)/, "mejl"],
];

/** Endings of the definite form, the plural and the genitive, Swedish and English. The longest first. */
const ENDINGS = ["arna", "erna", "orna", "ades", "ar", "er", "or", "en", "et", "na", "n", "t", "s"];
/** Shorter than this a stem is any word's: "en" of "enen". */
const SHORTEST_STEM = 3;
/** A part of a compound must be this long: "mejl" in "mejlsvaret". */
const SHORTEST_PART = 4;

const cut = (word: string): string[] =>
  ENDINGS.filter((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM).map(
    (ending) => word.slice(0, -ending.length),
  );

/** The word and what it may be an inflection of: mejlet, mejl. A genitive s may hide an article: kommunens. */
function stems(word: string): string[] {
  const same = SAME.reduce((changed, [pattern, to]) => changed.replace(pattern, to), word);
  const bare = same.replace(/'s$/, "");
  const once = cut(bare);
  const genitive = bare.endsWith("s") ? cut(bare.slice(0, -1)) : [];
  return [...new Set([bare, ...once, ...genitive])];
}

const content = (text: string): string[][] =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("’", "'")
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== "" && !IDLE.has(word))
    .map(stems);

const sameWord = (a: readonly string[], b: readonly string[]) => a.some((stem) => b.includes(stem));
const inCompound = (part: readonly string[], whole: readonly string[]) =>
  part.some(
    (stem) =>
      stem.length >= SHORTEST_PART && whole.some((word) => word.startsWith(stem) || word.endsWith(stem)),
  );

/** 3: the very name. 2: all its words are in the name. 1: some only as parts of compounds. 0: something else. */
function likeness(typed: readonly string[][], name: string): number {
  const words = content(name);
  const all = (fits: typeof sameWord) => typed.every((word) => words.some((other) => fits(word, other)));
  if (all(sameWord)) return words.length === typed.length ? 3 : 2;
  return all((word, other) => sameWord(word, other) || inCompound(word, other)) ? 1 : 0;
}

/**
 * The anchors that the words fit best, in the order given: none, the one that was meant, or several to choose from.
 * Every word typed must be in one of an anchor's names, in some inflection or as part of a compound; a name that fits
 * better shuts out those that fit less.
 */
export function anchorsNamed(typed: string, anchors: readonly DateAnchor[]): DateAnchor[] {
  const words = content(typed);
  if (words.length === 0) return [];
  const scored = anchors.map((anchor) => ({
    anchor,
    score: Math.max(0, ...anchor.names.map((name) => likeness(words, name))),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ anchor }) => anchor);
}
