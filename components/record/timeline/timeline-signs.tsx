/** The mark of a post: its verdict's, or an empty one while there is none. The shapes are in components/core/rating/sprite.tsx. */
import type { Rating } from "@/lib/core/rating/rating.ts";
import { ratingSlug } from "@/lib/core/rating/rating.ts";

export const markName = (rating: Rating | null) => (rating ? ratingSlug(rating) : "none");

export function Mark({ rating }: { rating: Rating | null }) {
  const name = markName(rating);
  return (
    <svg className={`m v-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <use href={`#m-${name}`} />
    </svg>
  );
}
