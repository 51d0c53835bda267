/**
 * Words that say more than a fact check can: guilt where somebody is accused, a lie where something is untrue, intent
 * where only an act is known. Where the record's own voice uses one, the desk is asked; it may stand with a reason that
 * is published beside it.
 *
 * The table follows the rules of consequence neutrality (spelreglerna, 15) and of the presumption of innocence: what a
 * court has not found, we do not say.
 */
import type { Bilingual, Locale } from "../../core/language/language.ts";

export type WordingRule = "guilt" | "lie" | "crime" | "certainty";

const TABLE: Readonly<Record<WordingRule, Readonly<Record<Locale, readonly string[]>>>> = {
  guilt: {
    sv: ["skyldig", "skyldiga", "dömd", "dömda", "fälld", "fällda", "avslöjad", "avslöjade"],
    en: ["guilty", "convicted", "culprit", "culprits", "exposed"],
  },
  lie: {
    sv: ["ljuger", "ljög", "ljugit", "lögn", "lögner", "lögnen", "lögnare", "lögnaktig", "lögnaktigt"],
    en: ["lies", "lied", "lying", "liar", "liars"],
  },
  crime: {
    sv: [
      "brottslig",
      "brottsliga",
      "brottsligt",
      "kriminell",
      "kriminella",
      "kriminellt",
      "olaglig",
      "olagligt",
      "olagliga",
    ],
    en: ["criminal", "criminals", "illegal", "illegally", "unlawful"],
  },
  certainty: {
    sv: ["bevisat", "bevisar", "bevisad", "obestridligen", "otvivelaktigt"],
    en: ["proven", "proves", "proved", "undeniably", "undoubtedly"],
  },
};

export interface WordingFlag {
  readonly rule: WordingRule;
  readonly locale: Locale;
  readonly word: string;
}

const RULES = Object.keys(TABLE) as WordingRule[];

/** Words that make a sentence somebody else's, or say that something is not so: then the record does not assert it. */
const NOT_OURS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  sv: new Set(
    "enligt skriver skrev säger sade uppger uppgav hävdar hävdade påstår påstod misstänker misstänkte anser ansåg inte ej ingen inget inga aldrig".split(
      " ",
    ),
  ),
  en: new Set(
    "according writes wrote says said states stated claims claimed alleges alleged suspects suspected not no nothing never nobody".split(
      " ",
    ),
  ),
};

/**
 * The words in our own texts that the rules ask about, each once. A sentence that names who says so, or that denies, is
 * left alone, and so is what stands in quotation marks: there the record asserts nothing itself.
 *
 * @param texts - what the record says in its own voice
 */
export function wordingFlags(texts: readonly Bilingual[]): WordingFlag[] {
  const found = new Map<string, WordingFlag>();
  for (const locale of ["sv", "en"] as const) {
    for (const sentence of texts.flatMap((text) => withoutQuotes(text[locale]).split(/(?<=[.!?:])\s/u))) {
      const words = new Set(
        [...sentence.toLocaleLowerCase(locale).matchAll(/[\p{L}\p{M}-]+/gu)].map(([word]) => word),
      );
      if ([...words].some((word) => NOT_OURS[locale].has(word))) continue;
      for (const rule of RULES) {
        for (const word of TABLE[rule][locale]) {
          if (words.has(word)) found.set(`${locale} ${word}`, { rule, locale, word });
        }
      }
    }
  }
  return [...found.values()];
}

const withoutQuotes = (text: string) => text.replace(/[”"“»][^”"“»«]*[”"“«»]/g, " ");
