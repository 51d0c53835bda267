/** Finds a quotation in the text of a copy: the words as they stand there, where, and what stands around them. */
import {
  type Normalised,
  normalise,
  normalisedQuote,
  originalPosition,
  type QuotePage,
  type TextPosition,
  type TextQuote,
} from "./quote.ts";
import { quoteContext } from "./quote-context.ts";
import { MOST_LEFT_OUT, piecesOf } from "./quote-elision.ts";
import { type Match, matches, type Searchable, searchable } from "./quote-match.ts";

/** A place in a copy. `exact` is what stands there, letter for letter, not what was typed. */
export interface QuotePlace extends TextQuote, TextPosition {
  /** The number of the page; the offsets count in its text. */
  readonly page: number;
  /** In how many other places the same words stand. */
  readonly others: number;
  /** Whether the quotation left something out. `exact` has it whole, from its first word to its last. */
  readonly elided: boolean;
  /** What was quoted of it, in order: one position, or one for each piece. */
  readonly pieces: readonly TextPosition[];
}

/** What is known of the place that is meant, when the words stand in several. */
export interface QuoteNear {
  readonly page?: number | null;
  readonly start?: number | null;
  readonly prefix?: string | null;
  readonly suffix?: string | null;
}

interface Found {
  readonly page: QuotePage;
  readonly searched: Searchable;
  /** One, or as many as the quotation has pieces. */
  readonly parts: readonly Match[];
}

/** Where the pieces follow each other, each as near the one before it as can be, and the first as near the last. */
function chains(searched: Searchable, pieces: readonly Normalised[]): readonly (readonly Match[])[] {
  const [firsts = [], ...rest] = pieces.map((piece) => [...matches(searched, piece)]);
  const byEnd = new Map<number, readonly Match[]>();
  // Later firsts have later seconds: each list is gone through once.
  const reached = rest.map(() => 0);
  for (const first of firsts) {
    const parts = [first];
    let [end, leftOut] = [first.end, 0];
    for (const [n, places] of rest.entries()) {
      let at = reached[n] ?? 0;
      while ((places[at]?.start ?? end) < end) at += 1;
      reached[n] = at;
      const next = places[at];
      if (!next) return [...byEnd.values()];
      leftOut += next.start - end;
      end = next.end;
      parts.push(next);
    }
    if (leftOut <= MOST_LEFT_OUT) byEnd.set(end, parts);
  }
  return [...byEnd.values()];
}

/** How many characters two texts have in common where they meet the quotation: before it, or behind it. */
function inCommon(one: string, other: string, side: "before" | "behind"): number {
  const at = (text: string, n: number) => (side === "behind" ? text[n] : text[text.length - 1 - n]);
  let n = 0;
  while (n < one.length && n < other.length && at(one, n) === at(other, n)) n += 1;
  return n;
}

/** Longer than any prefix or suffix that is kept. */
const NEIGHBOURHOOD = 200;

/** How much of what should stand around a place does: 0–4. In quarters, so that a chance letter decides nothing. */
function likeness({ searched: { page }, parts }: Found, prefix: string, suffix: string): number {
  const [start, end] = [parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0];
  if (prefix.length + suffix.length === 0) return 0;
  const before = page.text.slice(Math.max(0, start - NEIGHBOURHOOD), start).trimEnd();
  const behind = page.text.slice(end, end + NEIGHBOURHOOD).trimStart();
  const common = inCommon(before, prefix, "before") + inCommon(behind, suffix, "behind");
  return Math.round((4 * common) / (prefix.length + suffix.length));
}

/**
 * The place where a quotation stands in a copy; null when its words are not there, or only within other words. Of
 * several, the one with the right words around it, else the one on the right page, else the nearest, else the first.
 *
 * What the quotation leaves out ("… […] …", up to 1,000 characters of one page) is looked for only when it does not
 * stand in the copy as it is, with its dots.
 */
export function findQuote(
  pages: readonly QuotePage[],
  quote: string,
  near: QuoteNear = {},
): QuotePlace | null {
  const whole = normalisedQuote(quote);
  const copy = pages.map((page) => ({ page, searched: searchable(normalise(page.text)) }));
  const all = (pieces: readonly Normalised[]): Found[] =>
    pieces.length === 0
      ? []
      : copy.flatMap((at) => chains(at.searched, pieces).map((parts) => ({ ...at, parts })));
  const asTyped = all([whole]);
  const found = asTyped.length > 0 ? asTyped : all(piecesOf(quote, whole));
  const best = bestOf(found, near);
  return best ? placeOf(best, found.length - 1) : null;
}

function bestOf(found: readonly Found[], near: QuoteNear): Found | undefined {
  if (found.length < 2) return found[0];
  const prefix = normalise(near.prefix ?? "").text.trimEnd();
  const suffix = normalise(near.suffix ?? "").text.trimStart();
  const ranked = found.map((one) => ({
    one,
    around: likeness(one, prefix, suffix),
    elsewhere: near.page == null || one.page.number === near.page ? 0 : 1,
    distance: near.start == null ? 0 : Math.abs(positionOf(one).start - near.start),
  }));
  ranked.sort((a, b) => b.around - a.around || a.elsewhere - b.elsewhere || a.distance - b.distance);
  return ranked[0]?.one;
}

const positionOf = ({ searched: { page }, parts }: Found): TextPosition =>
  originalPosition(page, parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0);

function placeOf(found: Found, others: number): QuotePlace {
  const { page, searched, parts } = found;
  const { start, end } = positionOf(found);
  return {
    page: page.number,
    start,
    end,
    exact: page.text.slice(start, end),
    ...quoteContext(page.text, { start, end }),
    others,
    elided: parts.length > 1,
    pieces: parts.map((part) => originalPosition(searched.page, part.start, part.end)),
  };
}
