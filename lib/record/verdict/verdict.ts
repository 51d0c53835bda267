/** Which ratings the evidence at hand may carry, and how one verdict follows another (the published method, components/method). */

import { isOnScale, lean, RATINGS, type Rating, SCALE, type ScaleRating } from "../../core/rating/rating.ts";
import { isDisinterested, type OwnCase, type Stance } from "../evidence/evidence.ts";

export type ClaimKind = "fact" | "intent" | "opinion" | "prediction";

/** One passage as the rules weigh it. `roots` are the independent roots it rests on, as keys. */
export interface WeighedEvidence {
  readonly stance: Stance;
  readonly ownCase: OwnCase;
  readonly roots: readonly string[];
  /** Those of the roots that do not count for a rating: a party made them for its own good, or nobody is known to have. */
  readonly uncounted?: readonly string[];
}

/** Why a rating is shut. Each has a sentence in messages (`rules.<reason>`). */
export type BlockReason =
  | "not-a-fact"
  | "an-opinion-is-not-checkable"
  | "a-fact-is-checkable"
  | "nothing-supports"
  | "nothing-contradicts"
  | "no-root"
  | "one-root"
  | "own-case-only"
  | "unknown-producer"
  | "counter-evidence";

export interface RatingVerdict {
  readonly rating: Rating;
  readonly reasons: readonly BlockReason[];
}

/** Two roots must agree before a claim may be called supported or contradicted outright. */
const ROOTS_FOR_AN_END = 2;

function blockedOnScale(rating: ScaleRating, evidence: readonly WeighedEvidence[]): BlockReason[] {
  const direction = lean(rating);
  if (direction === 0) {
    // Half-way needs something that carries the claim; without a counterweight it is a gap, not a contradiction.
    return evidence.some((piece) => piece.stance === "supports") ? [] : ["nothing-supports"];
  }
  const stance: Stance = direction > 0 ? "supports" : "contradicts";
  const carrying = evidence.filter((piece) => piece.stance === stance);
  if (carrying.length === 0) return [direction > 0 ? "nothing-supports" : "nothing-contradicts"];

  const reasons: BlockReason[] = [];
  const disinterested = carrying.filter((piece) => isDisinterested(piece.ownCase));
  // A party's word for itself adds no root, and what nobody is known to have made adds none: the count is of roots that
  // others, or its opponents, stand behind.
  const roots = new Set(
    disinterested.flatMap(({ roots, uncounted = [] }) => roots.filter((root) => !uncounted.includes(root))),
  );
  if (disinterested.length === 0)
    reasons.push(
      carrying.some((piece) => piece.ownCase === "unknown") ? "unknown-producer" : "own-case-only",
    );
  // What we have only read about leans nowhere: nobody can look whether it says so.
  else if (roots.size === 0) reasons.push("no-root");
  if (rating === "supported" || rating === "contradicted") {
    if (roots.size > 0 && roots.size < ROOTS_FOR_AN_END) reasons.push("one-root");
    const against: Stance = direction > 0 ? "contradicts" : "supports";
    if (evidence.some((piece) => piece.stance === against && piece.ownCase !== "own_case"))
      reasons.push("counter-evidence");
  }
  return reasons;
}

function blockedByKind(rating: Rating, kind: ClaimKind): BlockReason[] {
  if (isOnScale(rating)) return kind === "fact" ? [] : ["not-a-fact"];
  if (rating === "not_checkable") return kind === "fact" ? ["a-fact-is-checkable"] : [];
  return kind === "opinion" && rating !== "under_review" ? ["an-opinion-is-not-checkable"] : [];
}

/** Every rating of the scale with the reasons that shut it; an empty list means it may be published. */
export function ratingsFor(kind: ClaimKind, evidence: readonly WeighedEvidence[]): RatingVerdict[] {
  return RATINGS.map((rating) => {
    const byKind = blockedByKind(rating, kind);
    const byEvidence = isOnScale(rating) && byKind.length === 0 ? blockedOnScale(rating, evidence) : [];
    return { rating, reasons: [...byKind, ...byEvidence] };
  });
}

export const blockedBy = (
  rating: Rating,
  kind: ClaimKind,
  evidence: readonly WeighedEvidence[],
): readonly BlockReason[] => ratingsFor(kind, evidence).find((row) => row.rating === rating)?.reasons ?? [];

/** The steps of the scale that the rules leave open, and those they shut with the reasons: what the page draws. */
export function openSteps(kind: ClaimKind, evidence: readonly WeighedEvidence[]) {
  const rows = ratingsFor(kind, evidence);
  return SCALE.map((rating) => ({
    rating,
    reasons: rows.find((row) => row.rating === rating)?.reasons ?? [],
  }));
}

/**
 * The parties a rating goes against: those who gain if the claim is true when it leans against it, and the other way
 * round. They must have been asked, or a reason not to is on record. A rating off the scale goes against everybody the
 * claim is about, since naming somebody beside an open accusation is already a harm.
 */
export function criticised(
  rating: Rating,
  interests: readonly { readonly partyId: string; readonly about: boolean; readonly gainsIf: string }[],
): string[] {
  return [
    ...new Set(interests.filter((interest) => goesAgainst(rating, interest)).map(({ partyId }) => partyId)),
  ];
}

/** Whether a rating goes against a party that gains so. Where nobody has said what it gains, every rating does. */
export function goesAgainst(
  rating: Rating,
  { about, gainsIf }: { readonly about: boolean; readonly gainsIf: string },
): boolean {
  const direction = lean(rating);
  if (direction > 0) return gainsIf === "claim_false" || gainsIf === "unknown";
  if (direction < 0) return gainsIf === "claim_true" || gainsIf === "unknown";
  return about && (gainsIf === "claim_false" || gainsIf === "unknown");
}

/** What may be said of a version that follows another. */
export type SuccessionRefusal = "no-reason-for-change" | "nothing-changed";

/** A version says something new; but what was withdrawn may be stood behind again in the same words, for a reason. */
export function succession(
  previous: {
    readonly hash: string;
    readonly contentHash: string;
    readonly withdrawn?: boolean;
  } | null,
  next: { readonly contentHash: string; readonly changeReason: string | null },
): SuccessionRefusal | null {
  if (!previous) return null;
  if (!next.changeReason?.trim()) return "no-reason-for-change";
  return previous.contentHash === next.contentHash && !previous.withdrawn ? "nothing-changed" : null;
}
