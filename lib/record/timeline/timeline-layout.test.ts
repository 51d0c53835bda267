import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growth } from "../../../e2e/fixtures/growth.ts";
import { manyPosts } from "./timeline.fixture.ts";
import { OWN_LANE } from "./timeline.ts";
import { axisAt, fitScale, lengthOf, stretchesOf } from "./timeline-axis.ts";
import { NO_FILTER } from "./timeline-filter.ts";
import { kramfors } from "./timeline-kramfors.fixture.ts";
import { laneOrder } from "./timeline-lanes.ts";
import { emptyLanes, firstView, type Layout, layout, ROW } from "./timeline-layout.ts";
import type { Seat } from "./timeline-lines.ts";
import { estimate } from "./timeline-measure.ts";
import { plansFor, type Question } from "./timeline-plan.ts";
import { prepare } from "./timeline-prepare.ts";
import { anchor, type Prepared } from "./timeline-prepared.ts";
import { DAY } from "./timeline-scale.ts";

const NONE: ReadonlySet<number> = new Set();
const question = (more: Partial<Question> = {}): Question => ({
  clock: "happened",
  filter: NO_FILTER,
  open: false,
  width: 692,
  ...more,
});
/** The picture so many times nearer than the whole. */
function nearer(prepared: Prepared, factor: number, more: Partial<Question> = {}): Layout {
  const asked = question(more);
  const { least, most } = plansFor(prepared, asked).levels;
  return layout(prepared, { ...asked, scale: Math.min(most, least * factor), folded: NONE });
}

const until = "2026-11-30T00:00:00Z";
const prepared = prepare({ ...kramfors, until });
const drawn = firstView(prepared, 692);
const at = (id: string, from = drawn): Seat => {
  const found = from.posts.find(({ post }) => post.id === id);
  if (!found) throw new Error(`Not drawn: ${id}`);
  return found;
};

const timelines = fc.record({
  count: fc.integer({ min: 1, max: 120 }),
  seed: fc.nat(999),
  lanes: fc.integer({ min: 1, max: 7 }),
});
const zoom = fc.double({ min: 0, max: 12, noNaN: true }).map((n) => 2 ** n);

/** What words cover: nothing may strike through it. */
const words = ({ place, top }: Seat) => ({
  left: place.labelX,
  right: place.labelX + place.labelWidth,
  top: top + 1,
  bottom: top + 17,
});

/** Every point of a path of straight runs and bends, close together. */
function* pointsOf(path: string): Generator<readonly [number, number]> {
  let [x, y] = [0, 0];
  for (const [, command, rest] of path.matchAll(/([MHVQla])([^MHVQla]*)/g)) {
    const numbers = (rest?.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    const [a = 0, b = 0, c = 0, d = 0] = numbers;
    // The ends are drawn in steps from where the line came to: they stand at its mark.
    if (command === "l" || command === "a") continue;
    const to: [number, number] =
      command === "M" ? [a, b] : command === "H" ? [a, y] : command === "V" ? [x, a] : [c, d];
    if (command === "M") [x, y] = to;
    const steps = Math.ceil(Math.hypot(to[0] - x, to[1] - y) / 2);
    for (let i = 0; i <= steps; i += 1)
      yield [x + ((to[0] - x) * i) / Math.max(1, steps), y + ((to[1] - y) * i) / Math.max(1, steps)];
    [x, y] = to;
  }
}

describe("the axis", () => {
  it("folds years without a known bound, and says how long they are", () => {
    const stretches = prepared.stretches.happened;
    expect(stretches.map(({ empty }) => Boolean(empty))).toEqual([false, true, false]);
    expect(lengthOf(stretches[1]?.empty ?? { from: 0, to: 0 }).years).toBe(6);
  });

  it("has places and moments that are each other's, also over a fold", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0.0001, max: 40, noNaN: true }),
        fc.boolean(),
        fc.integer({ min: -50, max: 20_050 }),
        (days, perDay, open, day) => {
          const axis = axisAt(stretchesOf(days.map((n) => n * DAY)), perDay / DAY, open);
          expect(axis.moment(axis.x(day * DAY)) / DAY).toBeCloseTo(day, 3);
        },
      ),
    );
  });

  it("is as wide as it is asked to be when all of it is shown", () => {
    const stretches = prepared.stretches.happened;
    for (const open of [true, false])
      expect(axisAt(stretches, fitScale(stretches, 700, open), open).width).toBeCloseTo(700, 1);
  });
});

