/** The words under the axis, stretch by stretch: each begins by saying its year, and none runs over a fold. */
import type { Axis } from "./timeline-axis.ts";
import { nameOf, ticks } from "./timeline-scale.ts";
import { rough } from "./timeline-text.ts";
import type { Window } from "./timeline-window.ts";

export interface AxisTick {
  readonly at: number;
  readonly x: number;
  /** Empty where it would run into another, or over a fold. */
  readonly label: string;
  /** Whether a line stands there: a stretch that begins in the middle of a month has none. */
  readonly line: boolean;
}

/** @param window what is in view: the first label in it says its year */
export function axisTicks(axis: Axis, window: Window, locale: string): AxisTick[] {
  return axis.stretches.flatMap((stretch, index): AxisTick[] => {
    const from = Math.max(stretch.from, window.from);
    const to = Math.min(stretch.to, window.to);
    if (stretch.folded || from >= to) return [];
    const end = index === axis.stretches.length - 1 ? axis.width : stretch.x1;
    const found = ticks(from, to, axis.scale, axis.x, locale);
    const begins = index > 0 && from === stretch.from && found[0]?.at !== from;
    const start = begins
      ? [{ at: from, x: axis.x(from), label: nameOf(from, axis.scale, locale), line: false }]
      : [];
    const free = start[0] ? start[0].x + rough(start[0].label, "fine") + 12 : Number.NEGATIVE_INFINITY;
    return [
      ...start,
      ...found.map(({ at, x, label }) => {
        const fits = x >= free && x + 4 + rough(label, "fine") <= end;
        return { at, x, label: fits ? label : "", line: true };
      }),
    ];
  });
}
