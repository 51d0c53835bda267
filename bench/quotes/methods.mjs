/** Three ways to find a quotation: ours, that of the Hypothesis client, and letter for letter. */
import search from "approx-string-match";

/**
 * @typedef {{ exact: string, prefix: string, suffix: string, start: number }} Quote as it was stored: the words, what
 * stood around them, and where
 * @typedef {{ start: number, end: number, score?: number }} Place
 */

export const ours =
  (findQuote) =>
  (text, { exact, prefix, suffix, start }) =>
    findQuote([{ number: 1, text }], exact, { prefix, suffix, start });

/** The floor: it knows one spelling, and takes the first of several places. */
export function letterForLetter(text, { exact }) {
  const start = text.indexOf(exact);
  return start < 0 ? null : { start, end: start + exact.length };
}

/** Every place letter for letter; when there is none, those with the fewest errors. */
function closest(text, words, mostErrors) {
  const places = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    places.push({ start: at, end: at + words.length, errors: 0 });
  return places.length > 0 ? places : search(text, words, mostErrors);
}

/** 0–1. What was not stored tells no place from another, and so counts in full. */
function alike(text, stored) {
  if (stored === "") return 1;
  if (text === "") return 0;
  return 1 - closest(text, stored, stored.length)[0].errors / stored.length;
}

/**
 * The peer: how the Hypothesis client finds a TextQuoteSelector in a web page, by its published method (the `matchQuote`
 * of hypothesis/client, src/annotator/anchoring/match-quote.ts, with the author's own approx-string-match 2.0). Up to
 * half of the quotation may differ, 256 characters at most; of the closest places the one that scores best, by the
 * words (50), what stands before (20) and behind (20), and the position (2).
 */
export function hypothesis(text, { exact, prefix, suffix, start }) {
  let best = null;
  for (const place of closest(text, exact, Math.min(256, exact.length / 2))) {
    const score =
      (50 * (1 - place.errors / exact.length) +
        20 * alike(text.slice(Math.max(0, place.start - prefix.length), place.start), prefix) +
        20 * alike(text.slice(place.end, place.end + suffix.length), suffix) +
        2 * (1 - Math.abs(place.start - start) / text.length)) /
      92;
    if (best === null || score > best.score) best = { start: place.start, end: place.end, score };
  }
  return best;
}
