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
import { leavesOut, MOST_LEFT_OUT, piecesOf } from "./quote-elision.ts";
import { type Match, matches, type Searchable, searchable } from "./quote-match.ts";

/** A place in a copy. `exact` is what stands there, letter for letter, not what was typed. */
export interface QuotePlace extends TextQuote, TextPosition {
  /** The number of the page; the offsets count in its text. */
  readonly page: number;
  /** In how many other places the same words stand, what a text has twice over counted once (`PlacesOptions.twice`). */
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

/** Where the words of a quotation stand: as they were typed, or with what it leaves out. In order. */
function allOf(pages: readonly QuotePage[], quote: string): readonly Found[] {
  const whole = normalisedQuote(quote);
  const copy = pages.map((page) => ({ page, searched: searchable(normalise(page.text)) }));
  const all = (pieces: readonly Normalised[]): Found[] =>
    pieces.length === 0
      ? []
      : copy.flatMap((at) => chains(at.searched, pieces).map((parts) => ({ ...at, parts })));
  const asTyped = all([whole]);
  return asTyped.length > 0 ? asTyped : all(piecesOf(quote, whole));
}

/**
 * The place where a quotation stands in a copy; null when its words are not there, or only within other words. Of
 * several, the one with the right words around it, else the one on the right page, else the nearest, else the first:
 * the likeliest, which is a guess. What is to be said in public asks `quotePlaces`.
 *
 * What the quotation leaves out ("… […] …", up to 1,000 characters of one page) is looked for only when it does not
 * stand in the copy as it is, with its dots.
 */
export function findQuote(
  pages: readonly QuotePage[],
  quote: string,
  near: QuoteNear = {},
): QuotePlace | null {
  const found = allOf(pages, quote);
  const best = bestOf(found, near);
  return best ? placeOf(best, found.length - 1) : null;
}

/** Every place where a quotation stands, in order. */
export function everyPlace(pages: readonly QuotePage[], quote: string): readonly QuotePlace[] {
  const found = allOf(pages, quote);
  return found.map((one) => placeOf(one, found.length - 1));
}

/**
 * What a quotation quotes between its two ends in a text, in order: all of it, or its pieces without what it leaves out.
 * What was left out may be private, so where the pieces cannot be told from it, there are none.
 */
export function quotedParts(
  text: string,
  { start, end }: TextPosition,
  quote: string,
): readonly TextPosition[] {
  const stretch = text.slice(start, end);
  const found = everyPlace([{ number: 1, text: stretch }], quote).find(
    (place) => place.start === 0 && place.end === stretch.length,
  );
  if (found) return found.pieces.map((piece) => ({ start: start + piece.start, end: start + piece.end }));
  return leavesOut(quote) ? [] : [{ start, end }];
}

/** What lies between the parts of a quotation: what it leaves out. */
export const gapsOf = (parts: readonly TextPosition[]): readonly TextPosition[] =>
  parts.slice(1).map(({ start }, n) => ({ start: parts[n]?.end ?? start, end: start }));

/** How far a text may be shown around a quotation without showing what another, or the same, leaves out. */
export const clearOf = (gaps: readonly TextPosition[], { start, end }: TextPosition): TextPosition => ({
  start: Math.max(0, ...gaps.filter((gap) => gap.start < start).map((gap) => Math.min(gap.end, start))),
  end: Math.min(Infinity, ...gaps.filter((gap) => gap.end > end).map((gap) => Math.max(gap.start, end))),
});

export interface PlacesOptions {
  /** The second page has all that the first has, and more: a web page's main text, and all that could be seen of it. */
  readonly twice?: boolean;
}

/** Where the words of a quotation stand in a copy, and which of the places is meant. */
export interface QuotePlaces {
  /** Each once. */
  readonly places: readonly QuotePlace[];
  /** Null: the words stand in several places, and nothing says which. */
  readonly meant: QuotePlace | null;
}

/**
 * Where the words of a quotation stand. The one that is meant is the only one there is, or the one that was pointed at:
 * by where it begins, by everything that stands around it, or by being alone on the page that was named. It is never
 * guessed.
 *
 * @returns null when the words are not there, or only within other words
 */
export function quotePlaces(
  pages: readonly QuotePage[],
  quote: string,
  near: QuoteNear = {},
  { twice = false }: PlacesOptions = {},
): QuotePlaces | null {
  const found = allOf(pages, quote);
  const groups = twice ? withoutTwins(found) : found.map((one) => [one]);
  const [only, ...rest] = groups;
  if (!only) return null;
  const isOn = ({ page }: Found) => near.page == null || page.number === near.page;
  const one = (those: readonly Found[]) => (those.length === 1 ? those[0] : undefined);
  const within = (is: (one: Found) => boolean) => one(groups.flatMap((group) => group.find(is) ?? []));
  const [prefix, suffix] = [around(near.prefix, "before"), around(near.suffix, "behind")];
  const meant =
    (near.start == null ? undefined : within((at) => isOn(at) && positionOf(at).start === near.start)) ??
    (rest.length === 0 ? only[0] : undefined) ??
    within((at) => likeness(at, prefix, suffix) === AS_LIKE_AS_CAN_BE) ??
    (near.start == null && near.page != null ? within(isOn) : undefined);
  const place = (at: Found) => placeOf(at, rest.length);
  return {
    places: groups.flatMap(([first]) => (first ? [place(first)] : [])),
    meant: meant ? place(meant) : null,
  };
}

const AS_LIKE_AS_CAN_BE = 4;
/** So many characters on each side know the same place again in the other text. */
const SIDE = 24;

/** What stands beside a place, spaces and line ends at the border aside: the two texts end their lines differently. */
const sideOf = ({ searched: { page }, parts }: Found, side: "before" | "behind"): string => {
  const at = side === "before" ? (parts[0]?.start ?? 0) : (parts.at(-1)?.end ?? 0);
  return side === "before"
    ? page.text
        .slice(Math.max(0, at - SIDE - 1), at)
        .trimEnd()
        .slice(-SIDE)
    : page.text
        .slice(at, at + SIDE + 1)
        .trimStart()
        .slice(0, SIDE);
};

/**
 * Places of the first page with the same place on the second, which has all of the first: known by what stands on both
 * sides, else behind, else before; what is left over pairs in order, for every place of the first is on the second too.
 */
function withoutTwins(found: readonly Found[]): readonly (readonly Found[])[] {
  const firsts = found.filter(({ page }) => page.number === 1);
  const others = new Set(found.filter(({ page }) => page.number !== 1));
  const twins = new Map<Found, Found>();
  const keys: readonly ((one: Found) => string)[] = [
    (one) => `${sideOf(one, "before")}\n${sideOf(one, "behind")}`,
    (one) => sideOf(one, "behind"),
    (one) => sideOf(one, "before"),
    () => "",
  ];
  for (const key of keys) {
    const byKey = Map.groupBy(others, key);
    for (const first of firsts) {
      const twin = twins.has(first) ? undefined : byKey.get(key(first))?.shift();
      if (!twin) continue;
      twins.set(first, twin);
      others.delete(twin);
    }
  }
  return [
    ...firsts.map((first) => [first, ...[twins.get(first) ?? []].flat()]),
    ...[...others].map((other) => [other]),
  ];
}

/** What should stand before or behind, as texts are compared. */
const around = (text: string | null | undefined, side: "before" | "behind"): string => {
  const { text: compared } = normalise(text ?? "");
  return side === "before" ? compared.trimEnd() : compared.trimStart();
};

function bestOf(found: readonly Found[], near: QuoteNear): Found | undefined {
  if (found.length < 2) return found[0];
  const [prefix, suffix] = [around(near.prefix, "before"), around(near.suffix, "behind")];
  const ranked = found.map((one) => ({
    one,
    like: likeness(one, prefix, suffix),
    elsewhere: near.page == null || one.page.number === near.page ? 0 : 1,
    distance: near.start == null ? 0 : Math.abs(positionOf(one).start - near.start),
  }));
  ranked.sort((a, b) => b.like - a.like || a.elsewhere - b.elsewhere || a.distance - b.distance);
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
