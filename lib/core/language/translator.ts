/**
 * The words of the interface, from messages/, in ICU message format: the record's own, the desk's, those about accounts,
 * those of the forms by which people from outside speak to the desk, and those about copies of sources.
 */
import { createTranslator } from "use-intl/core";
import accountEn from "../../../messages/account/en.json" with { type: "json" };
import accountSv from "../../../messages/account/sv.json" with { type: "json" };
import copiesEn from "../../../messages/copies/en.json" with { type: "json" };
import copiesSv from "../../../messages/copies/sv.json" with { type: "json" };
import deskEn from "../../../messages/desk/en.json" with { type: "json" };
import deskSv from "../../../messages/desk/sv.json" with { type: "json" };
import publicEn from "../../../messages/en.json" with { type: "json" };
import formEn from "../../../messages/form/en.json" with { type: "json" };
import formSv from "../../../messages/form/sv.json" with { type: "json" };
import recordDeskEn from "../../../messages/record-desk/en.json" with { type: "json" };
import recordDeskSv from "../../../messages/record-desk/sv.json" with { type: "json" };
import repliesEn from "../../../messages/replies/en.json" with { type: "json" };
import repliesSv from "../../../messages/replies/sv.json" with { type: "json" };
import shareEn from "../../../messages/share/en.json" with { type: "json" };
import shareSv from "../../../messages/share/sv.json" with { type: "json" };
import publicSv from "../../../messages/sv.json" with { type: "json" };
import voicesEn from "../../../messages/voices/en.json" with { type: "json" };
import voicesSv from "../../../messages/voices/sv.json" with { type: "json" };
import type { Rating } from "../rating/rating.ts";
import { type RatingNames, ratingNames } from "../rating/rating-names.ts";
import type { Locale } from "./language.ts";
import { publicationName } from "./publication-name.ts";

const sv = {
  ...{ ...publicSv, ...deskSv, ...accountSv, ...formSv, ...voicesSv, ...repliesSv },
  ...{ ...recordDeskSv, ...copiesSv, ...shareSv },
};
const en = {
  ...{ ...publicEn, ...deskEn, ...accountEn, ...formEn, ...voicesEn, ...repliesEn },
  ...{ ...recordDeskEn, ...copiesEn, ...shareEn },
};
const MESSAGES = { sv, en };

const make = (locale: Locale, names: RatingNames, publication: string) =>
  createTranslator<typeof sv>({
    locale,
    messages: {
      ...named(MESSAGES[locale] as typeof sv, words(publication)),
      ratings: { ...MESSAGES[locale].ratings, ...inOne(locale, names) },
    },
    timeZone: "Europe/Stockholm",
  });

/** `{publication}` is the newsroom's own name wherever it stands: no caller has to know it. */
function named<M>(messages: M, publication: string): M {
  if (typeof messages === "string") return messages.replaceAll("{publication}", () => publication) as M;
  return Object.fromEntries(
    Object.entries(messages as object).map(([key, value]) => [key, named(value, publication)]),
  ) as M;
}

/** The publication's own names stand where the usual ones would. A name is words, never a pattern to fill in. */
const inOne = (locale: Locale, names: RatingNames) =>
  Object.fromEntries(Object.entries(names).map(([rating, name]) => [rating, words(name[locale])]));

const words = (name: string) => name.replaceAll(/['{}<>#|]/g, quoted);

const quoted = (sign: string) => (sign === "'" ? "''" : `'${sign}'`);

export type Translator = ReturnType<typeof make>;

interface Made extends Readonly<Record<Locale, Translator>> {
  readonly names: RatingNames;
  readonly publication: string;
}

/** One for each language: a translator keeps the messages it has parsed. Made anew when the imprint gives other names. */
let made: Made | null = null;

/** @returns `t("claim.verdict")`; keys are checked by the compiler against Swedish, the default */
export function translator(locale: Locale): Translator {
  const names = ratingNames();
  const publication = publicationName();
  if (made?.names !== names || made.publication !== publication) {
    const all = { sv: make("sv", names, publication), en: make("en", names, publication) };
    made = { names, publication, ...all };
  }
  return made[locale];
}

/** What a rating is called where the publication has no name of its own for it. */
export const usualRatingName = (locale: Locale, rating: Rating): string => MESSAGES[locale].ratings[rating];
