import { z } from "zod";
import { bilingual, id, slug } from "../language/language-schema.ts";

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

export const newClaim = z.strictObject({
  disputeId: id,
  slug,
  number: z.int().min(1).max(100_000),
  kind: z.enum(CLAIM_KINDS),
  /** Under 75 characters is suggested (ClaimReview), 300 is the limit. */
  text: bilingual(300),
  short: bilingual(60),
  restatedBy: bilingual(120),
  interests: z
    .array(
      z.strictObject({
        partyId: id,
        about: z.boolean(),
        gainsIf: z.enum(["claim_true", "claim_false", "neither"]),
      }),
    )
    .max(50),
});
export type NewClaim = z.infer<typeof newClaim>;

export const newRelation = z
  .strictObject({ fromId: id, toId: id, kind: z.enum(RELATION_KINDS) })
  .refine((relation) => relation.fromId !== relation.toId, { error: "relates-to-itself", path: ["toId"] });
export type NewRelation = z.infer<typeof newRelation>;
