/** The way of a draft verdict: who may do what with it, and when. Pure. */

export type DraftState = "draft" | "in_review" | "changes_requested";

export type ReviewKind = "submitted" | "changes_requested" | "withdrawn" | "published";

/**
 * The state follows from the newest review; nobody sets it. A submission is about the revision that was submitted: a
 * draft that has been saved since is a draft again.
 */
export function draftState(
  newest: { readonly kind: ReviewKind; readonly revision: number } | null,
  revision: number,
): DraftState {
  if (newest?.kind === "submitted") return newest.revision === revision ? "in_review" : "draft";
  return newest?.kind === "changes_requested" && newest.revision === revision ? "changes_requested" : "draft";
}

/** Whether somebody may be the second person of a draft: has neither written in it nor submitted it. Reviews newest first. */
export const isSecondPerson = (
  memberId: string,
  draft: {
    readonly authors: readonly string[];
    readonly reviews: readonly { readonly kind: ReviewKind; readonly by: string }[];
  },
): boolean =>
  !draft.authors.includes(memberId) &&
  !(draft.reviews[0]?.kind === "submitted" && draft.reviews[0].by === memberId);
