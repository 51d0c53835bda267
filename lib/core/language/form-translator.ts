/** The words a form needs in the browser: what it says of itself, and why something was not taken. */
import { createTranslator } from "use-intl/core";
import en from "../../../messages/form/en.json" with { type: "json" };
import sv from "../../../messages/form/sv.json" with { type: "json" };
import type { Locale } from "./language.ts";

const MESSAGES = { sv, en };

const make = (locale: Locale) =>
  createTranslator<typeof sv>({
    locale,
    messages: MESSAGES[locale] as typeof sv,
    timeZone: "Europe/Stockholm",
  });

export type FormTranslator = ReturnType<typeof make>;

const TRANSLATORS: Record<Locale, FormTranslator> = { sv: make("sv"), en: make("en") };

export const formTranslator = (locale: Locale): FormTranslator => TRANSLATORS[locale];
