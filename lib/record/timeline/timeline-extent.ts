/** The ground a post needs: its mark, its label and its strokes, in px on an axis that starts at moment 0. */
import type { Clock } from "./timeline.ts";
import type { Label } from "./timeline-label.ts";
import { anchor, type PreparedPost } from "./timeline-prepared.ts";
import { OPEN } from "./timeline-strokes.ts";

export const MARK = 14;
/** Silence starts this far after the moment it counts from, so that its dots do not touch the strokes before it. */
const SILENCE_LEAD = 24;

export interface Extent {
  readonly left: number;
  readonly right: number;
  /** The mark, and where its strokes run. */
  readonly x: number;
  readonly strokes: readonly [number, number];
  readonly labelLeft: boolean;
}

/** @param scale px per ms */
export function extentOf(post: PreparedPost, clock: Clock, scale: number): Extent {
  const { label } = post;
  const span = post.spans[clock];
  const lead = post.kind === "silence" ? SILENCE_LEAD : 0;
  const x = anchor(span) * scale + lead;
  const labelLeft = span.start === null;
  const start = span.start === null ? x - OPEN : x;
  const end = span.end === null ? start + (post.kind === "silence" ? 0 : OPEN) : span.end * scale;
  const strokes = span.point ? ([x, x] as const) : ([start, Math.max(end, start + 2)] as const);
  let left = Math.min(strokes[0], labelLeft ? x - label.width - MARK : x);
  if (clock === "known" && post.kind !== "silence") {
    const happened = anchor(post.spans.happened) * scale;
    // The grey bar's words stand over the arrow when it is long enough, before it when not.
    if (happened < x - 8)
      left = Math.min(left, ghostFits(x - happened, label) ? happened : happened - label.ghostWidth - 8);
  }
  return { left, right: Math.max(strokes[1], labelLeft ? x : x + label.width), x, strokes, labelLeft };
}

export const ghostFits = (lag: number, label: Label): boolean => label.ghostWidth + 16 <= lag;
