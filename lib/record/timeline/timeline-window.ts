/**
 * The stretch of time in view, and how it moves. Windows are half open, in milliseconds since 1970 (UTC).
 */

import { OWN_LANE } from "./timeline.ts";
import { anchor, type Prepared } from "./timeline-prepared.ts";
import { DAY } from "./timeline-scale.ts";

export interface Window {
  readonly from: number;
  readonly to: number;
}

export const MIN_WINDOW = DAY;
/** Left of the first mark, px: room for the arcs that leave it. */
const LEAD = 51;

/** How far the picture goes: the extent with a fifteenth, and at least ten days, on each side. */
export function limits({ extent }: Prepared): Window {
  const margin = Math.max(10 * DAY, (extent.to - extent.from) / 15);
  return { from: extent.from - margin, to: extent.to + margin };
}

/** Keeps a window within the limits and no shorter than a day; the length gives way last. */
export function clamp({ from, to }: Window, within: Window): Window {
  const length = Math.min(Math.max(to - from, MIN_WINDOW), within.to - within.from);
  const middle = (from + to) / 2;
  const start = Math.min(Math.max(middle - length / 2, within.from), within.to - length);
  return { from: start, to: start + length };
}

/** @param factor over 1 zooms in; the moment `at` stays where it is */
export const zoomAt = ({ from, to }: Window, factor: number, at: number): Window => ({
  from: at - (at - from) / factor,
  to: at + (to - at) / factor,
});

export const panBy = ({ from, to }: Window, ms: number): Window => ({ from: from + ms, to: to + ms });

/** The whole dispute. */
export const fitAll = (prepared: Prepared): Window => limits(prepared);

/**
 * The view a reader meets first: the shortest window that holds at least nine in ten claims and events on the first
 * clock (verdicts, silences and what we do ourselves do not count: they come years later and would squeeze the rest), stretched to
 * neighbours less than a seventh of its length away, and wide enough for the labels of what it holds. When that is more
 * than half of the whole dispute, the whole is shown.
 * @param width of the plot, px
 */
export function fitDefault(prepared: Prepared, width: number): Window {
  const marks = prepared.posts
    .map(({ kind, lane, spans, label }) => ({ kind, lane, at: anchor(spans.happened), label: label.width }))
    .sort((a, b) => a.at - b.at);
  const main = marks.filter(({ kind, lane }) => (kind === "claim" || kind === "event") && lane !== OWN_LANE);
  const counted = main.length > 0 ? main : marks;
  const need = Math.ceil(counted.length * 0.9);
  const at = (i: number) => counted[i]?.at ?? 0;
  let first = 0;
  for (let i = 0; i + need <= counted.length; i += 1) {
    if (at(i + need - 1) - at(i) < at(first + need - 1) - at(first)) first = i;
  }
  let last = first + need - 1;
  const near = Math.max(7 * DAY, (at(last) - at(first)) / 7);
  while (first > 0 && at(first) - at(first - 1) <= near) first -= 1;
  while (last < counted.length - 1 && at(last + 1) - at(last) <= near) last += 1;

  const start = at(first);
  const whole = fitAll(prepared);
  // Pixels per ms at which every label still ends inside; no single label may take more than two thirds of the plot.
  let scale = (width - LEAD) / (60 * DAY);
  for (let i = first; i <= last; i += 1) {
    const label = Math.min(counted[i]?.label ?? 0, width * 0.66);
    if (at(i) > start) scale = Math.min(scale, (width - 8 - LEAD - label) / (at(i) - start));
  }
  const length = width / scale;
  if (length * 2 >= whole.to - whole.from) return whole;
  const from = start - LEAD / scale;
  return clamp({ from, to: from + length }, whole);
}
