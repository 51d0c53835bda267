/** Whether a quotation still stands where it stood, when a page is read again. */
import { normalise, type QuotePage, type TextPosition, type TextQuote } from "./quote.ts";
import { LEAST_CONTEXT } from "./quote-context.ts";
import { everyPlace, findQuote, type QuotePlace } from "./quote-find.ts";
import { type NearestPassage, nearestPassage } from "./quote-nearest.ts";

/** A quotation as it was stored with the copy it was found in. */
export interface KeptQuote extends TextQuote, TextPosition {
  readonly page: number;
}

/**
 * - found: on the same page, in the same sentence and beside the same words
 * - moved: the same, but on another page
 * - changed: the same words, but in another sentence or among others, as when somebody else says them; or not there, but
 *   a passage that has most of its words
 * - gone: nothing like it; what is nearest all the same, if anything
 */
export type QuoteCheck =
  | { readonly state: "found" | "moved"; readonly place: QuotePlace; readonly nearest: null }
  | { readonly state: "changed"; readonly place: null; readonly nearest: NearestPassage }
  | { readonly state: "gone"; readonly place: null; readonly nearest: NearestPassage | null };

/** From so many words in common a passage is the quoted one, changed. */
const STILL_THE_SAME_PASSAGE = 0.7;

/** Longer than any prefix or suffix that is kept. */
const NEIGHBOURHOOD = 200;

/**
 * How what stands beside a place compares with what stood beside the quoted one.
 *
 * - `same`: all that was kept of it stands there, or what is nearest of it, past the end of the sentence
 * - `foreign`: the sentence that the words stand in goes on otherwise: who says them, or what is said of them
 * - `other`: the sentence is the same, and what comes before or after it is not
 * - `nothing`: nothing stood there, so nothing can be missed
 */
type Beside = "same" | "foreign" | "other" | "nothing";

/**
 * Where a sentence, or what is as good as one, ends before what comes next. A line that a colon or comma ends goes on.
 * In texts as they stand, since normalised ones have no lines.
 */
const ENDS = /[.!?…][\p{Pe}\p{Pf}"']*\s+|(?<![:,;\s])\s*[\n\u2028\u2029]\s*/gu;

/** The part of what stands before or behind that belongs to the sentence of the words. */
function ofSentence(text: string, exact: string, side: "before" | "behind"): string {
  if (side === "before") {
    const last = [...text.matchAll(ENDS)].at(-1);
    return last ? text.slice(last.index + last[0].length) : text;
  }
  if (/[.!?…][\p{Pe}\p{Pf}"']*$/u.test(exact)) return "";
  const [stop] = /^[\p{Pe}\p{Pf}"']*[.!?…](?=[\p{Pe}\p{Pf}"']*(?:\s|$))/u.exec(text) ?? [];
  if (stop !== undefined) return stop;
  const end = text.search(ENDS);
  return end < 0 ? text : text.slice(0, end + 1);
}

/** Its words alone, as texts are compared, whatever of them is divided at the ends of lines. */
const wordsOf = (text: string): string =>
  normalise(text)
    .text.replaceAll(/- ?/g, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();

/** How much two texts have in common, from the border outwards. */
function inCommon(was: string, is: string, side: "before" | "behind"): number {
  const at = (text: string, n: number) => text.at(side === "before" ? -1 - n : n);
  let n = 0;
  while (n < was.length && at(was, n) === at(is, n)) n += 1;
  return n;
}

function beside(was: string, is: string, exact: string, side: "before" | "behind"): Beside {
  const old = wordsOf(was);
  const common = inCommon(old, wordsOf(is), side);
  const isWhole = old !== "" && common === old.length;
  // Less is kept only where the text began or ended: there more of the sentence may have come.
  if (isWhole && was.length >= LEAST_CONTEXT) return "same";
  // The longer of the two: lines end elsewhere when a page is set anew, and then a sentence seems to end there.
  const own = [was, is].map((text) => wordsOf(ofSentence(text, exact, side)).length);
  if (common < Math.max(...own)) return "foreign";
  if (old === "") return "nothing";
  return isWhole || common >= LEAST_CONTEXT ? "same" : "other";
}

type State = "found" | "moved" | "changed";

/** What a place where the words stand is to those that were quoted. */
function stateAt(kept: KeptQuote, place: QuotePlace, pages: readonly QuotePage[]): State {
  const text = pages.find(({ number }) => number === place.page)?.text ?? "";
  const sides = [
    beside(
      kept.prefix,
      text.slice(Math.max(0, place.start - NEIGHBOURHOOD), place.start),
      kept.exact,
      "before",
    ),
    beside(kept.suffix, text.slice(place.end, place.end + NEIGHBOURHOOD), kept.exact, "behind"),
  ];
  if (sides.includes("foreign")) return "changed";
  // Whole sentences have nothing of their own beside them: then one of the neighbours must be the same.
  if (sides.includes("other") && !sides.includes("same")) return "changed";
  return place.page === kept.page ? "found" : "moved";
}

const RANK = { found: 0, moved: 1, changed: 2 } as const;

export function checkQuote(kept: KeptQuote, pages: readonly QuotePage[]): QuoteCheck {
  const likeliest = findQuote(pages, kept.exact, kept);
  if (likeliest) {
    const places = [likeliest, ...everyPlace(pages, kept.exact).slice(0, MOST_PLACES)];
    const [best] = places
      .map((place) => ({ place, state: stateAt(kept, place, pages) }))
      .sort((a, b) => RANK[a.state] - RANK[b.state]);
    if (best && best.state !== "changed") return { state: best.state, place: best.place, nearest: null };
    return { state: "changed", place: null, nearest: amongOthers(likeliest, pages) };
  }
  const nearest = nearestPassage(pages, kept.exact);
  return nearest && nearest.similarity >= STILL_THE_SAME_PASSAGE
    ? { state: "changed", place: null, nearest }
    : { state: "gone", place: null, nearest };
}

/** More places than this a page has only of words that say nothing. */
const MOST_PLACES = 200;

/** The same words with what stands around them now, which is what has become another. */
function amongOthers(
  { page, start, end, prefix, suffix }: QuotePlace,
  pages: readonly QuotePage[],
): NearestPassage {
  const text = pages.find(({ number }) => number === page)?.text ?? "";
  const [from, to] = [start - prefix.length, end + suffix.length];
  const at = (a: number, b: number) => text.slice(a, b);
  return {
    ...{ page, start: from, end: to, text: at(from, to) },
    difference: [
      { kind: "added" as const, text: at(from, start) },
      { kind: "same" as const, text: at(start, end) },
      { kind: "added" as const, text: at(end, to) },
    ].filter((part) => part.text !== ""),
    distance: 0,
    similarity: 1,
  };
}
