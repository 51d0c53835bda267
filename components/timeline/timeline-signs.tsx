/** Verdict marks and relation ends in running text. Their shapes are timeline-sprite.tsx's. */
import type { Rating } from "@/lib/rating/rating.ts";
import { ratingSlug } from "@/lib/rating/rating.ts";
import type { RelationKind } from "@/lib/timeline/timeline.ts";
import { END } from "@/lib/timeline/timeline-arcs.ts";

export const markName = (rating: Rating | null) => (rating ? ratingSlug(rating) : "none");

export function Mark({ rating }: { rating: Rating | null }) {
  const name = markName(rating);
  return (
    <svg className={`m v-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <use href={`#tl-${name}`} />
    </svg>
  );
}

/** Mark and word, always together. */
export function RatingWord({ rating, word }: { rating: Rating; word: string }) {
  return (
    <span className={`v v-${ratingSlug(rating)}`}>
      <Mark rating={rating} />
      {word}
    </span>
  );
}

export function RelationEnd({ kind }: { kind: RelationKind }) {
  return (
    <svg className="end" viewBox="0 0 28 12" aria-hidden="true">
      <use href={`#tl-${END[kind]}`} />
    </svg>
  );
}
