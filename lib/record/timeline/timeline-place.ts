/** Where a post stands on an axis, and the ground it keeps on its row. Places are px from the start of the axis. */
import type { Clock } from "./timeline.ts";
import type { Axis } from "./timeline-axis.ts";
import { anchor, type PreparedPost } from "./timeline-prepared.ts";

/** How near a reader is: counted, marked, or in words. */
export type Level = "density" | "marks" | "words";

export interface Place {
  /** The bound its mark stands at. */
  readonly x: number;
  /** Where its strokes run. */
  readonly from: number;
  readonly to: number;
  /** Its label ends at the mark instead of starting there. */
  readonly left: boolean;
  readonly labelX: number;
  readonly labelWidth: number;
  /** Whether who said it has room. */
  readonly by: boolean;
  /** On the second clock: where it happened, when that is told apart. */
  readonly since: number | null;
  /** What nothing else on its row may touch. */
  readonly ground: { readonly from: number; readonly to: number };
}

const MARK = 16;
const EDGE = 4;
const GAP = 14;
/** A shorter delay than this is not drawn, px. */
const LEAST_DELAY = 9;

export function placeOf(post: PreparedPost, clock: Clock, axis: Axis, level: Level): Place {
  const span = post.spans[clock];
  const { label } = post;
  const x = axis.x(anchor(span));
  const from = span.start === null ? axis.x(span.reach.from) : x;
  const to = span.end === null ? axis.x(span.reach.to) : axis.x(span.end);
  const inWords = level === "words";
  const bare = inWords ? label.bare : MARK;
  const overruns = x + bare > axis.width - EDGE;
  const left = (span.start === null || overruns) && x - bare > EDGE;
  const by = inWords && label.by !== "" && !left && x + label.width <= axis.width - EDGE;
  const labelWidth = by ? label.width : bare;
  // Where neither side has room, the label is moved along until it ends at the edge.
  const labelX = left ? x - labelWidth : overruns ? Math.max(0, axis.width - EDGE - bare) : x;
  const happened = clock === "known" && post.kind !== "silence" ? axis.x(anchor(post.spans.happened)) : x;
  const since = happened < x - LEAST_DELAY ? happened : null;
  return {
    ...{ x, from, to: span.point ? x : Math.max(to, from + 1), left, labelX, labelWidth, by, since },
    ground: {
      from: Math.min(labelX, from, since ?? x) - EDGE,
      to: Math.max(labelX + labelWidth, x + 8, span.point ? x : to) + GAP,
    },
  };
}
