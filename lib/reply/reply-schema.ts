import { z } from "zod";
import { bilingual, id } from "../language/language-schema.ts";

export const newReplyRequest = z.strictObject({
  claimId: id,
  partyId: id,
  reasonNotAsked: bilingual(300).nullable(),
  inSources: bilingual(300),
});
export type NewReplyRequest = z.infer<typeof newReplyRequest>;
