/**
 * The picture of a timeline: what stands where, in CSS pixels from the start of its axis. Pure: the same on the server
 * and in the browser. A window on it is moved by a single shift, so panning draws nothing anew.
 */
import type { Clock } from "./timeline.ts";
import { type Axis, axisAt } from "./timeline-axis.ts";
import { NO_FILTER } from "./timeline-filter.ts";
import { type Bundle, bundlesOf, type Line, linesOf, type Seat } from "./timeline-lines.ts";
import { type Level, placeOf } from "./timeline-place.ts";
import {
  type Bin,
  type Item,
  MOST_WITH_LINES,
  type Plan,
  type Plans,
  plansFor,
  type Question,
} from "./timeline-plan.ts";
import type { Prepared, PreparedLane } from "./timeline-prepared.ts";
import { scaleOf, type Window } from "./timeline-window.ts";

export const ROW = 34;
/** Above the first lane. */
export const AXIS = 60;
const PAD = 8;
const UNDER = 4;
const LEAST_LANE = 52;
/** A lane with nothing in view. */
const FOLDED_LANE = 30;
const NAME_LINE = 17;
const DENSITY = 52;
/** Where counted posts stand, from the foot of their lane. */
const BIN_FOOT = 10;
/** Between the tracks under a row: a line of text, or on a narrow picture, where none stands at rest, a line. */
const TRACK = 17;
const NARROW_TRACK = 5;
/** Plots narrower than this show the lines of the chosen post alone. */
const NARROW = 560;

export interface PlacedLane extends PreparedLane {
  readonly y: number;
  readonly height: number;
  readonly folded: boolean;
}

export interface PlacedBin extends Bin {
  readonly x: number;
  readonly width: number;
  /** Their foot. */
  readonly y: number;
}

export interface Layout {
  readonly axis: Axis;
  readonly level: Level;
  readonly plans: Plans;
  readonly lanes: readonly PlacedLane[];
  readonly height: number;
  readonly posts: readonly Seat[];
  readonly lines: readonly Line[];
  /** Whether lines are drawn at rest, or only those of the chosen post. */
  readonly linesAtRest: boolean;
  readonly bins: readonly PlacedBin[];
}

/** A picture at one scale. */
export interface Setting extends Question {
  readonly scale: number;
  /** Lanes, by their place, that are folded. */
  readonly folded: ReadonlySet<number>;
}

/** Which lanes have nothing in a window. */
export function emptyLanes(prepared: Prepared, question: Question, window: Window): Set<number> {
  const { clock, open, width } = question;
  const scale = scaleOf(prepared, question, window);
  const axis = axisAt(prepared.stretches[clock], scale, open);
  const left = axis.x(window.from);
  const plan = plansFor(prepared, question).at(scale);
  const used = new Set<number>();
  for (const { post, lane } of plan.items) {
    const { ground } = placeOf(post, clock, axis, plan.level);
    if (ground.to > left && ground.from < left + width) used.add(lane);
  }
  for (const { lane, from, to } of plan.bins) if (to > window.from && from < window.to) used.add(lane);
  return new Set([...prepared.lanes.keys()].filter((lane) => !used.has(lane)));
}

export function layout(prepared: Prepared, setting: Setting): Layout {
  const { clock, open, width, scale, folded } = setting;
  const plans = plansFor(prepared, setting);
  const plan = plans.at(scale);
  const axis = axisAt(prepared.stretches[clock], scale, open);
  const hasLines = plan.level === "words" && clock === "happened" && plans.posts.length <= MOST_WITH_LINES;
  const narrow = width < NARROW;
  const track = narrow ? NARROW_TRACK : TRACK;
  const bundles = hasLines ? bundlesOf(plan.items) : [];
  const { lanes, rowTop, stripTop, height } = heights(prepared, plan, bundles, track, folded);

  const posts = plan.items
    .filter(({ lane }) => !folded.has(lane))
    .map(
      (item): Seat => ({
        ...item,
        place: placeOf(item.post, clock, axis, plan.level),
        top: rowTop(item),
      }),
    );
  const lines = linesOf(posts, hasLines ? bundlesOf(posts) : [], stripTop, track);
  const bins = plan.bins.flatMap((bin): PlacedBin[] => {
    const lane = lanes[bin.lane];
    if (!lane || lane.folded) return [];
    const x = axis.x(bin.from);
    const wide = Math.min(24, Math.max(4, axis.x(bin.to) - x - 2));
    return [{ ...bin, x, width: wide, y: lane.y + lane.height - BIN_FOOT }];
  });
  return { axis, level: plan.level, plans, lanes, height, posts, lines, linesAtRest: !narrow, bins };
}

/** The picture that is met first: the whole dispute as it happened, with nothing left out. */
export function firstView(prepared: Prepared, width: number): Layout {
  const question = { clock: "happened", filter: NO_FILTER, open: false, width } as const;
  const { least } = plansFor(prepared, question).levels;
  return layout(prepared, { ...question, scale: least, folded: new Set() });
}

/** Rows one under another, with tracks under those that lines come to from below. */
function heights(
  prepared: Prepared,
  plan: Plan,
  bundles: readonly Bundle<Item>[],
  track: number,
  folded: ReadonlySet<number>,
) {
  const tracks = new Map<string, number>();
  const key = ({ lane, row }: { lane: number; row: number }) => `${lane} ${row}`;
  for (const { to, below } of bundles) if (below) tracks.set(key(to), (tracks.get(key(to)) ?? 0) + 1);
  const tops = new Map<string, number>();
  let y = AXIS;
  const lanes = prepared.lanes.map((lane, index): PlacedLane => {
    const top = y;
    if (folded.has(index)) {
      y += FOLDED_LANE;
      return { ...lane, y: top, height: FOLDED_LANE, folded: true };
    }
    y += PAD;
    if (plan.level === "density") y += DENSITY;
    else
      for (let row = 0; row < (plan.rows[index] ?? 0); row += 1) {
        tops.set(key({ lane: index, row }), y);
        y += ROW;
        const count = tracks.get(key({ lane: index, row })) ?? 0;
        if (count > 0) y += count * track + 8;
      }
    const least = Math.max(LEAST_LANE, (lane.names.length + lane.roles.length) * NAME_LINE + 18);
    y = Math.max(y, top + least) + UNDER;
    return { ...lane, y: top, height: y - top, folded: false };
  });
  const rowTop = (at: { lane: number; row: number }) => tops.get(key(at)) ?? AXIS;
  return { lanes, height: y, rowTop, stripTop: (at: { lane: number; row: number }) => rowTop(at) + ROW - 3 };
}

/** What is outside a window, by its anchor: so many before it, so many after. */
export function beyond(
  { posts }: Plans,
  clock: Clock,
  { from, to }: Window,
): { earlier: number; later: number } {
  let earlier = 0;
  let later = 0;
  for (const { spans } of posts) {
    const { start, end } = spans[clock];
    const at = start ?? end ?? 0;
    if (at < from) earlier += 1;
    else if (at > to) later += 1;
  }
  return { earlier, later };
}
