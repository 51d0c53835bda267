/**
 * Which row each post has at a scale, and how near a reader must be for words. A plan covers the whole dispute, not the
 * window, so nothing jumps while the picture is panned; and it holds for a range of scales, so that little jumps while it
 * is zoomed: rows are laid out at the smallest scale of the range, and at a larger one posts only move apart.
 *
 * Three levels: posts counted by lane and time, their marks, and their words. Which one it is depends on the scale alone,
 * so coming nearer never takes words away.
 */
import type { Clock } from "./timeline.ts";
import { type Axis, axisAt, fitScale } from "./timeline-axis.ts";
import { type Filter, shows } from "./timeline-filter.ts";
import { type Level, placeOf } from "./timeline-place.ts";
import { anchor, type Prepared, type PreparedPost } from "./timeline-prepared.ts";
import { DAY, floorTo, nextOf, unitOf } from "./timeline-scale.ts";

/** Rows of all lanes together: a tall screen. With many lanes, a few over one to each. */
const MOST_ROWS = 26;
const ROWS_OVER_LANES = 12;
/** Ranges of scales to each doubling. */
const RANGES = 4;
/** The nearest a reader comes, px per ms: a day is 64 px, or nearer where words need it. */
const NEAREST = 64 / DAY;
/** The axis is never longer than this: past it a browser cannot tell pixels apart. */
const LONGEST_AXIS = 4_000_000;
/** Posts whose relations are drawn at rest. */
export const MOST_WITH_LINES = 60;
/** The width of a column of counted posts. */
const BIN = 9;

/** What decides a plan, besides the dispute. */
export interface Question {
  readonly clock: Clock;
  readonly filter: Filter;
  /** Whether empty years are drawn as long as they are. */
  readonly open: boolean;
  /** Of the plot, px. */
  readonly width: number;
}

/** The scales at which the whole fits, and from which on there are marks, and words; and the largest there is. */
export interface Levels {
  readonly least: number;
  readonly marks: number;
  readonly words: number;
  readonly most: number;
}

export interface Item {
  readonly post: PreparedPost;
  readonly lane: number;
  readonly row: number;
}

/** Posts of one lane in one stretch of time, counted. */
export interface Bin {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  readonly ids: readonly string[];
}

export interface Plan {
  readonly level: Level;
  /** In the order of time. */
  readonly items: readonly Item[];
  /** How many rows each lane has. */
  readonly rows: readonly number[];
  readonly bins: readonly Bin[];
}

interface Rows {
  readonly items: readonly Item[];
  readonly rows: readonly number[];
}

interface Row {
  free: number;
  readonly ids: Set<string>;
}

/**
 * First row with room, post by post, in time. Two that relate to each other never share one.
 * @param alone posts that relate to another have nothing before them on their row, so that a line can come to them
 * @returns null when it comes to more than `most` rows
 */
function rowsOf(
  posts: readonly PreparedPost[],
  { lanes }: Prepared,
  {
    clock,
    axis,
    level,
    alone,
    most,
  }: { clock: Clock; axis: Axis; level: Level; alone: boolean; most: number },
): Rows | null {
  const laneOf = new Map(lanes.map(({ id }, index) => [id, index]));
  const rows: Row[][] = lanes.map(() => []);
  const relatedTo = new Map<string, string[]>();
  for (const { id, relations } of posts) {
    for (const { to } of relations) {
      relatedTo.set(id, [...(relatedTo.get(id) ?? []), to]);
      relatedTo.set(to, [...(relatedTo.get(to) ?? []), id]);
    }
  }
  const items: Item[] = [];
  let total = 0;
  for (const post of posts) {
    const lane = laneOf.get(post.lane) ?? 0;
    const there = rows[lane] ?? [];
    const { ground } = placeOf(post, clock, axis, level);
    const related = relatedTo.get(post.id) ?? [];
    const from =
      alone && level === "words" && post.relations.length > 0 ? Number.NEGATIVE_INFINITY : ground.from;
    const found = there.findIndex(({ free, ids }) => from >= free && !related.some((id) => ids.has(id)));
    if (found < 0) {
      total += 1;
      if (total > most) return null;
      there.push({ free: ground.to, ids: new Set([post.id]) });
    } else {
      const row = there[found];
      if (row) row.free = Math.max(row.free, ground.to);
      row?.ids.add(post.id);
    }
    items.push({ post, lane, row: found < 0 ? there.length - 1 : found });
  }
  return { items, rows: rows.map(({ length }) => length) };
}

const inTime = (prepared: Prepared, { clock, filter }: Question): PreparedPost[] =>
  prepared.posts
    .filter((post) => shows(filter, post))
    .map((post, order) => ({ post, order, at: anchor(post.spans[clock]) }))
    .sort((a, b) => a.at - b.at || a.order - b.order)
    .map(({ post }) => post);

