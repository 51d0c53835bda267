import { type Bilingual, inEither, type Locale } from "@/lib/core/language/language";
import type { Choice } from "./field-spec";

/** Rows as the options of a choice, each under its words in the reader's language, or in the other. */
export const asChoices = (
  rows: readonly { readonly id: string; readonly words: Bilingual }[],
  locale: Locale,
): Choice[] => rows.map(({ id, words }) => ({ value: id, label: inEither(words, locale) }));

/** The values of a fixed list as options. */
export const fixedChoices = <V extends string>(values: readonly V[], label: (value: V) => string): Choice[] =>
  values.map((value) => ({ value, label: label(value) }));
