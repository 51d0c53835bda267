import { z } from "zod";
import { INVISIBLE, visible } from "./invisible.ts";
import { isSlug, LONGEST_SLUG } from "./slug.ts";

/** What is no longer than this is a heading or a name: one line, whatever it was pasted from. */
const ONE_LINE = 160;

/** Plain text as a person writes it: NFC, trimmed, not empty, within `max` characters, nothing invisible. */
export const plainText = (max: number) => (max <= ONE_LINE ? plainLine(max) : textOf(max, visible));

/** The same on one line. */
export const plainLine = (max: number) =>
  textOf(max, (text) => visible(text).replaceAll(/\s*[\n\t]\s*/g, " "));

const textOf = (max: number, clean: (text: string) => string) =>
  z
    .string()
    .transform((text) => clean(text).normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(1, { error: "empty" })
        .max(max, { error: "too-long" })
        // Half a character can be neither kept nor sent; no hand types it.
        .refine((text) => text.isWellFormed(), { error: "invisible-characters" }),
    );

export const bilingual = (max: number) => z.strictObject({ sv: plainText(max), en: plainText(max) });

/**
 * The same for a draft: one language may still be missing (""). The database refuses to publish it then (migration:
 * refuse_half_translated).
 */
export const halfBilingual = (max: number) =>
  z
    .strictObject({ sv: textOrNothing(max), en: textOrNothing(max) })
    .refine(({ sv, en }) => sv !== "" || en !== "", { error: "empty", path: ["sv"] });

/** The same where nothing at all may be said too. */
export const bilingualOrNothing = (max: number) =>
  z.strictObject({ sv: textOrNothing(max), en: textOrNothing(max) });

const textOrNothing = (max: number) =>
  z.union([
    z
      .string()
      .refine((text) => visible(text).trim() === "")
      .transform(() => ""),
    plainText(max),
  ]);

/** A language tag of a source or a quote: "sv", "en", "pt-BR". */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: "not-a-language" });

/** What stands in an address. */
export const slug = z
  .string()
  .max(LONGEST_SLUG, { error: "too-long" })
  .refine(isSlug, { error: "not-a-slug" });

export const id = z.uuid({ error: "not-an-id" });

const webUrl = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });

/** An address of the open web: http or https, a host with a name, nobody's password in it. */
export const isWebAddress = (text: string): boolean =>
  text.length <= 2048 &&
  // What a parser of addresses would quietly leave out or encode is not what whoever reads it sees.
  !INVISIBLE.test(text) &&
  !/[\t\n]/.test(text) &&
  text.isWellFormed() &&
  webUrl.safeParse(text).success &&
  !/^[a-z]+:\/\/[^/?#]*@/i.test(text);

/** What came along at the ends of an address as it was copied is no part of it; within it nothing is guessed at. */
export const webAddress = z
  .string()
  .transform((text) => text.replace(/^[\p{Cf}\p{Cc}\s]+|[\p{Cf}\p{Cc}\s]+$/gu, ""))
  .pipe(z.string().max(2048, { error: "too-long" }).refine(isWebAddress, { error: "not-a-web-address" }));

/** Whether an address names a row at all: anything else need not be looked up. */
export const isId = (text: string): boolean => id.safeParse(text).success;
