/** How the words of a draft passage are known to be its source's: what the desk must see before it publishes them. Pure. */
import type { Bilingual } from "../../core/language/language.ts";
import { type QuotePlace, quotePlaces } from "../../intake/quote/quote-find.ts";
import { type NearestPassage, nearestPassage } from "../../intake/quote/quote-nearest.ts";
import { copyKind } from "../snapshot/snapshot.ts";
import { type CopyConcern, readConcerns } from "../snapshot/snapshot-concern.ts";

export type QuoteState =
  /** A copy has them. */
  | { readonly kind: "in-copy"; readonly copy: CopyPlace; readonly concerns: readonly CopyConcern[] }
  /** Only a copy that something speaks against has them, and nobody has said why it is quoted all the same. */
  | { readonly kind: "in-doubt"; readonly copyId: string; readonly concerns: readonly CopyConcern[] }
  /** A copy has them, and somebody has to say which of several places is meant, or that the one is. */
  | {
      readonly kind: "which-place";
      readonly copy: Omit<CopyPlace, "page">;
      readonly places: readonly QuotePlace[];
      /** How many more there are than are listed. */
      readonly more: number;
    }
  /** Somebody has said why they are shown although none has. */
  | { readonly kind: "reason"; readonly reason: Bilingual }
  /** We hold text of the source, and they do not stand there: with what comes nearest. */
  | { readonly kind: "not-in-copy"; readonly nearest: NearestInCopy | null }
  /** A copy is on its way. */
  | { readonly kind: "waiting" }
  /** It could not be taken: a reason of capture-problem.ts. */
  | { readonly kind: "failed"; readonly problem: string }
  /** What we hold has no text: a picture, or bytes kept elsewhere. */
  | { readonly kind: "no-text" }
  | { readonly kind: "no-copy" };

export interface CopyPlace {
  readonly id: string;
  readonly mediaType: string;
  readonly page: number;
  /** How many pages the copy has. */
  readonly pages: number;
}

export interface NearestInCopy extends CopyPlace {
  readonly passage: NearestPassage;
}

interface CopyText {
  readonly id: string;
  readonly mediaType: string;
  readonly concerns: readonly string[];
  readonly pages: readonly { readonly number: number; readonly text: string }[];
}

/** More than this nobody reads through: the words are too few to be a quotation. */
const MOST_LISTED = 20;

export interface QuoteFacts {
  readonly excerpt: string;
  readonly unchecked: Bilingual | null;
  /** Where the words were found. */
  readonly place: (CopyPlace & { readonly concerns: readonly string[] }) | null;
  /** In how many other places the words stand; without `place`, nobody has said which is meant. */
  readonly otherPlaces: number | null;
  /** The copies of the source, newest first. */
  readonly copies: readonly CopyText[];
  /** The newest attempt to take one. */
  readonly capture: {
    readonly state: "waiting" | "working" | "done" | "failed";
    readonly problem: string | null;
  } | null;
}

export function quoteState(facts: QuoteFacts): QuoteState {
  const { excerpt, unchecked, place, otherPlaces, copies, capture } = facts;
  if (place) {
    const { concerns, ...copy } = place;
    return { kind: "in-copy", copy, concerns: readConcerns(concerns) };
  }
  if (otherPlaces !== null) {
    const open = whichPlace(copies, excerpt);
    if (open) return open;
  }
  if (unchecked) return { kind: "reason", reason: unchecked };
  const doubted = copies.find(
    ({ concerns, pages }) => concerns.length > 0 && quotePlaces(pages, excerpt) !== null,
  );
  // Who entered them may not read the copy; who may says that they are its words.
  const unsaid = whichPlace(copies, excerpt);
  if (unsaid) return unsaid;
  if (doubted) return { kind: "in-doubt", copyId: doubted.id, concerns: readConcerns(doubted.concerns) };
  const [newest] = copies.filter(({ pages }) => pages.length > 0);
  if (newest) return { kind: "not-in-copy", nearest: nearestIn(newest, excerpt) };
  if (capture?.state === "waiting" || capture?.state === "working") return { kind: "waiting" };
  if (copies.length > 0) return { kind: "no-text" };
  if (capture?.state === "failed") return { kind: "failed", problem: capture.problem ?? "" };
  return { kind: "no-copy" };
}

function whichPlace(copies: readonly CopyText[], excerpt: string): QuoteState | null {
  for (const { id, mediaType, pages } of copies.filter(({ concerns }) => concerns.length === 0)) {
    const found = quotePlaces(pages, excerpt, {}, { twice: copyKind(mediaType) === "page" });
    if (!found) continue;
    return {
      kind: "which-place",
      copy: { id, mediaType, pages: pages.length },
      places: found.places.slice(0, MOST_LISTED),
      more: Math.max(0, found.places.length - MOST_LISTED),
    };
  }
  return null;
}

function nearestIn({ id, mediaType, pages }: CopyText, excerpt: string): NearestInCopy | null {
  const passage = nearestPassage(pages, excerpt);
  return passage && { id, mediaType, page: passage.page, pages: pages.length, passage };
}

/**
 * The words of a copy as a quotation: without soft hyphens and other characters that nobody sees, which a copied text is
 * full of and the record takes none of. They do not count when a quotation is looked for.
 */
export const quotable = (text: string): string =>
  text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").trim();
