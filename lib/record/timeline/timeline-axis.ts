/**
 * The axis of the picture: time in proportion where something is, and empty years folded to a stretch of fixed width
 * that says how long it is. Pure; moments are ms since 1970 (UTC), places are CSS pixels from the start of the axis.
 */
import { DAY, floorTo, nextOf } from "./timeline-scale.ts";

/** Without a known bound for this long, the axis is broken. */
const EMPTY = 365 * DAY;
/** What is kept of an empty stretch: after the bound before it, and before the bound after it. */
const AIR_AFTER = 14 * DAY;
const AIR_BEFORE = 4 * DAY;
/** Of a folded stretch, px. */
const FOLD = 150;
/** Before the first moment and after the last, px. */
const LEAD = 18;
const TAIL = 43;
/** Folds that one axis may have: the longest ones. */
const MOST_FOLDS = 12;
const MONTH = { name: "month", n: 1, ms: 30.44 * DAY } as const;

/** A stretch of time between two bounds; `empty` when nothing is known to lie in it: then between which bounds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly empty: { readonly from: number; readonly to: number } | null;
}

export interface PlacedStretch extends Stretch {
  readonly x0: number;
  readonly x1: number;
  /** Drawn shorter than it is. */
  readonly folded: boolean;
}

export interface Axis {
  readonly stretches: readonly PlacedStretch[];
  /** px per ms, where nothing is folded. */
  readonly scale: number;
  readonly width: number;
  readonly x: (moment: number) => number;
  readonly moment: (x: number) => number;
}

/** @param bounds every known bound, in any order */
export function stretchesOf(bounds: readonly number[]): Stretch[] {
  const known = [...new Set(bounds)].sort((a, b) => a - b);
  const first = known[0] ?? 0;
  const last = known.at(-1) ?? DAY;
  const gaps = known
    .slice(1)
    .map((to, i) => ({ from: known[i] ?? to, to }))
    .filter(({ from, to }) => to - from >= EMPTY)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .slice(0, MOST_FOLDS)
    .sort((a, b) => a.from - b.from);
  const found: Stretch[] = [];
  let from = floorTo(first, MONTH);
  let before = first;
  for (const empty of gaps) {
    found.push({ from, to: empty.from + AIR_AFTER, empty: null });
    found.push({ from: empty.from + AIR_AFTER, to: empty.to - AIR_BEFORE, empty });
    from = empty.to - AIR_BEFORE;
    before = empty.to;
  }
  // A whole month where there is more than one; beside a fold no more than what is known.
  const end =
    last - before < 31 * DAY && gaps.length > 0 ? last + AIR_BEFORE : nextOf(floorTo(last, MONTH), MONTH);
  found.push({ from, to: Math.max(end, from + DAY), empty: null });
  return found;
}

const widthOf = ({ from, to, empty }: Stretch, scale: number, open: boolean): number =>
  empty && !open ? Math.min(FOLD, (to - from) * scale) : (to - from) * scale;

/** @param open whether empty stretches are drawn as long as they are */
export function axisAt(stretches: readonly Stretch[], scale: number, open: boolean): Axis {
  let at = LEAD;
  const placed = stretches.map((stretch): PlacedStretch => {
    const width = widthOf(stretch, scale, open);
    const x0 = at;
    at += width;
    return { ...stretch, x0, x1: at, folded: width < (stretch.to - stretch.from) * scale - 1 };
  });
  const end = at;
  const x = (moment: number) => {
    const first = placed[0];
    if (!first || moment < first.from) return LEAD + (moment - (first?.from ?? 0)) * scale;
    for (const { from, to, x0, x1 } of placed) {
      if (moment <= to) return x0 + ((x1 - x0) * (moment - from)) / (to - from);
    }
    return end + (moment - (placed.at(-1)?.to ?? 0)) * scale;
  };
  const moment = (px: number) => {
    const first = placed[0];
    if (!first || px < first.x0) return (first?.from ?? 0) + (px - LEAD) / scale;
    for (const { from, to, x0, x1 } of placed) {
      if (px <= x1) return from + ((to - from) * (px - x0)) / (x1 - x0);
    }
    return (placed.at(-1)?.to ?? 0) + (px - end) / scale;
  };
  return { stretches: placed, scale, width: end + TAIL, x, moment };
}

/** The scale at which a measure of the axis that grows with the scale is `wanted`. By halving: folds make it no formula. */
function scaleWhere(measure: (scale: number) => number, wanted: number): number {
  let [low, high] = [1e-15, 1e-3];
  for (let i = 0; i < 90; i += 1) {
    // In the logarithm: a thousand years and a day are equally near.
    const middle = Math.sqrt(low * high);
    if (measure(middle) > wanted) high = middle;
    else low = middle;
  }
  return low;
}

/** The scale at which the whole axis is `width` wide. */
export const fitScale = (stretches: readonly Stretch[], width: number, open: boolean): number =>
  scaleWhere((scale) => axisAt(stretches, scale, open).width, width);

/** The scale at which two moments stand `width` apart. */
export const scaleBetween = (
  stretches: readonly Stretch[],
  from: number,
  to: number,
  width: number,
  open: boolean,
): number =>
  scaleWhere((scale) => {
    const axis = axisAt(stretches, scale, open);
    return axis.x(to) - axis.x(from);
  }, width);

/** How long an empty stretch is, as people count: whole years and months. */
export function lengthOf({ from, to }: { readonly from: number; readonly to: number }): {
  readonly years: number;
  readonly months: number;
} {
  const [a, b] = [new Date(from), new Date(to)];
  const months =
    (b.getUTCFullYear() - a.getUTCFullYear()) * 12 +
    (b.getUTCMonth() - a.getUTCMonth()) -
    (b.getUTCDate() < a.getUTCDate() ? 1 : 0);
  return { years: Math.floor(months / 12), months: months % 12 };
}
