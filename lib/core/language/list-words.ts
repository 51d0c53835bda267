import type { Locale } from "./language.ts";

/** "A, B and C" */
export const listWords = (words: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(words);