const mostRows = ({ lanes }: Prepared) => Math.max(MOST_ROWS, lanes.length + ROWS_OVER_LANES);

function levelsOf(prepared: Prepared, question: Question, posts: readonly PreparedPost[]): Levels {
  const { clock, open, width } = question;
  const stretches = prepared.stretches[clock];
  const least = fitScale(stretches, width, open);
  const drawn = stretches.reduce((sum, { from, to, empty }) => (empty && !open ? sum : sum + to - from), 0);
  const longest = Math.max(least, LONGEST_AXIS / drawn);
  const most = mostRows(prepared);
  const enough = (level: Level, from: number) => {
    let scale = from;
    for (let i = 0; i < 14 * RANGES && scale < longest; i += 1) {
      const axis = axisAt(stretches, scale, open);
      if (rowsOf(posts, prepared, { clock, axis, level, alone: false, most })) return scale;
      scale *= 2 ** (1 / RANGES);
    }
    return Number.POSITIVE_INFINITY;
  };
  const marks = enough("marks", least);
  const words = Number.isFinite(marks) ? enough("words", marks) : marks;
  return {
    ...{ least, marks, words },
    most: Math.max(least, Math.min(longest, Math.max(NEAREST, Number.isFinite(words) ? words * 1.6 : 0))),
  };
}

function binsOf(prepared: Prepared, posts: readonly PreparedPost[], clock: Clock, scale: number): Bin[] {
  const unit = unitOf(BIN, scale);
  const laneOf = new Map(prepared.lanes.map(({ id }, index) => [id, index]));
  const bins = new Map<string, { lane: number; from: number; to: number; ids: string[] }>();
  for (const post of posts) {
    const lane = laneOf.get(post.lane) ?? 0;
    const from = floorTo(anchor(post.spans[clock]), unit);
    const key = `${lane} ${from}`;
    const bin = bins.get(key) ?? { lane, from, to: nextOf(from, unit), ids: [] };
    bin.ids.push(post.id);
    bins.set(key, bin);
  }
  return [...bins.values()];
}

/** All plans of one question: what comes at each scale is made when it is asked for, and kept. */
export interface Plans {
  readonly levels: Levels;
  /** All that is shown, in the order of time, and in that of the list. */
  readonly posts: readonly PreparedPost[];
  readonly inOrder: readonly PreparedPost[];
  /** @param scale px per ms; plans of one range are the same object */
  readonly at: (scale: number) => Plan;
}

function plansOf(prepared: Prepared, question: Question): Plans {
  const { clock, open } = question;
  const stretches = prepared.stretches[clock];
  const posts = inTime(prepared, question);
  const levels = levelsOf(prepared, question, posts);
  const made = new Map<number, Plan>();
  const plan = (scale: number): Plan => {
    // The smallest scale of its range, counted from that of the first view, which is so laid out exactly.
    const level: Level =
      scale >= levels.words * (1 - 1e-9) ? "words" : scale >= levels.marks * (1 - 1e-9) ? "marks" : "density";
    if (level === "density") {
      return {
        level,
        items: [],
        rows: prepared.lanes.map(() => 1),
        bins: binsOf(prepared, posts, clock, scale),
      };
    }
    const axis = axisAt(stretches, scale, open);
    const found =
      (posts.length <= MOST_WITH_LINES &&
        rowsOf(posts, prepared, { clock, axis, level, alone: true, most: mostRows(prepared) })) ||
      rowsOf(posts, prepared, { clock, axis, level, alone: false, most: Number.POSITIVE_INFINITY });
    return { level, items: found?.items ?? [], rows: found?.rows ?? [], bins: [] };
  };
  const rangeOf = (scale: number) => Math.floor(RANGES * Math.log2(scale / levels.least) + 1e-9);
  return {
    levels,
    posts,
    inOrder: prepared.posts.filter((post) => shows(question.filter, post)),
    at: (scale) => {
      const range = rangeOf(scale);
      const known = made.get(range);
      if (known) return known;
      const found = plan(levels.least * 2 ** (range / RANGES));
      for (const old of made.keys()) if (made.size >= 12) made.delete(old);
      made.set(range, found);
      return found;
    },
  };
}

const memories = new WeakMap<Prepared, Map<string, Plans>>();

/** The same question gives the same plans: the last few of each dispute are kept. */
export function plansFor(prepared: Prepared, question: Question): Plans {
  const known = memories.get(prepared) ?? new Map<string, Plans>();
  memories.set(prepared, known);
  const { clock, filter, open, width } = question;
  const key = `${clock} ${open} ${width} ${filter.parties} ${filter.kinds} ${filter.ratings}`;
  const found = known.get(key) ?? plansOf(prepared, question);
  for (const old of known.keys()) if (known.size >= 6 && old !== key) known.delete(old);
  known.set(key, found);
  return found;
}
