import { z } from "zod";
import {
  halfBilingual,
  id,
  languageTag,
  plainText,
  webAddress,
} from "../../core/language/language-schema.ts";
import { locator, place, sourceFacts } from "../source/source-schema.ts";

export const STANCES = ["supports", "contradicts", "context"] as const;

export const newEvidence = z.strictObject({
  claimId: id,
  sourceId: id,
  /** The document the passage reports, when it is not the source itself. */
  originId: id.nullable(),
  stance: z.enum(STANCES),
  excerpt: plainText(2000),
  /** Null: its source's. */
  excerptLanguage: languageTag.nullable(),
  at: locator,
  /** The page of the copy where the words were seen; where they stand exactly is looked up. */
  page: place.min(1).nullable(),
  /** Why the words may be shown though no copy is known to have them. */
  unchecked: halfBilingual(300).nullable(),
  note: halfBilingual(600),
});
export type NewEvidence = z.infer<typeof newEvidence>;

/** The form a journalist fills in: a passage of a source that is there, of a link, or of a file handed in with it. */
export const evidenceEntry = z
  .strictObject({
    claimId: id,
    sourceId: id.nullable(),
    link: webAddress.nullable(),
    /** Of the link, or of the file that is handed in; a source that is there has its own. */
    about: sourceFacts,
    originId: id.nullable(),
    stance: z.enum(STANCES),
    excerpt: plainText(2000),
    excerptLanguage: languageTag.nullable(),
    at: locator,
    page: place.min(1).nullable(),
    unchecked: halfBilingual(300).nullable(),
    note: halfBilingual(600),
  })
  .refine((entry) => entry.sourceId === null || entry.link === null, {
    error: "source-or-link",
    path: ["sourceId"],
  });
export type EvidenceEntry = z.infer<typeof evidenceEntry>;

export const evidenceIds = z.strictObject({ ids: z.array(id).min(1).max(200) });
