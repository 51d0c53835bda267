/**
 * The passage of a copy that is most like a quotation that is not in it, to be shown beside what differs. Two steps: a
 * count of short runs of characters that both have finds the neighbourhood in one pass, and Myers' algorithm (bounded
 * number of changes) the passage within it.
 */
import approximately from "approx-string-match";
import { type Difference, wordDifference } from "../../core/text-difference.ts";
import { type Normalised, normalise, normalisedQuote, originalPosition, type QuotePage } from "./quote.ts";
import { isBorder } from "./quote-border.ts";
import { hasWord } from "./quote-character.ts";
import { piecesOf } from "./quote-elision.ts";
import { findQuote } from "./quote-find.ts";
import { reading } from "./quote-reading.ts";

export interface NearestPassage {
  readonly page: number;
  /** UTF-16 code units in the text of the page, half open, from border to border. */
  readonly start: number;
  readonly end: number;
  /** As it stands in the copy. */
  readonly text: string;
  /** "removed" stands only in the quotation, "added" only in the copy. What normalisation makes equal is the same. */
  readonly difference: readonly Difference[];
  /** How many characters must be changed, added or taken away to make the quotation a part of the passage. */
  readonly distance: number;
  /** How many of both texts' words are the same: 0–1. */
  readonly similarity: number;
}

/** Where more of a quotation than this differs, something else was found. */
const MOST_CHANGED = 0.5;
/** How many characters of neighbourhoods are looked at closely: few long ones, or many short, which are alike by chance. */
const LOOKED_AT = 4000;
const FEWEST_NEIGHBOURHOODS = 3;
/** A passage is widened to whole words, but not without end where there are no spaces. */
const LONGEST_WIDENING = 40;

interface Neighbourhood {
  readonly page: QuotePage;
  readonly text: Normalised;
  readonly end: number;
  readonly shared: number;
}

const RUNS = 1 << 16;
/** Numbers each run of `length` units by where it ends: a sum that the unit leaving it is taken out of again. */
function runsOf(text: string, length: number): (at: number) => number {
  const leaving = 31 ** length % 2 ** 32;
  let sum = 0;
  return (at) => {
    const out = at >= length ? Math.imul(text.charCodeAt(at - length), leaving) : 0;
    sum = (Math.imul(sum, 31) + text.charCodeAt(at) - out) | 0;
    return (sum ^ (sum >>> 16)) & (RUNS - 1);
  };
}

/** Short quotations have few runs: theirs are shorter. */
const runLength = (quote: string) => (quote.length >= 40 ? 5 : quote.length >= 10 ? 3 : 2);

/** Which runs a quotation has, and how long they are. */
function runsIn(quote: string): { readonly wanted: Uint8Array; readonly length: number } {
  const length = runLength(quote);
  const wanted = new Uint8Array(RUNS);
  const runOf = runsOf(quote, length);
  for (let at = 0; at < quote.length; at += 1) {
    const run = runOf(at);
    if (at >= length - 1) wanted[run] = 1;
  }
  return { wanted, length };
}

/** The stretches as long as the quotation that share most runs with it, the best of every half length. */
function* neighbourhoods(
  page: QuotePage,
  quote: string,
  { wanted, length }: ReturnType<typeof runsIn>,
): Generator<Neighbourhood> {
  const text = normalise(page.text);
  const runOfPage = runsOf(text.text, length);
  const hits = new Uint8Array(text.text.length);
  const step = Math.max(1, quote.length >> 1);
  let shared = 0;
  let best = { end: 0, shared: 0 };
  for (let at = 0; at < text.text.length; at += 1) {
    const run = runOfPage(at);
    const hit = at >= length - 1 ? (wanted[run] ?? 0) : 0;
    hits[at] = hit;
    shared += hit - (hits[at - quote.length] ?? 0);
    if (shared > best.shared) best = { end: at + 1, shared };
    if ((at + 1) % step !== 0 && at + 1 < text.text.length) continue;
    if (best.shared > 0) yield { page, text, ...best };
    best = { end: 0, shared: 0 };
  }
}

interface Passage {
  readonly page: QuotePage;
  readonly text: Normalised;
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** The passage with fewest changes in a neighbourhood; null when more than `most` are needed. */
function closest({ page, text, end }: Neighbourhood, quote: string, most: number): Passage | null {
  const from = Math.max(0, end - Math.ceil(1.5 * quote.length) - LONGEST_WIDENING);
  const stretch = text.text.slice(from, end + (quote.length >> 2) + LONGEST_WIDENING);
  const [found] = approximately(stretch, quote, most);
  if (!found) return null;
  return { page, text, start: from + found.start, end: from + found.end, errors: found.errors };
}

/** A passage from border to border, without spaces at its ends. */
function widened({ text: page, start, end, ...rest }: Passage): Passage {
  let [from, to] = [start, end];
  while (page.text[from] === " " && from < to) from += 1;
  while (page.text[to - 1] === " " && from < to) to -= 1;
  while (!isBorder(page, from) && start - from < LONGEST_WIDENING) from -= 1;
  while (!isBorder(page, to) && to - end < LONGEST_WIDENING) to += 1;
  return { ...rest, text: page, start: from, end: to };
}

const words = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Words that stand in both, twice, of all the words of both. */
function similarity(difference: readonly Difference[]): number {
  const count = (kind: Difference["kind"]) =>
    difference.reduce((sum, part) => sum + (part.kind === kind ? words(part.text) : 0), 0);
  const both = 2 * count("same");
  return both === 0 ? 0 : both / (both + count("removed") + count("added"));
}

/** Of a quotation that leaves something out, the piece to show: the first that is nowhere, else the longest. */
function shownPiece(pages: readonly QuotePage[], quote: string): Normalised {
  const whole = normalisedQuote(quote);
  const pieces = piecesOf(quote, whole);
  const missing = pieces.find((piece) => !findQuote(pages, piece.text));
  return missing ?? pieces.toSorted((a, b) => b.text.length - a.text.length)[0] ?? whole;
}

/** Null when nothing in the copy is like the quotation: more than half of it would have to be changed. */
export function nearestPassage(pages: readonly QuotePage[], quote: string): NearestPassage | null {
  const wanted = shownPiece(pages, quote);
  if (!hasWord(wanted.text) || wanted.text.length < 3) return null;
  const runs = runsIn(wanted.text);
  const candidates = pages
    .flatMap((page) => [...neighbourhoods(page, wanted.text, runs)])
    .sort((a, b) => b.shared - a.shared)
    .slice(0, Math.max(FEWEST_NEIGHBOURHOODS, Math.floor(LOOKED_AT / wanted.text.length)));
  let best: Passage | null = null;
  for (const candidate of candidates) {
    const most: number = best ? best.errors - 1 : Math.floor(wanted.text.length * MOST_CHANGED);
    best = (most >= 0 ? closest(candidate, wanted.text, most) : null) ?? best;
  }
  return best && shown(widened(best), wanted);
}

function shown({ page, text, start, end, errors }: Passage, quote: Normalised): NearestPassage {
  const typed = reading(quote, { start: 0, end: quote.text.length }, text.text.slice(start, end));
  const stands = reading(text, { start, end }, typed);
  const difference = wordDifference(typed, stands);
  const place = originalPosition(text, start, end);
  return {
    page: page.number,
    ...place,
    text: page.text.slice(place.start, place.end),
    difference,
    distance: approximately(stands, typed, errors)[0]?.errors ?? errors,
    similarity: similarity(difference),
  };
}
