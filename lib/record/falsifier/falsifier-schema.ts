import { z } from "zod";
import { halfBilingual, id } from "../../core/language/language-schema.ts";

export const newFalsifier = z.strictObject({
  disputeId: id,
  /** Its place, 0 first; null: last, or where it is. */
  position: z.int().min(0).max(999).nullable(),
  text: halfBilingual(300),
  heldBy: halfBilingual(120),
  holderId: id.nullable(),
  claimIds: z.array(id).min(1).max(200),
});
export const FALSIFIER_STATES = ["open", "asked_for", "refused", "received"] as const;

export const newFalsifierState = z.strictObject({
  falsifierId: id,
  state: z.enum(FALSIFIER_STATES),
  note: halfBilingual(300),
});
export type NewFalsifierState = z.infer<typeof newFalsifierState>;

export type NewFalsifier = z.infer<typeof newFalsifier>;
