/**
 * Finds normalised words in normalised words. Only a hyphen at the end of a line has more than one reading: "kom-⏎mun"
 * is "kommun", "kom-mun" and "kom- mun", in the text and in the quotation alike. Everything else is letter for letter.
 */
import { type Normalised, normalisedQuote } from "./quote.ts";
import { isBorder } from "./quote-border.ts";
import { hasWord } from "./quote-character.ts";

/** Half open, in the normalised text. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** How many units the hyphen at a place comes to, with the space behind it. None: 0. */
const hyphenAt = (text: string, at: number) => (text[at] !== "-" ? 0 : text[at + 1] === " " ? 2 : 1);

/** Where a quotation ends that begins in a text at `from`; null when it does not stand there. */
function endOf(page: Normalised, from: number, quote: Normalised): number | null {
  // No line ends in a hyphen on either side: the rule in most texts, and many times as fast.
  if (page.breaks.size + quote.breaks.size === 0)
    return page.text.startsWith(quote.text, from) ? from + quote.text.length : null;
  let at = from;
  for (let mine = 0; mine < quote.text.length; ) {
    const here = page.breaks.get(at);
    const there = quote.breaks.get(mine);
    if (here === undefined && there === undefined) {
      if (page.text[at] !== quote.text[mine]) return null;
      at += 1;
      mine += 1;
      continue;
    }
    const [theirs, ours] = [hyphenAt(page.text, at), hyphenAt(quote.text, mine)];
    // One side has the hyphen and the other does not: the same word only if it was divided.
    if (theirs === 0 && there !== "joins") return null;
    if (ours === 0 && here !== "joins") return null;
    at += theirs;
    mine += ours;
  }
  return at;
}

/** A text without its hyphens and the spaces behind them: the same for every reading, so that it can be searched. */
export interface Searchable {
  readonly page: Normalised;
  readonly letters: string;
  /** Where a unit of `letters` stands in the page. */
  readonly placeOf: (letter: number) => number;
}

export function searchable(page: Normalised): Searchable {
  const hyphens = [...page.text.matchAll(/- ?/g)];
  /** For each hyphen, how many letters stand before it, and where the text goes on behind it. */
  const [froms, places] = [[0], [0]];
  let left = 0;
  for (const { index, 0: hyphen } of hyphens) {
    left += hyphen.length;
    froms.push(index + hyphen.length - left);
    places.push(index + hyphen.length);
  }
  function placeOf(letter: number): number {
    let [low, high] = [0, froms.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((froms[middle] ?? 0) <= letter) low = middle;
      else high = middle - 1;
    }
    return (places[low] ?? 0) + letter - (froms[low] ?? 0);
  }
  return { page, letters: page.text.replaceAll(/- ?/g, ""), placeOf };
}

/**
 * How many characters are compared at most. No text that says anything comes near it: 10,000 places of a quotation of
 * 2,000 characters. One made to keep us busy ("a a a a …") is searched no further.
 */
const MOST_COMPARED = 20_000_000;

/** Every place where a quotation stands in a text, from border to border, in order. None for one without words. */
export function* matches({ page, letters, placeOf }: Searchable, quote: Normalised): Generator<Match> {
  if (!hasWord(quote.text)) return;
  const wanted = quote.text.replaceAll(/- ?/g, "");
  const lead = /^(?:- ?)*/.exec(quote.text)?.[0].length ?? 0;
  let left = MOST_COMPARED / wanted.length;
  for (let at = letters.indexOf(wanted); at >= 0 && left > 0; at = letters.indexOf(wanted, at + 1)) {
    left -= 1;
    const start = placeOf(at) - lead;
    if (start < 0 || !isBorder(page, start)) continue;
    const end = endOf(page, start, quote);
    if (end !== null && isBorder(page, end)) yield { start, end };
  }
}

/** Whether two quotations are the same words. */
export function isSameQuote(one: string, other: string): boolean {
  const [a, b] = [normalisedQuote(one), normalisedQuote(other)];
  return endOf(a, 0, b) === a.text.length;
}
