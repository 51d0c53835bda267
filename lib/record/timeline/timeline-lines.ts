/**
 * Relations as lines. They run only where no word stands: in tracks under the row of the post they concern, in a
 * corridor left of every label they pass, and in the free beginning of their own row. One that cannot is not drawn: the
 * words beside the picture have it. The end says the kind: a bar stops, an arrow answers, two go further, a dot supports.
 */
import type { RelationKind } from "./timeline.ts";
import type { Place } from "./timeline-place.ts";
import type { PreparedPost } from "./timeline-prepared.ts";

export type End = "bar" | "arrow" | "double" | "dot" | "plain";

export const END: Readonly<Record<RelationKind, End>> = {
  denies: "bar",
  undercuts: "bar",
  answers: "arrow",
  goes_further: "double",
  supports: "dot",
  repeats: "dot",
  narrows: "plain",
};

/** A post in the picture: its place, and the top of its row, px. */
export interface Seat {
  readonly post: PreparedPost;
  readonly lane: number;
  readonly row: number;
  readonly place: Place;
  readonly top: number;
}

/** Relations of one kind, from one lane, to one post: one line with a count. */
export interface Bundle<T> {
  readonly key: string;
  readonly kind: RelationKind;
  readonly from: readonly T[];
  readonly to: T;
  /** Whether they come from below, and land in the tracks under the post. */
  readonly below: boolean;
}

export interface Line extends Bundle<Seat> {
  /** The line that some of its posts have to the other: all of them, or those that a reader has come to. */
  readonly path: (shown: (id: string) => boolean) => string;
  /** Where its words go: their baseline, and the room they have at rest; none where they would stand on something. */
  readonly words: { readonly x: number; readonly y: number; readonly room: number; readonly ends: boolean };
}

type Seated = { readonly post: PreparedPost; readonly lane: number; readonly row: number };

/** @param seats in any order; relations that lead out of them are left out */
export function bundlesOf<T extends Seated>(seats: readonly T[]): Bundle<T>[] {
  const byId = new Map(seats.map((seat) => [seat.post.id, seat]));
  const found = new Map<string, { key: string; kind: RelationKind; from: T[]; to: T; below: boolean }>();
  for (const seat of seats) {
    for (const { kind, to: id } of seat.post.relations) {
      const to = byId.get(id);
      if (!to || to === seat) continue;
      const below = seat.lane > to.lane || (seat.lane === to.lane && seat.row > to.row);
      const key = `${seat.lane} ${kind} ${id} ${below}`;
      const bundle = found.get(key) ?? { key, kind, from: [], to, below };
      bundle.from.push(seat);
      found.set(key, bundle);
    }
  }
  return [...found.values()];
}

/** From the top of a row to the middle of its words, and to its foot. */
const MIDDLE = 9;
const FOOT = 32;
const WORDS_FROM = -2;
const WORDS_TO = 28;
/** Between a line's end and what it comes to. */
const SHORT = 7;
const CORRIDOR = 15;
const APART = 9;
const LANDINGS = 20;
const BEND = 6;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const wordsOf = ({ place, top }: Seat): Box => ({
  left: place.labelX - 4,
  right: place.labelX + place.labelWidth,
  top: top + WORDS_FROM,
  bottom: top + WORDS_TO,
});

const meet = (a: Box, b: Box) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Where a line comes to a post from the left: before its mark, or before its label where that stands first. */
const edgeOf = ({ place }: Seat) => Math.min(place.x, place.labelX) - SHORT;

function endPath(end: End, x: number, y: number, up: boolean): string {
  const arrow = (at: number) => (up ? `M${x - 4} ${y + 5 + at}l4-5l4 5` : `M${x - 5 - at} ${y - 4}l5 4l-5 4`);
  if (end === "bar") return up ? `M${x - 5} ${y}h10` : `M${x} ${y - 5}v10`;
  if (end === "arrow") return arrow(0);
  if (end === "double") return arrow(0) + arrow(6);
  if (end === "dot") return `M${up ? x - 2 : x - 4} ${up ? y + 2 : y}a2 2 0 1 0 4 0a2 2 0 1 0-4 0`;
  return "";
}

interface Run {
  readonly bundle: Bundle<Seat>;
  readonly x: number;
}

/** The first place, going left, where a line can stand between two heights and pass no word and no other line. */
function corridor(
  start: number,
  top: number,
  bottom: number,
  words: readonly Box[],
  taken: readonly Box[],
): number {
  let x = start;
  for (let tries = 0; tries < 200; tries += 1) {
    const line = { left: x - 1, right: x + 1, top, bottom };
    const word = words.find((box) => meet({ ...line, left: x - 6, right: x + 9 }, box));
    const other = taken.find((box) => meet({ ...line, left: x - APART + 1, right: x + APART - 1 }, box));
    if (!(word || other)) return x;
    x = word ? word.left - 10 : (other?.left ?? x) + 1 - APART;
  }
  return Number.NEGATIVE_INFINITY;
}

/**
 * @param track how far apart the tracks under a row are; `strip` of a row says where they begin
 * @param lines no word stands in a track narrower than a line of text
 */
