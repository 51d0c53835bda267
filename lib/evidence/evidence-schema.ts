import { z } from "zod";
import { bilingual, id, languageTag, plainText } from "../language/language-schema.ts";
import { locator } from "../source/source-schema.ts";

export const newEvidence = z.strictObject({
  claimId: id,
  sourceId: id,
  /** The document the passage reports, when it is not the source itself. */
  originId: id.nullable(),
  stance: z.enum(["supports", "contradicts", "context"]),
  excerpt: plainText(2000),
  excerptLanguage: languageTag,
  at: locator,
  note: bilingual(600),
});
export type NewEvidence = z.infer<typeof newEvidence>;
