/** Whether a quotation still stands where it stood, when a page is read again. */
import { normalise, type QuotePage, type TextPosition, type TextQuote } from "./quote.ts";
import { findQuote, type QuotePlace } from "./quote-find.ts";
import { type NearestPassage, nearestPassage } from "./quote-nearest.ts";

/** A quotation as it was stored with the copy it was found in. */
export interface KeptQuote extends TextQuote, TextPosition {
  readonly page: number;
}

/**
 * - found: on the same page, at the same place or beside the same words
 * - moved: the same words, but on another page or among others
 * - changed: not there, but a passage that has most of its words
 * - gone: nothing like it; what is nearest all the same, if anything
 */
export type QuoteCheck =
  | { readonly state: "found" | "moved"; readonly place: QuotePlace; readonly nearest: null }
  | { readonly state: "changed"; readonly place: null; readonly nearest: NearestPassage }
  | { readonly state: "gone"; readonly place: null; readonly nearest: NearestPassage | null };

/** From so many words in common a passage is the quoted one, changed. */
const STILL_THE_SAME_PASSAGE = 0.7;

/** Whether what stood beside it still does; where it was the first or last of a page, nothing stands there now. */
function beside(was: string, is: string, side: "before" | "behind"): boolean {
  const [old, now] = [normalise(was).text.trim(), normalise(is).text.trim()];
  if (old === "" || now === "") return old === now;
  // The two are cut between words, and not at the same ones when spaces have changed: the shorter one decides.
  return side === "before"
    ? old.endsWith(now) || now.endsWith(old)
    : old.startsWith(now) || now.startsWith(old);
}

export function checkQuote(kept: KeptQuote, pages: readonly QuotePage[]): QuoteCheck {
  const place = findQuote(pages, kept.exact, kept);
  if (place) {
    const stays =
      place.page === kept.page &&
      (place.start === kept.start ||
        beside(kept.prefix, place.prefix, "before") ||
        beside(kept.suffix, place.suffix, "behind"));
    return { state: stays ? "found" : "moved", place, nearest: null };
  }
  const nearest = nearestPassage(pages, kept.exact);
  return nearest && nearest.similarity >= STILL_THE_SAME_PASSAGE
    ? { state: "changed", place: null, nearest }
    : { state: "gone", place: null, nearest };
}
