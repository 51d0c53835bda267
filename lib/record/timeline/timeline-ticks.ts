/** The words under the axis, run by run: each begins by saying its year, and none runs over a fold. */
import type { Axis } from "./timeline-axis.ts";
import { namesOf, ticks } from "./timeline-scale.ts";
import { rough } from "./timeline-text.ts";
import type { Window } from "./timeline-window.ts";

export interface AxisTick {
  readonly at: number;
  readonly x: number;
  /** Empty where it would run into another, or over a fold. */
  readonly label: string;
  /** Whether a line stands there: a run that begins in the middle of a month has none. */
  readonly line: boolean;
}

/** Stretches that follow upon each other without a fold. */
function runsOf({ stretches, width }: Axis) {
  const runs: { from: number; to: number; end: number; afterFold: boolean }[] = [];
  for (const [index, { from, to, x1, folded }] of stretches.entries()) {
    const before = stretches[index - 1];
    const last = runs.at(-1);
    const end = index === stretches.length - 1 ? width : x1;
    if (folded) continue;
    if (last && before && !before.folded) Object.assign(last, { to, end });
    else runs.push({ from, to, end, afterFold: before?.folded ?? false });
  }
  return runs;
}

/** @param window what is in view: the first label in it says its year */
export function axisTicks(axis: Axis, window: Window, locale: string): AxisTick[] {
  return runsOf(axis).flatMap((run): AxisTick[] => {
    const from = Math.max(run.from, window.from);
    const to = Math.min(run.to, window.to);
    if (from >= to) return [];
    const found = ticks(from, to, axis.scale, axis.x, locale);
    const fits = (x: number, label: string) => x + 4 + rough(label, "fine") <= run.end;
    const begins = run.afterFold && from === run.from && found[0]?.at !== from;
    const name = namesOf(from, axis.scale, locale).find((label) => fits(axis.x(from), label));
    const start = begins && name ? [{ at: from, x: axis.x(from), label: name, line: false }] : [];
    const free = start[0] ? start[0].x + rough(start[0].label, "fine") + 12 : Number.NEGATIVE_INFINITY;
    return [
      ...start,
      ...found.map(({ at, x, label }) => ({
        ...{ at, x, line: true },
        label: x >= free && fits(x, label) ? label : "",
      })),
    ];
  });
}
