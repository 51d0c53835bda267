/**
 * What stands on the timeline of a dispute: the posts, in words and dates. Where they are drawn is
 * timeline-layout.ts; the list on the page and the picture show the same posts.
 */
import type { Rating } from "../../core/rating/rating.ts";

export type RelationKind =
  | "denies"
  | "undercuts"
  | "answers"
  | "narrows"
  | "repeats"
  | "supports"
  | "goes_further";

/** The lane for what the newsroom itself does. */
export const OWN_LANE = "belagt";

export interface Lane {
  /** The slug of the party, or "belagt" for our own lane. */
  readonly id: string;
  readonly name: string;
  /** What the party does in the dispute: "anklagar"; empty for one on no side. */
  readonly role: string;
}

/** A date as the record has it. Null where the source gives none: then `beforePost` or `afterPost` places the post. */
export interface PostDate {
  readonly edtf: string | null;
  /** In the reader's words: "slutet av november 2019". */
  readonly words: string;
}

export interface PostRelation {
  readonly kind: RelationKind;
  /** The post it points at. */
  readonly to: string;
}

export interface Post {
  /** Stable: the anchor of the post in the list and its name in the address. */
  readonly id: string;
  /** "act": what we did besides judging. */
  readonly kind: "claim" | "event" | "silence" | "verdict" | "act";
  readonly lane: string;
  /** The party that acted, when the lane is its body: "Carina Eriksson". */
  readonly by: string | null;
  /** All parties it concerns, for the filter (slugs). */
  readonly parties: readonly string[];
  /** Whole sentence, and the words that fit in the picture. */
  readonly text: string;
  readonly short: string;
  readonly claim: { readonly number: number; readonly slug: string; readonly rating: Rating | null } | null;
  readonly happened: PostDate;
  readonly known: PostDate;
  readonly beforePost: string | null;
  readonly afterPost: string | null;
  readonly relations: readonly PostRelation[];
  /** What the detail under the picture adds: who says so, and the verdict's conclusion. */
  readonly attribution: string;
  /** What the list says besides. */
  readonly note?: string;
  readonly conclusion: string | null;
}

export interface Timeline {
  readonly lanes: readonly Lane[];
  /** In order of the first clock. */
  readonly posts: readonly Post[];
}

/** The two clocks: when it happened, and when the public could know it. */
export type Clock = "happened" | "known";
