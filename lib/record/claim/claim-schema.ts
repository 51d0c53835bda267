import { z } from "zod";
import { bilingual, halfBilingual, id, slug } from "../../core/language/language-schema.ts";

export const CLAIM_KINDS = ["fact", "intent", "opinion", "prediction"] as const;
export const RELATION_KINDS = [
  "denies",
  "undercuts",
  "answers",
  "narrows",
  "repeats",
  "supports",
  "goes_further",
] as const;

/** Under this many characters a wording fits where ClaimReview is shown; the limit is 300. */
export const SUGGESTED_WORDING = 75;

export const claimWords = z.strictObject({
  text: halfBilingual(300),
  short: halfBilingual(60),
  restatedBy: halfBilingual(120),
});
export type ClaimWords = z.infer<typeof claimWords>;

export const GAINS_IF = ["claim_true", "claim_false", "neither"] as const;

const interest = z.strictObject({ partyId: id, about: z.boolean(), gainsIf: z.enum(GAINS_IF) });

/** One party more that a claim names, also when the claim is public already. */
export const newInterest = interest.extend({ claimId: id });
export type NewInterest = z.infer<typeof newInterest>;

/** Why a party that made the claim, or that it names, is not concerned by it. Both languages at once: it is published whole. */
export const newNotConcerned = z.strictObject({ claimId: id, partyId: id, reason: bilingual(400) });
export type NewNotConcerned = z.infer<typeof newNotConcerned>;

const interests = z
  .array(interest)
  .max(50)
  .refine((all) => new Set(all.map(({ partyId }) => partyId)).size === all.length, { error: "party-twice" });

/** What a draft claim is, besides its words. */
export const claimNature = z.strictObject({ kind: z.enum(CLAIM_KINDS), interests });
export type ClaimNature = z.infer<typeof claimNature>;

export const newClaim = z.strictObject({
  disputeId: id,
  /** Null: made from the short wording. */
  slug: slug.nullable(),
  /** Its number in the dispute; null: the next one. */
  number: z.int().min(1).max(100_000).nullable(),
  kind: z.enum(CLAIM_KINDS),
  ...claimWords.shape,
  interests,
});
export type NewClaim = z.infer<typeof newClaim>;

export const newRelation = z
  .strictObject({ fromId: id, toId: id, kind: z.enum(RELATION_KINDS) })
  .refine((relation) => relation.fromId !== relation.toId, { error: "relates-to-itself", path: ["toId"] });
export type NewRelation = z.infer<typeof newRelation>;