describe("the lanes", () => {
  it("stand so that an answer is under what it answers, with our own last", () => {
    const order = laneOrder(kramfors);
    expect(order.at(-1)).toBe(OWN_LANE);
    expect(order.indexOf("kramfors")).toBeLessThan(order.indexOf("huddinge"));
    expect(order.indexOf("huddinge") - order.indexOf("kramfors")).toBe(1);
  });

  it("are all there, once, however many", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(99), (lanes, seed) => {
        const timeline = manyPosts(60, seed, lanes);
        expect([...laneOrder(timeline)].sort()).toEqual(timeline.lanes.map(({ id }) => id).sort());
      }),
      { numRuns: 30 },
    );
  });

  it("fold to a line when nothing of them is in view", () => {
    const asked = question();
    const after = { from: Date.UTC(2026, 10, 20), to: Date.UTC(2026, 10, 29) };
    const folded = emptyLanes(prepared, asked, after);
    const { most } = plansFor(prepared, asked).levels;
    const picture = layout(prepared, { ...asked, scale: most, folded });
    expect(picture.lanes.find(({ id }) => id === OWN_LANE)?.folded).toBe(false);
    for (const { folded: is, height } of picture.lanes) if (is) expect(height).toBeLessThan(ROW);
  });
});

describe("the picture of the first dispute", () => {
  it("shows every post in words from the start, our own verdict beyond the fold", () => {
    expect(drawn.level).toBe("words");
    expect(drawn.posts).toHaveLength(kramfors.posts.length);
    const fold = drawn.axis.stretches.find(({ folded }) => folded);
    for (const { post, place } of drawn.posts) expect(place.x > (fold?.x1 ?? 0)).toBe(post.lane === OWN_LANE);
  });

  it("puts a label before its mark when only the latest date is known", () => {
    const { place } = at("p8");
    expect(place.left).toBe(true);
    expect(place.labelX + place.labelWidth).toBeLessThanOrEqual(place.x);
  });

  it("places an undated post by its neighbours", () => {
    expect(at("p2").place.x).toBe(at("p1").place.x);
    expect(at("p8").place.x).toBe(at("p9").place.x);
  });

  it("draws an open end on to the next thing known, and never past the day the record had it", () => {
    const moment = (x: number) => drawn.axis.moment(x);
    for (const { place } of drawn.posts)
      expect(moment(place.to)).toBeLessThanOrEqual(Date.parse(until) + DAY);
    const open = drawn.posts.filter(({ post }) => post.spans.happened.end === null);
    expect(open.length).toBeGreaterThan(0);
    const nearest = nearer(prepared, 1000);
    const lengths = open.map(({ post }) => at(post.id, nearest).place.to - at(post.id, nearest).place.from);
    // No number of pixels: nearer by, it is longer.
    for (const [i, { place }] of open.entries())
      expect(lengths[i]).toBeGreaterThan((place.to - place.from) * 2);
  });

  it("makes several relations of one kind, from one party to one post, one line", () => {
    const denied = drawn.lines.filter(({ kind, to }) => kind === "denies" && to.post.id === "p2");
    expect(denied.length).toBeLessThanOrEqual(1);
    const all = drawn.lines.reduce((n, { from }) => n + from.length, 0);
    expect(all).toBeGreaterThan(drawn.lines.length - 1);
  });

  it("leaves out what a reader has not come to", () => {
    const [line] = drawn.lines;
    expect(line?.path(() => false)).toBe("");
    expect(line?.path(() => true)).not.toBe("");
  });

  it("draws no lines on the second clock, and says since when there was something to know", () => {
    const known = nearer(prepared, 1, { clock: "known" });
    expect(known.lines).toEqual([]);
    expect(known.posts.some(({ place }) => place.since !== null)).toBe(true);
  });
});

