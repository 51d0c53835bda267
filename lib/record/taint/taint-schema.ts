import { z } from "zod";
import { bilingual, id } from "../../core/language/language-schema.ts";
import type { TaintCause } from "./taint.ts";

const CAUSES = [
  "passage_changed",
  "passage_gone",
  "source_withdrawn",
  "copy_damaged",
  "wording_changed",
  "ground_changed",
  "fact_corrected",
] as const satisfies readonly TaintCause[];

/** A cause as `causeKey` names it. */
const causeNamed = z.string().transform((text, context) => {
  const [cause, causeId] = text.split(":");
  const read = z.object({ cause: z.enum(CAUSES), causeId: id }).safeParse({ cause, causeId });
  if (read.success) return read.data;
  context.addIssue({ code: "custom", message: "not-a-choice" });
  return z.NEVER;
});

/** Why a verdict stands, though something it rests on has become another. Both languages at once: it is published whole. */
export const newClearance = z.strictObject({
  claimId: id,
  causes: z.array(causeNamed).min(1, { error: "too-few" }).max(500, { error: "too-many" }),
  reason: bilingual(1000),
});
export type NewClearance = z.output<typeof newClearance>;

/** Clearances that were proposed together, for the same reason. */
export const theseClearances = z.strictObject({
  claimId: id,
  ids: z.array(id).min(1, { error: "too-few" }).max(500, { error: "too-many" }),
});
export type TheseClearances = z.output<typeof theseClearances>;
