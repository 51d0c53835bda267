import { clock } from "../../core/clock.ts";

/**
 * When what was published last outdated what, by cache tag. It is ours, and there is one of it: news of publications
 * (publications.ts) writes it, and the memory of pages and of reads (page-cache.ts) and of answers (kept-answers.ts) ask it.
 */

/** Milliseconds, by tag. One for each page of the record at most. */
const outdatedAt = new Map<string, number>();

/** From now on nothing that was read before and carries one of these tags is sent again. */
export function outdate(tags: Iterable<string>): void {
  const now = clock.now().getTime();
  for (const tag of tags) outdatedAt.set(tag, now);
}

/** @param readAt - milliseconds; when the first read of the data may have happened */
export const isOutdated = (tags: readonly string[], readAt: number): boolean =>
  tags.some((tag) => (outdatedAt.get(tag) ?? 0) > readAt);

/** The tags that something has outdated after a moment, ms. */
export const outdatedSince = (moment: number): string[] =>
  [...outdatedAt].filter(([, at]) => at > moment).map(([tag]) => tag);
