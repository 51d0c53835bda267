/**
 * The engraving of a date: vertical strokes 4 px apart where it is known and further apart where it is not. A firm end
 * is a taller stroke; at a soft end the gap grows from 4 to 18 px over at most 64 px. An open end thins out and fades all
 * the way to the next thing that is known, and ends in a head of its own.
 *
 * Lengths are CSS pixels. Paths start at x = 0, the first stroke, and stand 10 px high on y = 0, so that a span's paths
 * stay the same strings while it is moved.
 */
import type { Edge } from "../../core/edtf/edtf.ts";
import type { Clock } from "./timeline.ts";
import type { Place } from "./timeline-place.ts";
import type { PreparedPost } from "./timeline-prepared.ts";

export const STEP = 4;
const SOFT = 64;
/** Between the last strokes of an open end, and between all strokes where only an order is known. */
const WIDEST = 18;

/** What of a span is drawn: all of it, or the part in view. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

export interface Strokes {
  /** Strokes of soft ends and of the near part of open ones, one pixel wide; then those that are fainter. */
  readonly hatch: string;
  readonly faint: string;
  readonly faintest: string;
  /** Taller strokes of the firm ends. */
  readonly firm: string;
  /** The heads of open ends: what goes on, nobody knows how far. */
  readonly heads: string;
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

/**
 * Distances of the strokes of an open end from what is known: the gap grows evenly from 4 to 18 px, whatever its length,
 * so a long one is as clearly open as a short one. In closed form: what is out of view is not counted through.
 */
function thinning(length: number, { from, to }: Part): number[] {
  const growth = (WIDEST - STEP) / Math.max(length, WIDEST);
  const at = (n: number) => (STEP / growth) * ((1 + growth) ** n - 1);
  const found: number[] = [];
  let n = from <= 0 ? 0 : Math.floor(Math.log1p((from * growth) / STEP) / Math.log1p(growth));
  for (let x = at(n); x <= Math.min(to, length + 0.5); n += 1, x = at(n)) found.push(Math.round(x));
  return found;
}

const path = (xs: readonly number[], top = 0, height = 10) =>
  xs.map((x) => `M${x + 0.5} ${top}v${height}`).join("");

const NOTHING: Strokes = { hatch: "", faint: "", faintest: "", firm: "", heads: "", even: null };

/** @param part of the span that is drawn; the strokes themselves never depend on it */
export function strokesBetween(
  length: number,
  start: Edge,
  end: Edge,
  part: Part = { from: 0, to: length },
): Strokes {
  const whole = Math.max(2, Math.round(length));
  if (start === "open" || end === "open") return openStrokes(whole, start, end, part);
  const room = (other: Edge) => Math.min(SOFT, other === "firm" ? whole : whole / 2);
  const left = start === "firm" ? [0] : fade(room(end));
  const right = end === "firm" ? [0] : fade(room(start));
  const from = (left.at(-1) ?? 0) + STEP;
  const to = whole - (right.at(-1) ?? 0) - STEP + 1;
  return {
    ...NOTHING,
    hatch: path([
      ...(start === "firm" ? [] : left),
      ...(end === "firm" ? [] : right.map((x) => whole - x).reverse()),
    ]),
    firm: path([...(start === "firm" ? [0] : []), ...(end === "firm" ? [whole] : [])], -3, 16),
    even: to > from ? [from, to] : null,
  };
}

function openStrokes(whole: number, start: Edge, end: Edge, part: Part): Strokes {
  if (start === "open" && end === "open") return looseStrokes(whole, part);
  // One that is open at its beginning is the other turned round.
  const turned = start === "open";
  const known = turned ? end : start;
  const soft = known === "soft" ? fade(Math.min(SOFT, whole / 3)) : [];
  const lead = known === "soft" ? (soft.at(-1) ?? 0) + STEP : 0;
  const seen = turned ? { from: whole - part.to, to: whole - part.from } : part;
  const open = thinning(whole - lead, { from: seen.from - lead, to: seen.to - lead }).map((x) => x + lead);
  const place = (x: number) => (turned ? whole - x : x);
  const band = (low: number, high: number) =>
    path(open.filter((x) => x > 0 && x >= lead && share(x) >= low && share(x) < high).map(place));
  const share = (x: number) => (x - lead) / Math.max(1, whole - lead);
  return {
    hatch: path(soft.map(place)) + band(0, 0.3),
    faint: band(0.3, 0.65),
    faintest: band(0.65, 2),
    firm: known === "firm" ? path([place(0)], -3, 16) : "",
    heads: turned ? "M3 1l-4 4l4 4" : `M${whole + 2} 1l4 4l-4 4`,
    even: null,
  };
}

/** Only an order is known, or nothing: even strokes, far apart, over all that it may have been. */
function looseStrokes(length: number, { from, to }: Part): Strokes {
  const xs: number[] = [];
  for (let x = Math.max(0, Math.ceil(from / WIDEST) * WIDEST); x <= Math.min(length, to); x += WIDEST)
    xs.push(x);
  return { ...NOTHING, faint: path(xs) };
}

/**
 * The engraving of a post: as much of it as lies in a part of the axis. None of a known day or moment, which is one stroke,
 * and of silence, which is dots.
 */
export function strokesOf(
  { post, place }: { readonly post: PreparedPost; readonly place: Place },
  clock: Clock,
  part: Part,
): Strokes | null {
  const span = post.spans[clock];
  if (span.point || post.kind === "silence") return null;
  const length = place.to - place.from;
  const own = { from: Math.floor(part.from - place.from), to: Math.ceil(part.to - place.from) };
  if (span.loose && span.start === null) return looseStrokes(length, own);
  const strokes = strokesBetween(length, span.startEdge, span.endEdge, own);
  return { ...strokes, even: strokes.even && inView(strokes.even, own) };
}

/**
 * The part of an even run that lies in view, so that a season drawn day by day is not thousands of strokes. It moves in
 * steps, a multiple of every dash, so that the strokes keep their places.
 */
export function inView(
  run: readonly [number, number],
  { from: left, to: right }: Part,
): [number, number] | null {
  const chunk = 512;
  const from = Math.max(run[0], run[0] + Math.floor((left - run[0]) / chunk) * chunk);
  const to = Math.min(run[1], run[0] + Math.ceil((right - run[0]) / chunk) * chunk);
  return to > from ? [from, to] : null;
}
