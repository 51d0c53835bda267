/** What is looked for: quotations that stand in a text, in its spelling or another, and quotations that do not. */
import { asWritten, spellings, spelt } from "./spellings.mjs";
import { below, chance, swedishText } from "./text.mjs";

/** As much as the Hypothesis client keeps on each side. */
const AROUND = 32;

export const VERBATIM = "verbatim";
export const equivalents = Object.keys(spellings);

/** Each says what of a quotation is looked for, and what is put in its place. */
const changes = {
  "å → a": { pattern: /å/g, put: () => "a" },
  "one figure changed": { pattern: /\d/g, put: (figure) => String((Number(figure) + 1) % 10) },
  "a word left out": { pattern: /(?<=\p{L} )\p{L}+ (?=\p{L})/gu, put: () => "" },
  "“inte” left out": { pattern: /(?<=\p{L} )inte (?=\p{L})/gu, put: () => "" },
};
export const wrongs = Object.keys(changes);

const isSpace = (character) => character === " " || character === "\n";

/** A stretch of whole words, of about a length, with a place in it. */
function stretch(text, length, around, random) {
  let start = Math.max(0, Math.min(around - below(random, length), text.length - length));
  while (start > 0 && !isSpace(text[start - 1])) start -= 1;
  let end = start + length;
  while (end < text.length && !isSpace(text[end])) end += 1;
  while (isSpace(text[end - 1])) end -= 1;
  return { start, end };
}

const stored = ({ text, places }, { start, end }) => {
  const [from, to] = [places[start], places[end]];
  return {
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - AROUND), from),
    suffix: text.slice(to, to + AROUND),
    start: from,
  };
};

const differs = (one, other, position) => stored(one, position).exact !== stored(other, position).exact;

/** @returns what is looked for in what, and where it stands; `at` is null of a quotation that does not */
function query(kind, source, target, position) {
  const at = { start: target.places[position.start], end: target.places[position.end] };
  return { kind, text: target.text, quote: stored(source, position), at };
}

/** All queries for one text and one length of quotation, `count` of each kind. */
export function* queries(size, length, count) {
  const random = chance(size + length);
  const plain = asWritten(swedishText(size, random));
  const copies = new Map(equivalents.map((name) => [name, spelt(plain.text, spellings[name](random))]));
  const anywhere = () => stretch(plain.text, length, below(random, plain.text.length), random);
  for (let n = 0; n < count; n += 1) {
    yield query(VERBATIM, plain, plain, anywhere());
    for (const [name, copy] of copies) {
      let position = anywhere();
      while (!differs(plain, copy, position)) position = anywhere();
      // Either the copy is in another spelling, or what was pasted is.
      yield n % 2 === 0 ? query(name, plain, copy, position) : query(name, copy, plain, position);
    }
    for (const name of wrongs)
      yield wrong(name, plain, n % 2 === 0 ? plain : copies.get("all of these"), length, random);
  }
}

/** A new paragraph is no other words. */
const inOneLine = (text) => text.replaceAll("\n", " ");

/** A quotation that is wrong in one thing. One that stands somewhere all the same would be right: another is taken. */
function wrong(name, plain, target, length, random) {
  const { pattern, put } = changes[name];
  const all = [...plain.text.matchAll(pattern)];
  for (;;) {
    const position = stretch(plain.text, length, all[below(random, all.length)].index, random);
    const { exact, ...context } = stored(plain, position);
    const within = [...exact.matchAll(pattern)];
    if (within.length === 0) continue;
    const { index, 0: was } = within[below(random, within.length)];
    const changed = exact.slice(0, index) + put(was) + exact.slice(index + was.length);
    if (!inOneLine(plain.text).includes(inOneLine(changed)))
      return { kind: name, text: target.text, quote: { exact: changed, ...context }, at: null };
  }
}
