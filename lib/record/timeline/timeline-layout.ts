/**
 * The picture of a timeline: what stands where, in CSS pixels, for one window. Pure: the same on the server and in the
 * browser. `prepare` once, then `layout` per frame; what lies outside the window costs one comparison.
 */
import type { Clock } from "./timeline.ts";
import { type Arc, arcsOf, type Seat } from "./timeline-arcs.ts";
import { type Extent, extentOf, ghostFits, MARK } from "./timeline-extent.ts";
import type { Filter } from "./timeline-filter.ts";
import { type Item, type Plan, type PlannedLane, planFor, ROW, type Stack } from "./timeline-plan.ts";
import { anchor, type Prepared, type PreparedPost } from "./timeline-prepared.ts";
import { type Tick, ticks } from "./timeline-scale.ts";
import { inView, type Strokes, strokesBetween } from "./timeline-strokes.ts";
import { rough } from "./timeline-text.ts";
import type { Window } from "./timeline-window.ts";

export interface View {
  readonly clock: Clock;
  readonly filter: Filter;
  readonly selected: string | null;
  readonly window: Window;
  /** Of the plot, px. */
  readonly width: number;
  readonly locale: string;
}

export interface PlacedPost {
  readonly post: PreparedPost;
  /** The bound the mark stands at, the mark's left edge, and the top of the row. */
  readonly x: number;
  readonly markX: number;
  readonly top: number;
  /** Where the label starts: with its mark, or with its number when it stands before its mark. "Clamped": at the window's edge. */
  readonly labelX: number;
  readonly side: "right" | "left" | "clamped";
  /** How far left it reaches with its grey bar. */
  readonly reach: number;
  /** All it covers inside the window. */
  readonly left: number;
  readonly right: number;
  /** Engraving from `strokesX`; null for points and silence. */
  readonly strokes: Strokes | null;
  readonly strokesX: number;
  readonly even: readonly [number, number] | null;
  readonly dots: readonly [number, number] | null;
  readonly ghost: { readonly x: number; readonly labelX: number; readonly ends: boolean } | null;
}

export interface PlacedStack {
  readonly stack: Stack;
  readonly x: number;
  readonly width: number;
  readonly top: number;
}

/** The nearest post of a lane that lies outside, named at the border. */
export interface BorderPost {
  readonly post: PreparedPost;
  readonly side: "left" | "right";
  readonly top: number;
  readonly text: string;
}

export interface Layout {
  readonly lanes: readonly PlannedLane[];
  readonly height: number;
  readonly scale: number;
  readonly ticks: readonly Tick[];
  readonly posts: readonly PlacedPost[];
  readonly stacks: readonly PlacedStack[];
  readonly border: readonly BorderPost[];
  /** How many lie outside on each side and are not named. */
  readonly earlier: number;
  readonly later: number;
  readonly arcs: readonly Arc[];
  /** Where the selected post's date flag stands and how far its line runs down. */
  readonly flag: { readonly x: number; readonly bottom: number; readonly words: string } | null;
}

/** Past this many marks in view the arcs at rest would be a thicket: only the selected post's are drawn. */
const MOST_WITH_ARCS = 40;
const EDGE = 4;

const rowTop = (lanes: readonly PlannedLane[], lane: number, row: number) =>
  (lanes[lane]?.y ?? 0) + 5 + ROW * row;

