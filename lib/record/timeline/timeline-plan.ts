/**
 * Which row each post has at a scale, and which stand too close to be told apart. A plan covers the whole dispute, not
 * the window, so nothing jumps while the picture is panned; and it holds for a range of scales, so that little jumps
 * while it is zoomed: rows are laid out at the smallest scale of the range, and at a larger one posts only move apart.
 *
 * Crowding: time is cut into calendar cells of at least 160 px. A cell with more than one post per 12 px shows no
 * labels; each lane has there a stack of its posts instead. If the rows of all lanes still come to more than 20 (a
 * tall screen), each lane gets fewer, and the posts that find no room on them are stacked. A post is always on a
 * row or in a stack.
 */
import type { Clock } from "./timeline.ts";
import { extentOf } from "./timeline-extent.ts";
import { type Filter, shows } from "./timeline-filter.ts";
import { anchor, type Prepared, type PreparedLane, type PreparedPost } from "./timeline-prepared.ts";
import { floorTo, nextOf, unitOf } from "./timeline-scale.ts";

export const ROW = 44;
const AXIS = 56;
/** Under and over the rows of a lane together. */
const PAD = 14;
/** Between two posts on one row. */
const GAP = 12;
const MOST_ROWS = 20;
const CELL = 160;
const PER_POST = 12;
/** A stack is 8 px wide and needs room for its number. */
const BIN = 24;

export interface PlannedLane extends PreparedLane {
  readonly y: number;
  readonly height: number;
  readonly rows: number;
}

export interface Item {
  readonly post: PreparedPost;
  readonly lane: number;
  readonly row: number;
  /** Its neighbours on the row, whose words its own must not cross. */
  readonly before: Item | null;
  readonly after: Item | null;
}

export interface Stack {
  readonly lane: number;
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly ids: readonly string[];
}

export interface Plan {
  readonly lanes: readonly PlannedLane[];
  readonly height: number;
  /** By anchor on the clock. */
  readonly items: readonly Item[];
  readonly byId: ReadonlyMap<string, Item>;
  readonly stacks: readonly Stack[];
  readonly stackOf: ReadonlyMap<string, Stack>;
}

/** The smallest scale of the range that a scale belongs to: four ranges to each doubling. */
const planScale = (scale: number): number => 2 ** (Math.floor(4 * Math.log2(scale) + 1e-9) / 4);

type ItemInTheMaking = { -readonly [K in keyof Item]: Item[K] };

interface Row {
  /** Where the row is free again, on both clocks and on the first one. */
  free: number;
  freeOnFirst: number;
  last: ItemInTheMaking | null;
}

interface Draft {
  readonly post: PreparedPost;
  readonly lane: number;
  readonly cell: number;
}

interface Rows {
  readonly items: Item[];
  readonly rows: number[];
  /** What found no row. */
  readonly left: readonly Draft[];
}

/** A post's reach on a row. */
interface Reach {
  readonly draft: Draft;
  readonly at: number;
  readonly left: number;
  readonly right: number;
  /** On the first clock alone. */
  readonly alone: number;
  /** Silence that goes on. */
  readonly open: boolean;
}

/** In the order of the first clock. */
const reachesOf = (drafts: readonly Draft[], scale: number): Reach[] =>
  drafts
    .map((draft) => {
      const happened = extentOf(draft.post, "happened", scale);
      const known = extentOf(draft.post, "known", scale);
      // A row is kept on both clocks. Only silence that goes on gives way on the second one.
      const open = draft.post.kind === "silence" && draft.post.spans.happened.end === null;
      const left = open ? happened.left : Math.min(happened.left, known.left);
      const right = Math.max(happened.right, known.right);
      return { draft, at: happened.x, left, right, alone: happened.right, open };
    })
    .sort((a, b) => a.at - b.at);

