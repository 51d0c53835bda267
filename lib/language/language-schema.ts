import { z } from "zod";
import { INVISIBLE } from "./invisible.ts";
import { isSlug, LONGEST_SLUG } from "./slug.ts";

/** Plain text as a person writes it: NFC, trimmed, not empty, within `max` characters, nothing invisible. */
export const plainText = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(1, { error: "empty" })
        .max(max, { error: "too-long" })
        .refine((text) => !INVISIBLE.test(text) && text.isWellFormed(), { error: "invisible-characters" }),
    );

export const bilingual = (max: number) => z.strictObject({ sv: plainText(max), en: plainText(max) });

/** A language tag of a source or a quote: "sv", "en", "pt-BR". */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "not-a-language" });

/** What stands in an address. */
export const slug = z
  .string()
  .max(LONGEST_SLUG, { error: "too-long" })
  .refine(isSlug, { error: "not-a-slug" });

export const id = z.uuid({ error: "not-an-id" });
