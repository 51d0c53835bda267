import { capitalised } from "@/lib/core/language/capitalised";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { type Rating, ratingSlug } from "@/lib/core/rating/rating";

/** The mark of a rating: a shape in its colour. Decoration: the word always stands beside it. */
export function RatingMark({ rating }: { readonly rating: Rating }) {
  const name = ratingSlug(rating);
  return (
    <svg className={`m v-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <use href={`#m-${name}`} />
    </svg>
  );
}

interface RatingWordProps {
  readonly rating: Rating;
  readonly locale: Locale;
  /** The verdict of the page: larger, and with a capital as a sentence begins. */
  readonly large?: boolean;
}

export function RatingWord({ rating, locale, large = false }: RatingWordProps) {
  const word = translator(locale)(`ratings.${rating}`);
  return (
    <span className={`v v-${ratingSlug(rating)}${large ? " rating" : ""}`}>
      <RatingMark rating={rating} />
      {large ? capitalised(word) : word}
    </span>
  );
}
