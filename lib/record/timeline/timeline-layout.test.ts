import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growth } from "../../../e2e/fixtures/growth.ts";
import { manyPosts } from "./timeline.fixture.ts";
import { NO_FILTER } from "./timeline-filter.ts";
import { kramfors } from "./timeline-kramfors.fixture.ts";
import { layout, type PlacedPost, type View } from "./timeline-layout.ts";
import { prepare } from "./timeline-prepare.ts";
import { anchor } from "./timeline-prepared.ts";
import { DAY } from "./timeline-scale.ts";
import { fitAll, fitDefault, type Window, zoomAt } from "./timeline-window.ts";

const view = (window: Window, more: Partial<View> = {}): View => ({
  clock: "happened",
  filter: NO_FILTER,
  selected: null,
  window,
  width: 1016,
  locale: "sv",
  ...more,
});
const prepared = prepare(kramfors, "hände {date}");
const first = fitDefault(prepared, 1016);
const drawn = layout(prepared, view(first));
const at = (id: string, from = drawn): PlacedPost => {
  const found = from.posts.find(({ post }) => post.id === id);
  if (!found) throw new Error(`Not drawn: ${id}`);
  return found;
};

/** Where a post's label lies on its row, px. */
const words = (p: PlacedPost): [number, number] => [
  p.labelX,
  p.labelX + p.post.label.width - (p.side === "left" ? p.post.label.head : 0),
];

const timelines = fc.record({
  count: fc.integer({ min: 1, max: 120 }),
  seed: fc.nat(999),
  lanes: fc.integer({ min: 1, max: 7 }),
});
const windows = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  zoom: fc.double({ min: 0, max: 11, noNaN: true }),
});

const windowOf = (all: Window, { share, zoom }: { share: number; zoom: number }): Window => {
  const length = Math.max(DAY, (all.to - all.from) / 2 ** zoom);
  const from = all.from + (all.to - all.from - length) * share;
  return { from, to: from + length };
};

describe("the picture of the first dispute", () => {
  it("shows every claim and event from the start, and names the far verdict at the right border", () => {
    expect(drawn.posts.map(({ post }) => post.id).sort()).toEqual(
      kramfors.posts
        .map(({ id }) => id)
        .filter((id) => id !== "p13")
        .sort(),
    );
    expect(drawn.border.map(({ post, side }) => [post.id, side])).toEqual([["p13", "right"]]);
    expect(drawn.later).toBe(0);
  });

  it("is framed as the prototype is: late August 2019 to mid January 2020", () => {
    expect(new Date(first.from).toISOString().slice(0, 7)).toBe("2019-08");
    expect(new Date(first.to).toISOString().slice(0, 7)).toBe("2020-01");
  });

  it("gives each lane the rows it needs and no more", () => {
    expect(drawn.lanes.map(({ rows }) => rows)).toEqual([1, 3, 7, 3, 1]);
    expect(drawn.lanes.map(({ height }) => height)).toEqual([58, 146, 322, 146, 58]);
  });

  it("puts a label before its mark when only the latest date is known", () => {
    expect(at("p8").side).toBe("left");
    expect(words(at("p8"))[1]).toBeLessThanOrEqual(at("p8").markX);
  });

  it("places an undated post by its neighbours", () => {
    expect(at("p2").x).toBe(at("p1").x);
    expect(at("p8").x).toBe(at("p9").x);
  });

  it("keeps the rows when the clock is switched, leaves a grey bar behind, and draws no arcs then", () => {
    const known = layout(prepared, view(first, { clock: "known" }));
    for (const placed of known.posts) expect(placed.top).toBe(at(placed.post.id).top);
    expect(at("p4", known).ghost?.x).toBe(at("p4").x);
    expect(known.arcs).toEqual([]);
  });

  it("lands arcs side by side, never on one point", () => {
    const ends = drawn.arcs.filter(({ to }) => to === "p2").map(({ d }) => /([\d.-]+) [\d.-]+M/.exec(d)?.[1]);
    expect(new Set(ends).size).toBe(ends.length);
  });

  it("flags the selected post's date", () => {
    const { flag } = layout(prepared, view(first, { selected: "p6" }));
    expect(flag).toMatchObject({ words: "slutet av november 2019", x: at("p6").x - 6 });
  });

  it("clamps the label of a post whose mark has left the window", () => {
    const later = { from: Date.UTC(2019, 9, 15), to: Date.UTC(2020, 0, 10) };
    const placed = at("p2", layout(prepared, view(later)));
    expect(placed.side).toBe("clamped");
    expect(placed.labelX).toBeGreaterThanOrEqual(0);
  });
});

