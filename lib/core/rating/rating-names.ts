/**
 * The publication's own names of ratings, as the imprint has them now. Kept in the memory of the process: words are
 * asked for everywhere and cannot wait for the database. The server reads them when it starts and at every publication
 * (lib/site/http/publications.ts), before it lets go of the pages that show them.
 *
 * On globalThis, because the framework bundles this file apart from the server's copy of it.
 */
import type { Bilingual } from "../language/language.ts";
import type { Rating } from "./rating.ts";

/** What is missing has its usual name. */
export type RatingNames = { readonly [R in Rating]?: Bilingual };

const USUAL: RatingNames = {};
const kept = globalThis as typeof globalThis & { belagtRatingNames?: RatingNames };

/** The same object until other names are there. */
export const ratingNames = (): RatingNames => kept.belagtRatingNames ?? USUAL;

export const keepRatingNames = (names: RatingNames): void => {
  kept.belagtRatingNames = names;
};