/** First row with room, post by post. */
function rowsOf(reaches: readonly Reach[], lanes: number, most: number): Rows {
  const rows: Row[][] = Array.from({ length: lanes }, () => []);
  const items: Item[] = [];
  const over: Draft[] = [];
  for (const { draft, left, right, alone, open } of reaches) {
    const lane = rows[draft.lane] ?? [];
    const found = lane.findIndex((row) => left >= (open ? row.freeOnFirst : row.free) + GAP);
    const row: Row = lane[found] ?? { free: 0, freeOnFirst: 0, last: null };
    if (found < 0 && lane.length >= most) {
      over.push(draft);
      continue;
    }
    if (found < 0) lane.push(row);
    const item: ItemInTheMaking = {
      post: draft.post,
      lane: draft.lane,
      row: found < 0 ? lane.length - 1 : found,
      before: row.last,
      after: null,
    };
    if (row.last) row.last.after = item;
    row.last = item;
    // Silence that goes on takes the rest of its row.
    row.free = open ? Number.POSITIVE_INFINITY : found < 0 ? right : Math.max(row.free, right);
    row.freeOnFirst = open ? Number.POSITIVE_INFINITY : found < 0 ? alone : Math.max(row.freeOnFirst, alone);
    items.push(item);
  }
  return { items, rows: rows.map((lane) => lane.length), left: over };
}

function plan(prepared: Prepared, clock: Clock, filter: Filter, scale: number): Plan {
  const laneOf = new Map(prepared.lanes.map((lane, index) => [lane.id, index]));
  const cellUnit = unitOf(CELL, scale);
  const counts = new Map<number, number>();
  const drafts: Draft[] = [];
  for (const post of prepared.posts) {
    if (!shows(filter, post)) continue;
    // By the first clock on both, so that choosing a clock moves marks and no rows.
    const cell = floorTo(anchor(post.spans.happened), cellUnit);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
    drafts.push({ post, lane: laneOf.get(post.lane) ?? 0, cell });
  }

  const mostInCell = (cellUnit.ms * scale) / PER_POST;
  const far: Draft[] = [];
  const near: Draft[] = [];
  for (const draft of drafts) ((counts.get(draft.cell) ?? 0) > mostInCell ? far : near).push(draft);
  const { length } = prepared.lanes;
  const reaches = reachesOf(near, scale);
  let result = rowsOf(reaches, length, Number.POSITIVE_INFINITY);
  for (let most = 8; most >= 1 && result.rows.reduce((a, b) => a + b, 0) > MOST_ROWS; most -= 1) {
    result = rowsOf(reaches, length, most);
  }

  const binUnit = unitOf(BIN, scale);
  const bins = new Map<string, { lane: number; from: number; ids: string[] }>();
  for (const draft of [...far, ...result.left]) {
    const from = floorTo(anchor(draft.post.spans[clock]), binUnit);
    const key = `${draft.lane} ${from}`;
    const bin = bins.get(key);
    if (bin) bin.ids.push(draft.post.id);
    else bins.set(key, { lane: draft.lane, from, ids: [draft.post.id] });
  }
  const stacked = new Set([...bins.values()].map(({ lane }) => lane));

  let y = AXIS;
  const lanes = prepared.lanes.map((lane, index): PlannedLane => {
    const rows = Math.max(1, (result.rows[index] ?? 0) + (stacked.has(index) ? 1 : 0));
    const height = Math.max(rows * ROW + PAD, (lane.names.length + lane.roles.length) * 18 + 20);
    const placed = { ...lane, y, height, rows };
    y += height;
    return placed;
  });
  const stacks = [...bins.values()].map(
    ({ lane, from, ids }): Stack => ({
      lane,
      row: (lanes[lane]?.rows ?? 1) - 1,
      from,
      to: nextOf(from, binUnit),
      ids,
    }),
  );
  const items = result.items.sort((a, b) => anchor(a.post.spans[clock]) - anchor(b.post.spans[clock]));
  return {
    lanes,
    height: y,
    items,
    byId: new Map(items.map((item) => [item.post.id, item])),
    stacks,
    stackOf: new Map(stacks.flatMap((stack) => stack.ids.map((id) => [id, stack] as const))),
  };
}

/** Plans are the dear part; the last dozen of each timeline are kept. */
const memories = new WeakMap<Prepared, Map<string, Plan>>();

/** @param scale px per ms; plans of one range are the same object */
export function planFor(prepared: Prepared, clock: Clock, filter: Filter, scale: number): Plan {
  const plans = memories.get(prepared) ?? new Map<string, Plan>();
  memories.set(prepared, plans);
  const at = planScale(scale);
  const key = `${clock} ${at} ${filter.parties} ${filter.kinds} ${filter.ratings}`;
  const known = plans.get(key);
  if (known) return known;
  const made = plan(prepared, clock, filter, at);
  for (const old of plans.keys()) if (plans.size >= 12) plans.delete(old);
  plans.set(key, made);
  return made;
}
