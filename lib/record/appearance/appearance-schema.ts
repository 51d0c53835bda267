import { z } from "zod";
import { edtfText } from "../../core/edtf/edtf-schema.ts";
import { halfBilingual, id, languageTag, plainText } from "../../core/language/language-schema.ts";
import { locator, sourceLink } from "../source/source-schema.ts";

export const APPEARANCE_MODES = ["asserts", "suspects"] as const;

const fields = {
  claimId: id,
  partyId: id,
  mode: z.enum(APPEARANCE_MODES),
  quote: plainText(2000).nullable(),
  quoteLanguage: languageTag.nullable(),
  /** The claimant's own words, and not the source's account of them. */
  verbatim: z.boolean(),
  at: locator,
  happened: edtfText,
  known: edtfText,
  dateNote: halfBilingual(160).nullable(),
};

interface Quoted {
  readonly quote: string | null;
  readonly quoteLanguage: string | null;
}
/** A language without words says nothing, and is not kept. */
const hasLanguage = ({ quote, quoteLanguage }: Quoted) => quote === null || quoteLanguage !== null;
const languageMissing = { error: "quote-needs-language", path: ["quoteLanguage"] };

export const newAppearance = z.strictObject({ ...fields, sourceId: id }).refine(hasLanguage, languageMissing);
export type NewAppearance = z.infer<typeof newAppearance>;

/** The desk's form: in a source that is there, or behind a link. */
export const appearanceEntry = z
  .strictObject({ ...fields, sourceId: id.nullable(), link: sourceLink.nullable() })
  .refine(hasLanguage, languageMissing)
  .refine((entry) => (entry.sourceId === null) !== (entry.link === null), {
    error: "source-or-link",
    path: ["sourceId"],
  });
export type AppearanceEntry = z.infer<typeof appearanceEntry>;
