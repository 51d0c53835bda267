import { z } from "zod";
import { edtfText } from "../edtf/edtf-schema.ts";
import { halfBilingual, id, languageTag, plainText } from "../language/language-schema.ts";
import { locator, sourceLink } from "../source/source-schema.ts";

export const STANCES = ["supports", "contradicts", "context"] as const;

export const newEvidence = z.strictObject({
  claimId: id,
  sourceId: id,
  /** The document the passage reports, when it is not the source itself. */
  originId: id.nullable(),
  stance: z.enum(STANCES),
  excerpt: plainText(2000),
  excerptLanguage: languageTag,
  at: locator,
  note: halfBilingual(600),
});
export type NewEvidence = z.infer<typeof newEvidence>;

/** A page that nobody has entered as a source yet, with its date where somebody knows it. */
const link = sourceLink.extend({
  /** Blank: not known; then all that is certain is that it was there today. */
  made: edtfText.nullable(),
});

/** The form a journalist fills in: a passage of a source that is there, or of a link. */
export const evidenceEntry = z
  .strictObject({
    claimId: id,
    sourceId: id.nullable(),
    link: link.nullable(),
    originId: id.nullable(),
    stance: z.enum(STANCES),
    excerpt: plainText(2000),
    excerptLanguage: languageTag,
    at: locator,
    note: halfBilingual(600),
  })
  .refine((entry) => (entry.sourceId === null) !== (entry.link === null), {
    error: "source-or-link",
    path: ["sourceId"],
  });
export type EvidenceEntry = z.infer<typeof evidenceEntry>;

export const evidenceIds = z.strictObject({ ids: z.array(id).min(1).max(200) });
