/**
 * The published scale. Five steps lie on the true–false axis and carry a number (5 true … 1 false, the direction
 * schema.org/ClaimReview asks for); four lie off it and carry none.
 */
export const SCALE = [
  "contradicted",
  "mostly_contradicted",
  "partly_supported",
  "mostly_supported",
  "supported",
] as const;
export const OFF_SCALE = ["unproven", "not_checkable", "under_review", "outdated"] as const;
export const RATINGS = [...SCALE, ...OFF_SCALE] as const;

export type ScaleRating = (typeof SCALE)[number];
export type Rating = (typeof RATINGS)[number];

export const isRating = (value: string): value is Rating => (RATINGS as readonly string[]).includes(value);
export const isOnScale = (rating: Rating): rating is ScaleRating =>
  (SCALE as readonly string[]).includes(rating);

/** 1 (contradicted) to 5 (supported), or null off the axis: never a middle number for "not known". */
export const ratingNumber = (rating: Rating): number | null =>
  isOnScale(rating) ? SCALE.indexOf(rating) + 1 : null;

/** As in addresses, CSS classes and JSON: mostly_supported → mostly-supported. */
export const ratingSlug = (rating: Rating): string => rating.replaceAll("_", "-");
export const ratingFromSlug = (slug: string): Rating | null => {
  const rating = slug.replaceAll("-", "_");
  return isRating(rating) ? rating : null;
};

/** Which way a rating leans: +1 towards the claim, -1 against it, 0 neither. */
export const lean = (rating: Rating): -1 | 0 | 1 => {
  if (rating === "supported" || rating === "mostly_supported") return 1;
  return rating === "contradicted" || rating === "mostly_contradicted" ? -1 : 0;
};