describe("a picture of anything", () => {
  it("has every post, as a post or counted", () => {
    fc.assert(
      fc.property(timelines, zoom, fc.constantFrom("happened", "known"), (size, factor, clock) => {
        const p = prepare(manyPosts(size.count, size.seed, size.lanes));
        const picture = nearer(p, factor, { clock });
        const there = [
          ...picture.posts.map(({ post }) => post.id),
          ...picture.bins.flatMap(({ ids }) => ids),
        ];
        expect(there.sort()).toEqual(p.posts.map(({ id }) => id).sort());
      }),
      { numRuns: 50 },
    );
  });

  it("never lets two labels of a row overlap, and keeps each inside its lane", () => {
    fc.assert(
      fc.property(timelines, zoom, fc.constantFrom("happened", "known"), (size, factor, clock) => {
        const p = prepare(manyPosts(size.count, size.seed, size.lanes));
        const picture = nearer(p, factor, { clock });
        for (const row of Map.groupBy(picture.posts, ({ top }) => top).values()) {
          const spans = row.map(words).sort((a, b) => a.left - b.left);
          for (let i = 1; i < spans.length; i += 1)
            expect(spans[i]?.left).toBeGreaterThanOrEqual(spans[i - 1]?.right ?? 0);
        }
        for (const { post, top } of picture.posts) {
          const lane = picture.lanes.find(({ id }) => id === post.lane);
          expect(top).toBeGreaterThanOrEqual(lane?.y ?? 0);
          expect(top + ROW).toBeLessThanOrEqual((lane?.y ?? 0) + (lane?.height ?? 0));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("never lets a line strike through words, at any scale and width", () => {
    fc.assert(
      fc.property(
        fc.option(timelines, { nil: null, freq: 3 }),
        zoom,
        fc.integer({ min: 420, max: 1500 }),
        (size, factor, width) => {
          const p = size ? prepare(manyPosts(Math.min(60, size.count), size.seed, size.lanes, 1)) : prepared;
          const picture = nearer(p, factor, { width });
          const boxes = picture.posts.map((seat) => ({ id: seat.post.id, ...words(seat) }));
          for (const line of picture.lines) {
            for (const [x, y] of pointsOf(line.path(() => true))) {
              const struck = boxes.find(
                ({ left, right, top, bottom }) => x > left + 1 && x < right - 1 && y > top && y < bottom,
              );
              expect(struck?.id, `${line.key} at ${x} ${y}`).toBeUndefined();
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("never takes words away when a reader comes nearer", () => {
    const near = { density: 0, marks: 1, words: 2 };
    fc.assert(
      fc.property(timelines, zoom, zoom, (size, a, b) => {
        const p = prepare(manyPosts(size.count, size.seed, size.lanes));
        const far = nearer(p, Math.min(a, b));
        expect(near[nearer(p, Math.max(a, b)).level]).toBeGreaterThanOrEqual(near[far.level]);
      }),
      { numRuns: 40 },
    );
  });

  it("never lets related posts of one lane share a row", () => {
    fc.assert(
      fc.property(timelines, zoom, (size, factor) => {
        const picture = nearer(prepare(manyPosts(size.count, size.seed, size.lanes)), factor);
        const seats = new Map(picture.posts.map((seat) => [seat.post.id, seat]));
        for (const { post, lane, row } of picture.posts) {
          for (const { to } of post.relations) {
            const other = seats.get(to);
            if (to !== post.id && other?.lane === lane) expect(other.row).not.toBe(row);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("lays out ten times the posts in little more than ten times the time", () => {
    const sizes = new Map([200, 2000].map((size) => [size, manyPosts(size)]));
    const run = (size: number) => {
      const timeline = sizes.get(size);
      if (!timeline) throw new Error("Not made");
      nearer(
        prepare(timeline, (text) => estimate(text.slice(0, 8), "event")),
        4,
      );
    };
    expect(growth(run, { small: 200, large: 2000 })).toBeLessThan(30);
  });

  it("survives an empty timeline and one without dates", () => {
    const empty = prepare({ lanes: [], posts: [] });
    expect(firstView(empty, 692).posts).toEqual([]);
    const [post] = kramfors.posts;
    if (!post) throw new Error("no fixture");
    const nothing = { edtf: null, words: "odaterat" };
    const lost = prepare({ lanes: kramfors.lanes, posts: [{ ...post, happened: nothing, known: nothing }] });
    expect(firstView(lost, 692).posts).toHaveLength(1);
    expect(anchor(lost.posts[0]?.spans.happened ?? ({} as never))).toBeDefined();
  });
});
