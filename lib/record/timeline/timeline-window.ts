/**
 * The stretch of time in view, and how it moves. Windows are half open, in milliseconds since 1970 (UTC); moves are in
 * pixels, because time is not even: empty years are folded. None ends where nothing is.
 */
import { axisAt, scaleBetween } from "./timeline-axis.ts";
import { plansFor, type Question } from "./timeline-plan.ts";
import { anchor, type Prepared } from "./timeline-prepared.ts";
import { DAY } from "./timeline-scale.ts";

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** A window as the picture has it: how large, and where it begins, px from the start of the axis. */
export interface Pane {
  readonly scale: number;
  readonly left: number;
}

/** Past this many posts a button zooms to where they are densest, not to the one nearest the middle. */
const FEW = 60;
/** Where a post comes to stand that the window is moved to, as a share of its width. */
const THIRD = 0.3;

const axisOf = (prepared: Prepared, { clock, open }: Question, scale: number) =>
  axisAt(prepared.stretches[clock], scale, open);

const placesOf = (prepared: Prepared, question: Question, scale: number): number[] => {
  const axis = axisOf(prepared, question, scale);
  return plansFor(prepared, question).posts.map(({ spans }) => axis.x(anchor(spans[question.clock])));
};

/** The scale at which a window fills the plot, no farther than the whole and no nearer than there is anything to see. */
export function scaleOf(prepared: Prepared, question: Question, { from, to }: Window): number {
  const { clock, open, width } = question;
  const { least, most } = plansFor(prepared, question).levels;
  const asked = scaleBetween(prepared.stretches[clock], from, Math.max(to, from + DAY / 24), width, open);
  // What is all but the whole is the whole: its plan is laid out for that.
  return asked < least * 1.0005 ? least : Math.min(asked, most);
}

/** Keeps a pane on the axis. */
export function clamp(prepared: Prepared, question: Question, { scale, left }: Pane): Pane {
  const { least, most } = plansFor(prepared, question).levels;
  const kept = Math.min(most, Math.max(least, scale));
  const axis = axisOf(prepared, question, kept);
  return { scale: kept, left: Math.max(0, Math.min(left, axis.width - question.width)) };
}

export function paneOf(prepared: Prepared, question: Question, window: Window | null): Pane {
  if (!window) return { scale: plansFor(prepared, question).levels.least, left: 0 };
  const scale = scaleOf(prepared, question, window);
  return clamp(prepared, question, { scale, left: axisOf(prepared, question, scale).x(window.from) });
}

export function windowOf(prepared: Prepared, question: Question, { scale, left }: Pane): Window {
  const axis = axisOf(prepared, question, scale);
  return { from: axis.moment(left), to: axis.moment(left + question.width) };
}

/** @param px to the right: what is later comes into view */
export const panBy = (prepared: Prepared, question: Question, pane: Pane, px: number): Pane =>
  clamp(prepared, question, { ...pane, left: pane.left + px });

/**
 * @param factor over 1 zooms in
 * @param at what stays where it is, px from the left of the plot; unless nothing would be left in view: then the window
 *   goes to the nearest post
 */
export function zoomBy(prepared: Prepared, question: Question, pane: Pane, factor: number, at: number): Pane {
  const moment = axisOf(prepared, question, pane.scale).moment(pane.left + at);
  const { scale } = clamp(prepared, question, { ...pane, scale: pane.scale * factor });
  const axis = axisOf(prepared, question, scale);
  const next = clamp(prepared, question, { scale, left: axis.x(moment) - at });
  return withSomething(prepared, question, next);
}

function withSomething(prepared: Prepared, question: Question, pane: Pane): Pane {
  const { width } = question;
  const places = placesOf(prepared, question, pane.scale);
  if (places.length === 0 || places.some((x) => x >= pane.left && x <= pane.left + width)) return pane;
  const middle = pane.left + width / 2;
  const nearest = places.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a));
  return clamp(prepared, question, { ...pane, left: nearest - width * THIRD });
}

/**
 * Where a button or a key zooms, px from the left of the plot: the chosen post when it is in view, else the nearest to
 * the middle, and among many the densest place.
 */
export function zoomPoint(prepared: Prepared, question: Question, pane: Pane, chosen: number | null): number {
  const { width } = question;
  const axis = axisOf(prepared, question, pane.scale);
  const inView = (x: number) => x >= pane.left && x <= pane.left + width;
  if (chosen !== null && inView(axis.x(chosen))) return axis.x(chosen) - pane.left;
  const places = placesOf(prepared, question, pane.scale);
  const seen = places.filter(inView).sort((a, b) => a - b);
  const middle = pane.left + width / 2;
  if (places.length > FEW && seen.length > 0) {
    let densest = { from: 0, count: 0 };
    let end = 0;
    for (const [from, x] of seen.entries()) {
      while (end < seen.length && (seen[end] ?? 0) < x + width / 12) end += 1;
      if (end - from > densest.count) densest = { from, count: end - from };
    }
    const last = seen[densest.from + densest.count - 1] ?? middle;
    return ((seen[densest.from] ?? middle) + last) / 2 - pane.left;
  }
  const nearest = places.reduce(
    (a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a),
    Number.POSITIVE_INFINITY,
  );
  return (Number.isFinite(nearest) ? nearest : middle) - pane.left;
}

/** Brings a stretch of the axis into view, when it is not: its beginning to the first third. */
export function bring(
  prepared: Prepared,
  question: Question,
  pane: Pane,
  { from, to, at }: { readonly from: number; readonly to: number; readonly at: number },
): Pane {
  const inside = from >= pane.left + 8 && to <= pane.left + question.width - 8;
  return inside ? pane : clamp(prepared, question, { ...pane, left: at - question.width * THIRD });
}
