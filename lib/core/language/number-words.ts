import type { Locale } from "./language.ts";

const WORDS: Record<Locale, readonly string[]> = {
  sv: "noll en två tre fyra fem sex sju åtta nio tio elva tolv".split(" "),
  en: "zero one two three four five six seven eight nine ten eleven twelve".split(" "),
};

/** A number in running text: in words up to twelve, then in figures. */
export const numberWords = (count: number, locale: Locale): string => WORDS[locale][count] ?? String(count);
