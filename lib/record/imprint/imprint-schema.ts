import { z } from "zod";
import { bilingual, isWebAddress, plainText } from "../../core/language/language-schema.ts";
import { RATINGS, type Rating } from "../../core/rating/rating.ts";
import type { RatingNames } from "../../core/rating/rating-names.ts";

const email = z.email();

/** An e-mail address or a page: people complain by either. */
const contact = plainText(300).refine((text) => isWebAddress(text) || email.safeParse(text).success, {
  error: "not-a-contact",
});

const name = bilingual(40).nullable();
const names = z.strictObject(
  Object.fromEntries(RATINGS.map((rating) => [rating, name])) as Record<Rating, typeof name>,
);

/** No two ratings may be called the same: a reader could not tell them apart. */
const areDistinct = (all: Readonly<Record<Rating, { sv: string; en: string } | null>>) =>
  (["sv", "en"] as const).every((locale) => {
    const given = Object.values(all).flatMap((each) => (each ? [each[locale].toLowerCase()] : []));
    return new Set(given).size === given.length;
  });

export const newImprint = z.strictObject({
  name: plainText(120),
  responsiblePublisher: plainText(120),
  complaints: contact,
  appeal: bilingual(400),
  ratingNames: names.refine(areDistinct, { error: "same-name-twice" }),
});
export type NewImprint = z.infer<typeof newImprint>;

const stored = names.partial().catch({});

/** As it is stored: only the names that are the publication's own. */
export const readRatingNames = (value: unknown): RatingNames =>
  Object.fromEntries(
    Object.entries(stored.parse(value)).flatMap(([rating, own]) => (own ? [[rating, own]] : [])),
  );