export function layout(prepared: Prepared, view: View): Layout {
  const { clock, filter, window, width, selected } = view;
  const scale = width / (window.to - window.from);
  // Whole pixels, all rounded from the same zero, so that posts keep their distances while they are panned.
  const zero = Math.round(window.from * scale);
  const x = (moment: number) => Math.round(moment * scale) - zero;
  const plan = planFor(prepared, clock, filter, scale);

  const extent = (item: Item): Extent => {
    const g = extentOf(item.post, clock, scale);
    const at = Math.round(g.x) - zero;
    const move = at - g.x;
    return {
      ...g,
      x: at,
      left: g.left + move,
      right: g.right + move,
      strokes: [Math.round(g.strokes[0]) - zero, Math.round(g.strokes[1]) - zero],
    };
  };
  // Silence without an end lasts as long as the record.
  const lasts = (item: Item, g: Extent) =>
    item.post.kind === "silence" && item.post.spans[clock].end === null
      ? Math.max(g.right, x(prepared.extent.to))
      : g.right;

  const posts: PlacedPost[] = [];
  const outside: { item: Item; side: "left" | "right" }[] = [];
  for (const item of plan.items) {
    const g = extent(item);
    const right = lasts(item, g);
    if (right < 0) outside.push({ item, side: "left" });
    else if (g.left > width) outside.push({ item, side: "right" });
    else posts.push(place(item, g, right));
  }

  function place(item: Item, g: Extent, right: number): PlacedPost {
    const { post } = item;
    const { label } = post;
    const span = post.spans[clock];
    const silence = post.kind === "silence";
    let from = g.x;
    const markX = g.labelLeft ? g.x - (post.claim ? MARK : 3) : g.x;
    const before = markX - 6 - (label.width - label.head);
    let labelX = g.labelLeft ? before : g.x;
    let side: PlacedPost["side"] = g.labelLeft ? "left" : "right";
    if (silence && span.end === null && clock === "known" && item.before) {
      // On the second clock silence gives way to the words and the strokes before it on its row.
      const b = extent(item.before);
      labelX = Math.max(labelX, b.right + 16);
      from = Math.max(from, b.strokes[1] + 12);
    }
    const lag = clock === "known" && !silence ? x(anchor(post.spans.happened)) : g.x;
    const delayed = lag < g.x - 8;
    if (side === "right" && labelX < EDGE) {
      side = "clamped";
      labelX = Math.min(EDGE + (silence ? 0 : 12), right - label.width);
    } else if (side === "right" && !silence && !delayed && labelX + label.width > width - EDGE) {
      // The one before may itself have turned to the right, at the other border.
      const b = item.before ? extent(item.before) : null;
      const turned = item.before && b?.labelLeft ? b.x + item.before.post.label.width : 0;
      const free = b ? Math.max(b.right, turned) + MARK : 0;
      if (before >= Math.max(free, EDGE) && markX + MARK < width) {
        side = "left";
        labelX = before;
      }
    } else if (side === "left" && labelX < EDGE && g.x > 0) {
      const free = item.after ? extent(item.after).left - MARK : width;
      if (markX + label.width <= free) {
        side = "right";
        labelX = markX;
      }
    }
    const strokes =
      silence || span.point
        ? null
        : strokesBetween(g.strokes[1] - g.strokes[0], span.startEdge, span.endEdge);
    const fits = ghostFits(g.x - lag, label);
    return {
      post,
      x: g.x,
      markX,
      top: rowTop(plan.lanes, item.lane, item.row),
      labelX,
      side,
      reach: delayed ? Math.min(lag, g.left) : g.left,
      left: Math.max(-EDGE, Math.min(markX, labelX, silence ? from : g.strokes[0])),
      right: Math.min(width + EDGE, Math.max(right, side === "left" ? markX + MARK : labelX + label.width)),
      strokes,
      strokesX: g.strokes[0],
      even: strokes?.even ? inView(strokes.even, -g.strokes[0], width - g.strokes[0]) : null,
      dots: silence ? inView([from, Math.max(from + 8, right)], 0, width) : null,
      ghost: delayed ? { x: lag, labelX: fits ? Math.max(lag, EDGE) : lag - 8, ends: !fits } : null,
    };
  }

  const stacks: PlacedStack[] = [];
  let earlier = 0;
  let later = 0;
  for (const stack of plan.stacks) {
    const [left, right] = [x(stack.from), x(stack.to)];
    if (right <= 0) earlier += stack.ids.length;
    else if (left >= width) later += stack.ids.length;
    else stacks.push({ stack, x: left, width: right - left, top: rowTop(plan.lanes, stack.lane, stack.row) });
  }

  const border = borderPosts(plan, outside, posts, width);
  const named = (side: "left" | "right") => border.filter((b) => b.side === side).length;
  const beyond = (side: "left" | "right") => outside.filter((o) => o.side === side).length - named(side);

  return {
    lanes: plan.lanes,
    height: plan.height,
    scale,
    ticks: ticks(window.from, window.to, scale, x, view.locale),
    posts,
    stacks,
    border,
    earlier: earlier + beyond("left"),
    later: later + beyond("right"),
    arcs: clock === "happened" ? arcsIn(plan, posts, selected, x) : [],
    flag: flagOf(posts, stacks, selected, clock, width),
  };
}

