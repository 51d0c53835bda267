/** Which posts are shown. An empty list shows all of that dimension. */
import type { Rating } from "../../core/rating/rating.ts";
import type { Post } from "./timeline.ts";

export type PostKind = Post["kind"];
export const POST_KINDS: readonly PostKind[] = ["claim", "event", "silence", "verdict", "act"];

export interface Filter {
  /** Slugs: a post is a party's when it stands in its lane or concerns it. */
  readonly parties: readonly string[];
  readonly kinds: readonly PostKind[];
  readonly ratings: readonly Rating[];
}

export const NO_FILTER: Filter = { parties: [], kinds: [], ratings: [] };

export function shows(filter: Filter, post: Pick<Post, "kind" | "lane" | "parties" | "claim">): boolean {
  const { parties, kinds, ratings } = filter;
  const rating = post.claim?.rating ?? null;
  return (
    (kinds.length === 0 || kinds.includes(post.kind)) &&
    (ratings.length === 0 || (rating !== null && ratings.includes(rating))) &&
    (parties.length === 0 ||
      parties.includes(post.lane) ||
      post.parties.some((party) => parties.includes(party)))
  );
}
