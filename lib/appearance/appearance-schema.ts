import { z } from "zod";
import { edtfText } from "../edtf/edtf-schema.ts";
import { bilingual, id, languageTag, plainText } from "../language/language-schema.ts";
import { locator } from "../source/source-schema.ts";

export const newAppearance = z
  .strictObject({
    claimId: id,
    partyId: id,
    mode: z.enum(["asserts", "suspects"]),
    sourceId: id,
    quote: plainText(2000).nullable(),
    quoteLanguage: languageTag.nullable(),
    /** The claimant's own words, and not the source's account of them. */
    verbatim: z.boolean(),
    at: locator,
    happened: edtfText,
    known: edtfText,
    dateNote: bilingual(160).nullable(),
  })
  .refine((appearance) => (appearance.quote === null) === (appearance.quoteLanguage === null), {
    error: "quote-needs-language",
    path: ["quoteLanguage"],
  });
export type NewAppearance = z.infer<typeof newAppearance>;