describe("a picture of anything", () => {
  it("has every post that meets the window, as a post or counted in a stack", () => {
    fc.assert(
      fc.property(timelines, windows, fc.constantFrom("happened", "known"), (size, where, clock) => {
        const p = prepare(manyPosts(size.count, size.seed, size.lanes));
        const window = windowOf(fitAll(p), where);
        const picture = layout(p, view(window, { clock }));
        const there = new Set([
          ...picture.posts.map(({ post }) => post.id),
          ...picture.stacks.flatMap(({ stack }) => stack.ids),
        ]);
        for (const post of p.posts) {
          const moment = anchor(post.spans[clock]);
          // A silence is drawn one step after the moment it counts from.
          const slack = post.kind === "silence" ? ((window.to - window.from) * 30) / 1016 : 0;
          if (moment >= window.from && moment < window.to - slack) expect(there).toContain(post.id);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("names or counts the rest, once", () => {
    fc.assert(
      fc.property(timelines, windows, (size, where) => {
        const p = prepare(manyPosts(size.count, size.seed, size.lanes));
        const picture = layout(p, view(windowOf(fitAll(p), where)));
        const stacked = picture.stacks.reduce((n, { stack }) => n + stack.ids.length, 0);
        const counted =
          picture.posts.length + stacked + picture.border.length + picture.earlier + picture.later;
        expect(counted).toBe(p.posts.length);
      }),
      { numRuns: 100 },
    );
  });

  it("never lets two labels of a row overlap", () => {
    fc.assert(
      fc.property(timelines, windows, (size, where) => {
        const p = prepare(manyPosts(size.count, size.seed, size.lanes));
        const picture = layout(p, view(windowOf(fitAll(p), where)));
        const rows = Map.groupBy(picture.posts, ({ top }) => top);
        for (const row of rows.values()) {
          const spans = row.map(words).sort((a, b) => a[0] - b[0]);
          for (let i = 1; i < spans.length; i += 1) {
            expect(spans[i]?.[0]).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0);
          }
        }
      }),
      // Two labels that turned towards each other at opposite borders.
      {
        numRuns: 150,
        examples: [
          [
            { count: 50, seed: 118, lanes: 2 },
            { share: 0, zoom: 0 },
          ],
        ],
      },
    );
  });

  it("keeps every label inside its lane", () => {
    fc.assert(
      fc.property(timelines, windows, (size, where) => {
        const p = prepare(manyPosts(size.count, size.seed, size.lanes));
        const picture = layout(p, view(windowOf(fitAll(p), where)));
        for (const { post, top } of picture.posts) {
          const lane = picture.lanes.find(({ id }) => id === post.lane);
          expect(top).toBeGreaterThanOrEqual(lane?.y ?? 0);
          expect(top + 44).toBeLessThanOrEqual((lane?.y ?? 0) + (lane?.height ?? 0));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("moves no row while it is panned", () => {
    fc.assert(
      fc.property(timelines, windows, fc.double({ min: -1, max: 1, noNaN: true }), (size, where, step) => {
        const p = prepare(manyPosts(size.count, size.seed, size.lanes));
        const window = windowOf(fitAll(p), where);
        const by = (window.to - window.from) * step;
        const before = layout(p, view(window));
        const after = layout(p, view({ from: window.from + by, to: window.to + by }));
        expect(after.height).toBe(before.height);
        const tops = new Map(before.posts.map(({ post, top }) => [post.id, top]));
        for (const { post, top } of after.posts) expect(tops.get(post.id) ?? top).toBe(top);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same picture after zooming in and out again", () => {
    const p = prepare(manyPosts(80, 7));
    const window = fitAll(p);
    const middle = (window.from + window.to) / 2;
    const back = zoomAt(zoomAt(window, 4, middle), 0.25, middle);
    expect(back.from).toBeCloseTo(window.from, -1);
    expect(back.to).toBeCloseTo(window.to, -1);
  });

  it("lays out and pans ten times the posts in little more than ten times the time", () => {
    const sizes = [200, 2000].map((size) => [size, prepare(manyPosts(size))] as const);
    const prepared = new Map(sizes);
    const window = { from: Date.UTC(2016, 0, 1), to: Date.UTC(2016, 3, 1) };
    const pan = (size: number) => {
      const p = prepared.get(size);
      if (!p) throw new Error("Not prepared");
      for (let i = 0; i < 10; i += 1)
        layout(p, view({ from: window.from + i * DAY, to: window.to + i * DAY }));
    };
    expect(growth(pan, { small: 200, large: 2000 })).toBeLessThan(30);
  });

  it("survives an empty timeline and one without dates", () => {
    const empty = prepare({ lanes: [], posts: [] });
    expect(layout(empty, view(fitDefault(empty, 1016))).posts).toEqual([]);
    const [post] = kramfors.posts;
    if (!post) throw new Error("no fixture");
    const nothing = { edtf: null, words: "odaterat" };
    const lost = prepare({ lanes: kramfors.lanes, posts: [{ ...post, happened: nothing, known: nothing }] });
    expect(layout(lost, view(fitAll(lost))).posts).toHaveLength(1);
  });
});