export function linesOf(
  seats: readonly Seat[],
  bundles: readonly Bundle<Seat>[],
  strip: (seat: Seat) => number,
  track: number,
): Line[] {
  const words = seats.map(wordsOf);
  const taken: Box[] = [];
  const latest = ({ from }: Bundle<Seat>) => Math.max(...from.map(({ place }) => place.x));
  const runs: Run[] = [];
  for (const bundle of bundles.toSorted(
    (a, b) => latest(b) - latest(a) || (a.from[0]?.top ?? 0) - (b.from[0]?.top ?? 0),
  )) {
    const { from, to, below } = bundle;
    const heights = from.map(({ top }) => top + MIDDLE);
    const top = below ? strip(to) : Math.min(...heights);
    const bottom = below ? Math.max(...heights) : to.top + MIDDLE;
    const edges = [...from, ...(below ? [] : [to])].map((seat) => edgeOf(seat) + SHORT);
    const x = corridor(Math.min(...edges) - CORRIDOR, top, bottom, words, taken);
    const level = (seat: Seat): Box => ({
      left: x,
      right: edgeOf(seat),
      top: seat.top + MIDDLE - 1,
      bottom: seat.top + MIDDLE + 1,
    });
    const struck = [...from, ...(below ? [] : [to])].some((seat) =>
      words.some((box) => meet(level(seat), box)),
    );
    if (x < 2 || struck) continue;
    taken.push({ left: x - 1, right: x + 1, top, bottom });
    runs.push({ bundle, x });
  }
  // The farther left a line runs, the farther left it lands, and the lower its track: so they lie within each other.
  const landed = new Map<string, number>();
  const landing = Map.groupBy(
    runs.filter(({ bundle }) => bundle.below),
    ({ bundle }) => bundle.to.post.id,
  );
  const rowOf = ({ lane, row }: Seat) => `${lane} ${row}`;
  return runs
    .toSorted((a, b) => a.x - b.x)
    .map(({ bundle, x }): Line => {
      const { to, below, kind } = bundle;
      if (!below) return { ...bundle, ...fromAbove(bundle, x) };
      const same = landing.get(to.post.id) ?? [];
      const place = same
        .map((run) => run.x)
        .sort((a, b) => a - b)
        .indexOf(x);
      const used = landed.get(rowOf(to)) ?? 0;
      landed.set(rowOf(to), used + 1);
      const all = runs.filter((run) => run.bundle.below && rowOf(run.bundle.to) === rowOf(to)).length;
      const y = strip(to) + (all - used) * track + 3;
      return {
        ...bundle,
        ...fromBelow(bundle, {
          x,
          y,
          land: to.place.x + MIDDLE + LANDINGS * place,
          last: same.length,
          end: END[kind],
        }),
      };
    });
}

function fromBelow(
  { from, to }: Bundle<Seat>,
  { x, y, land, last, end }: { x: number; y: number; land: number; last: number; end: End },
): Pick<Line, "path" | "words"> {
  const foot = to.top + FOOT;
  const side = land < x ? 1 : -1;
  return {
    path: (shown) => {
      const on = from.filter(({ post }) => shown(post.id));
      if (on.length === 0) return "";
      const lowest = Math.max(...on.map(({ top }) => top + MIDDLE));
      const trunk =
        `M${land} ${foot}V${y - BEND}Q${land} ${y} ${land + side * BEND} ${y}H${x - side * BEND}` +
        `Q${x} ${y} ${x} ${y + BEND}V${lowest - BEND}Q${x} ${lowest} ${x + BEND} ${lowest}`;
      const branches = on.map((seat) => {
        const at = seat.top + MIDDLE;
        return `M${x + (at === lowest ? BEND : 0)} ${at}H${edgeOf(seat)}`;
      });
      return trunk + branches.join("") + endPath(end, land, foot, true);
    },
    words: {
      x: to.place.x + MIDDLE + LANDINGS * (last - 1) + 12,
      y: y - 4,
      room: x - 8 - (to.place.x + MIDDLE + LANDINGS * (last - 1) + 12),
      ends: false,
    },
  };
}

function fromAbove({ from, to, kind }: Bundle<Seat>, x: number): Pick<Line, "path" | "words"> {
  const aim = to.top + MIDDLE;
  const end = edgeOf(to);
  return {
    path: (shown) => {
      const on = from.filter(({ post }) => shown(post.id));
      if (on.length === 0) return "";
      return (
        on
          .map((seat) => {
            const at = seat.top + MIDDLE;
            return (
              `M${edgeOf(seat)} ${at}H${x + BEND}Q${x} ${at} ${x} ${at + BEND}` +
              `V${aim - BEND}Q${x} ${aim} ${x + BEND} ${aim}H${end}`
            );
          })
          .join("") + endPath(END[kind], end, aim, false)
      );
    },
    // Beside the corridor there is no room of its own: the words are said when the line comes forward.
    words: { x: x - 6, y: ((from[0]?.top ?? to.top) + MIDDLE + aim) / 2 + 4, room: 0, ends: true },
  };
}
