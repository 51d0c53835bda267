/** The keys of the picture, while it has focus: where an arrow leads from a post. */
import type { Clock } from "@/lib/record/timeline/timeline.ts";
import { anchor, type Prepared, type PreparedPost } from "@/lib/record/timeline/timeline-prepared.ts";

/** The post nearest in time in the next lane that has any, down (1) or up (-1). */
function inLane(
  prepared: Prepared,
  inTime: readonly PreparedPost[],
  here: PreparedPost,
  step: number,
  clock: Clock,
): PreparedPost | undefined {
  const away = (post: PreparedPost) => Math.abs(anchor(post.spans[clock]) - anchor(here.spans[clock]));
  const from = prepared.lanes.findIndex(({ id }) => id === here.lane);
  for (let i = from + step; prepared.lanes[i]; i += step) {
    const there = inTime.filter((post) => post.lane === prepared.lanes[i]?.id);
    if (there.length > 0) return there.reduce((a, b) => (away(b) < away(a) ? b : a));
  }
  return undefined;
}

/** Where a key leads; undefined when it is no walking key or there is nothing there. From nowhere, to the first post. */
export function walkTo(
  key: string,
  prepared: Prepared,
  inTime: readonly PreparedPost[],
  here: PreparedPost | undefined,
  clock: Clock,
): PreparedPost | undefined {
  const index = here ? inTime.indexOf(here) : -1;
  if (key === "End") return inTime.at(-1);
  if (key === "Home" || (index < 0 && key.startsWith("Arrow"))) return inTime[0];
  if (key === "ArrowRight") return inTime[index + 1];
  if (key === "ArrowLeft") return inTime[index - 1];
  if (!here || (key !== "ArrowDown" && key !== "ArrowUp")) return undefined;
  return inLane(prepared, inTime, here, key === "ArrowDown" ? 1 : -1, clock);
}
