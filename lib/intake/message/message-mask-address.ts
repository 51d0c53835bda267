/**
 * Postal addresses: a street with its number, and a post code with its town after it, on one line or several, in the cells
 * of a table or the fields of a form. A box is where an organisation has its post, and stays.
 */
import { everyMatch, type MaskedSpan } from "./message-mask-span.ts";

const SPACE = "[ \\t\\n]?";
const COMMA = `${SPACE}[,;:.]?${SPACE}`;
/** Where in the house: "3 tr", "lgh 1102", "våning 3", "III", "A 1102". */
const WITHIN =
  "(?:(?:lägenhet|lgh|läg|våning|vån|plan|apt|trappor|tr|rum|uppgång|uppg|port|hus|nb|bv|ög|ög)\\b\\.?:?[ \\t\\n]?\\d{0,4}" +
  "|[A-Z]{0,2}[ \\t]?\\d{1,2}[ \\t]?(?:trappor|tr|våning|vån)\\b\\.?|[IVX]{1,4}(?![\\p{L}\\p{N}])|(?<!\\d)\\d{4}(?![\\d-]|[ \\t]\\d\\d(?!\\d))|[A-Za-z](?![\\p{L}\\p{N}]))";
const NUMBER = `\\d{1,4}(?:[-/:]\\d{1,4})?(?:[ \\t]?[A-Za-z](?![\\p{L}\\p{M}]))?(?:${COMMA}${WITHIN}){0,4}`;
const CARE_OF = `(?:${COMMA}(?:c/o|co|att)\\b[.:]?(?:[ \\t\\n][\\p{L}.'’-]{1,40}){1,4}?)?`;
const LABEL = (names: string) => `(?:(?:${names})\\b\\.?:?[ \\t\\n]?)?`;
const CODE = `${LABEL("postnummer|postnr|postadress")}(?:SE?[- ]?)?[1-9]\\n?\\d\\n?\\d[ \\t\\n]?\\d\\n?\\d(?!\\d)`;
const TOWN = `${COMMA}${LABEL("postort|ort|stad")}\\p{Lu}[\\p{L}\\p{M}-]{1,30}`;

/** Any words with a capital and a number. */
const ADDRESS = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(\\p{Lu}[\\p{L}\\p{M}.'’-]{1,40}(?:[ \\t][\\p{L}\\p{M}.'’-]{2,40}){0,3})[ \\t\\n](?:${NUMBER})${CARE_OF}${COMMA}${CODE}${TOWN}`,
  "gu",
);
/** What is known for a street by its name: it may be written with small letters, and more may stand before the post code. */
const STREET =
  "(?:gatan?|gata|vägen|väg|gränden?|stigen?|torget|torg|allén?|backen?|platsen?|leden|kajen?|vreten?|parken|esplanaden|gården|slingan|liden|bron)";
const OF_A_STREET = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])((?:\\p{Lu}[\\p{L}\\p{M}.'’-]{0,40}[ \\t]){0,3}[\\p{L}\\p{M}'’-]{0,40}${STREET}(?![\\p{L}\\p{M}]))[ \\t\\n](?:${NUMBER})` +
    `(?:[^\\d.!?]{0,60}?${COMMA}${CODE}${TOWN}|${CARE_OF}${COMMA}${CODE}(?!${SPACE}(?:kr|kronor|sek|euro?|[tm]kr|procent|st)\\b)(?:${COMMA}${LABEL("postort|ort|stad")}[\\p{L}\\p{M}-]{2,30})?)`,
  "giu",
);
const OF_A_FUNCTION = /(?:^|[ \t])(?:box|postbox|fack|boks|postboks)$/iu;

/** @param text - in plain signs (message-mask-plain.ts) */
export const addressSpans = (text: string): MaskedSpan[] =>
  [ADDRESS, OF_A_STREET].flatMap((pattern) =>
    everyMatch(text, pattern).flatMap(({ 0: found, 1: street = "", index }) =>
      OF_A_FUNCTION.test(street)
        ? []
        : [{ start: index, end: index + found.length, kind: "postal-address" as const }],
    ),
  );
