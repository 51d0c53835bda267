/** The words of the interface, from messages/*.json, in ICU message format. */
import { createTranslator } from "use-intl/core";
import en from "../../messages/en.json" with { type: "json" };
import sv from "../../messages/sv.json" with { type: "json" };
import type { Bilingual, Locale } from "./language.ts";

const MESSAGES = { sv, en };

const make = (locale: Locale) =>
  createTranslator<typeof sv>({
    locale,
    messages: MESSAGES[locale] as typeof sv,
    timeZone: "Europe/Stockholm",
  });

export type Translator = ReturnType<typeof make>;

/** One for each language: a translator keeps the messages it has parsed. */
const TRANSLATORS: Record<Locale, Translator> = { sv: make("sv"), en: make("en") };

/** @returns `t("claim.verdict")`; keys are checked by the compiler against Swedish, the default */
export const translator = (locale: Locale): Translator => TRANSLATORS[locale];

/** A text of the record in the reader's language. */
export const inLocale = (locale: Locale) => (text: Bilingual) => text[locale];
