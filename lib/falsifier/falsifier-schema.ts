import { z } from "zod";
import { bilingual, id } from "../language/language-schema.ts";

export const newFalsifier = z.strictObject({
  disputeId: id,
  position: z.int().min(0).max(999),
  text: bilingual(300),
  heldBy: bilingual(120),
  holderId: id.nullable(),
  claimIds: z.array(id).min(1).max(200),
});
export type NewFalsifier = z.infer<typeof newFalsifier>;