/** One post to each lane and side, when its row is free there; the words shrink to the date before they are left out. */
function borderPosts(
  plan: Plan,
  outside: readonly { item: Item; side: "left" | "right" }[],
  posts: readonly PlacedPost[],
  width: number,
): BorderPost[] {
  const nearest = new Map<string, { item: Item; side: "left" | "right" }>();
  for (const entry of outside) {
    if (entry.item.post.kind === "silence") continue;
    const key = `${entry.item.lane} ${entry.side}`;
    // Items come in the order of their anchors: the last one on the left and the first one on the right are nearest.
    if (entry.side === "left" || !nearest.has(key)) nearest.set(key, entry);
  }
  const found: BorderPost[] = [];
  for (const { item, side } of nearest.values()) {
    const top = rowTop(plan.lanes, item.lane, item.row);
    const taken = posts.filter((p) => p.top === top);
    const room =
      side === "left"
        ? taken.reduce((a, p) => Math.min(a, p.reach), width * 0.6)
        : width - taken.reduce((a, p) => Math.max(a, p.right), width * 0.4);
    const words = item.post.happened.words;
    const { text: short } = item.post.label;
    const text = [`${short}, ${words}`, short, words].find((t) => rough(t, "event") + 44 <= room);
    if (text) found.push({ post: item.post, side, top, text });
  }
  return found;
}

function arcsIn(
  plan: Plan,
  posts: readonly PlacedPost[],
  selected: string | null,
  x: (moment: number) => number,
): Arc[] {
  const seat = (id: string): Seat | null => {
    const item = plan.byId.get(id);
    return item
      ? {
          id,
          x: x(anchor(item.post.spans.happened)),
          top: rowTop(plan.lanes, item.lane, item.row),
          number: item.post.label.number,
        }
      : null;
  };
  const all = posts.length <= MOST_WITH_ARCS;
  const inView = new Set(posts.map(({ post }) => post.id));
  const relations = [...plan.items].flatMap(({ post }) =>
    post.relations.flatMap((relation) => {
      const touched = post.id === selected || relation.to === selected;
      if (!(touched || (all && (inView.has(post.id) || inView.has(relation.to))))) return [];
      const from = seat(post.id);
      const to = seat(relation.to);
      return from && to ? [{ from, to, kind: relation.kind }] : [];
    }),
  );
  return arcsOf(relations);
}

function flagOf(
  posts: readonly PlacedPost[],
  stacks: readonly PlacedStack[],
  selected: string | null,
  clock: Clock,
  width: number,
): Layout["flag"] {
  if (selected === null) return null;
  const placed = posts.find(({ post }) => post.id === selected);
  if (placed) {
    const at = placed.x - 6;
    if (at < -6 || at > width) return null;
    return { x: at, bottom: placed.top, words: placed.post[clock].words };
  }
  const stack = stacks.find((s) => s.stack.ids.includes(selected));
  return stack ? { x: stack.x, bottom: stack.top + 8, words: "" } : null;
}
