/** The keys of the picture, while it has focus: where an arrow leads from a post. */
import type { Clock } from "@/lib/record/timeline/timeline.ts";
import { anchor, type Prepared, type PreparedPost } from "@/lib/record/timeline/timeline-prepared.ts";

/** The post nearest in time in the next lane that has any, down (1) or up (-1). */
function inLane(
  prepared: Prepared,
  inOrder: readonly PreparedPost[],
  here: PreparedPost,
  step: number,
  clock: Clock,
): PreparedPost | undefined {
  const away = (post: PreparedPost) => Math.abs(anchor(post.spans[clock]) - anchor(here.spans[clock]));
  const from = prepared.lanes.findIndex(({ id }) => id === here.lane);
  for (let i = from + step; prepared.lanes[i]; i += step) {
    const there = inOrder.filter((post) => post.lane === prepared.lanes[i]?.id);
    if (there.length > 0) return there.reduce((a, b) => (away(b) < away(a) ? b : a));
  }
  return undefined;
}

/** Where a key leads; undefined when it is no walking key or there is nothing there. From nowhere, to the first post. */
export function walkTo(
  key: string,
  prepared: Prepared,
  inOrder: readonly PreparedPost[],
  here: PreparedPost | undefined,
  clock: Clock,
): PreparedPost | undefined {
  const index = here ? inOrder.indexOf(here) : -1;
  if (key === "End") return inOrder.at(-1);
  if (key === "Home" || (index < 0 && key.startsWith("Arrow"))) return inOrder[0];
  if (key === "ArrowRight") return inOrder[index + 1];
  if (key === "ArrowLeft") return inOrder[index - 1];
  if (!here || (key !== "ArrowDown" && key !== "ArrowUp")) return undefined;
  return inLane(prepared, inOrder, here, key === "ArrowDown" ? 1 : -1, clock);
}
