/**
 * The engraving of a date: vertical strokes 4 px apart where it is known and further apart where it is not. A firm end
 * is a taller stroke; at a soft end the gap grows from 4 to 18 px over at most 64 px, at an open end over 300 px.
 *
 * Lengths are CSS pixels. Paths start at x = 0, the first stroke, and stand 10 px high on y = 0, so that a span's paths
 * stay the same strings while it is moved.
 */
import type { Edge } from "../../core/edtf/edtf.ts";

export const STEP = 4;
const SOFT = 64;
export const OPEN = 300;

export interface Strokes {
  /** Strokes of the fading ends, one pixel wide. */
  readonly hatch: string;
  /** Taller strokes of the firm ends. */
  readonly firm: string;
  /** Where the even strokes between run, to be drawn as one dashed line; null when there are none. */
  readonly even: readonly [number, number] | null;
}

/** Distances of the strokes of a fading end from that end, widest gap first. */
function fade(length: number): number[] {
  const found = [0];
  for (let at = 0; ; ) {
    const left = 1 - at / length;
    const gap = Math.max(STEP, Math.round(STEP + 14 * (length > SOFT ? left ** 1.6 : left ** 2)));
    at += gap;
    if (at >= length) return found;
    found.push(at);
    if (gap === STEP && length <= SOFT) return found;
  }
}

/** @param length px between the ends; where one is open, the length its fade takes is included */
export function strokesBetween(length: number, start: Edge, end: Edge): Strokes {
  const whole = Math.max(2, Math.round(length));
  const room = (edge: Edge, other: Edge) => {
    if (edge === "firm") return 0;
    if (edge === "open") return Math.min(OPEN, other === "firm" ? whole : whole - Math.min(SOFT, whole / 3));
    return Math.min(SOFT, other === "firm" ? whole : other === "open" ? whole / 3 : whole / 2);
  };
  const left = start === "firm" ? [0] : fade(room(start, end));
  const right = end === "firm" ? [0] : fade(room(end, start));
  const hatch: number[] = start === "firm" ? [] : left;
  const from = (left.at(-1) ?? 0) + STEP;
  const to = whole - (right.at(-1) ?? 0) - STEP + 1;
  const path = (xs: readonly number[], top: number, height: number) =>
    xs.map((x) => `M${x + 0.5} ${top}v${height}`).join("");
  return {
    hatch: path([...hatch, ...(end === "firm" ? [] : right.map((x) => whole - x).reverse())], 0, 10),
    firm: path([...(start === "firm" ? [0] : []), ...(end === "firm" ? [whole] : [])], -3, 16),
    even: to > from ? [from, to] : null,
  };
}

/**
 * The part of an even run that lies in view, so that a season drawn day by day is not thousands of strokes. It moves in
 * steps, a multiple of every dash, so that the strokes keep their places.
 * @param left,right the view in the run's own pixels
 */
export function inView(run: readonly [number, number], left: number, right: number): [number, number] | null {
  const chunk = 512;
  const from = Math.max(run[0], run[0] + Math.floor((left - run[0]) / chunk) * chunk);
  const to = Math.min(run[1], run[0] + Math.ceil((right - run[0]) / chunk) * chunk);
  return to > from ? [from, to] : null;
}
