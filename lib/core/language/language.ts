/** Swedish is the default and has no prefix in the address; English lives under /en. */
export const LOCALES = ["sv", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "sv";

export const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);
export const otherLocale = (locale: Locale): Locale => (locale === "sv" ? "en" : "sv");

/** A text of the record in both languages. */
export interface Bilingual {
  readonly sv: string;
  readonly en: string;
}

/** The address of a page in a language. `path` starts with a slash and has no locale in it. */
export function href(locale: Locale, path: string): string {
  if (locale === DEFAULT_LOCALE) return path;
  return path === "/" ? "/en" : `/en${path}`;
}

/** A draft may lack one language: then the other. */
export const inEither = (text: Bilingual, locale: Locale): string =>
  text[locale] || text[otherLocale(locale)];
