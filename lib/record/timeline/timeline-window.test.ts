import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manyPosts } from "./timeline.fixture.ts";
import { NO_FILTER } from "./timeline-filter.ts";
import { kramfors } from "./timeline-kramfors.fixture.ts";
import { plansFor, type Question } from "./timeline-plan.ts";
import { prepare } from "./timeline-prepare.ts";
import { anchor } from "./timeline-prepared.ts";
import { DAY, floorTo, nextOf, ticks, UNITS } from "./timeline-scale.ts";
import { axisTicks } from "./timeline-ticks.ts";
import { clamp, panBy, paneOf, windowOf, zoomBy, zoomPoint } from "./timeline-window.ts";

const prepared = prepare(kramfors);
const question: Question = { clock: "happened", filter: NO_FILTER, open: false, width: 700 };
const whole = paneOf(prepared, question, null);
const time = fc.integer({ min: Date.UTC(1800, 0, 1), max: Date.UTC(2100, 0, 1) });

describe("the window", () => {
  it("first holds all there is", () => {
    const { axis } = { axis: windowOf(prepared, question, whole) };
    for (const { spans } of prepared.posts) {
      expect(anchor(spans.happened)).toBeGreaterThanOrEqual(axis.from);
      expect(anchor(spans.happened)).toBeLessThanOrEqual(axis.to);
    }
  });

  it("is the same window after its moments have been read from an address", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 30, noNaN: true }),
        fc.integer({ min: 0, max: 20_000 }),
        (factor, left) => {
          const pane = clamp(prepared, question, { scale: whole.scale * factor, left });
          const back = paneOf(prepared, question, windowOf(prepared, question, pane));
          expect(back.scale / pane.scale).toBeCloseTo(1, 3);
          expect(Math.abs(back.left - pane.left)).toBeLessThan(2);
        },
      ),
    );
  });

  it("comes back when it is panned there and back, also over a fold", () => {
    const near = zoomBy(prepared, question, whole, 4, 300);
    const back = panBy(prepared, question, panBy(prepared, question, near, 400), -400);
    expect(back.left).toBeCloseTo(near.left, 6);
  });

  it("stays on the axis, however far it is moved", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.integer({ min: -1e6, max: 1e6 }),
        (factor, px) => {
          const pane = panBy(prepared, question, zoomBy(prepared, question, whole, factor, 350), px);
          const { least, most } = plansFor(prepared, question).levels;
          expect(pane.scale).toBeGreaterThanOrEqual(least);
          expect(pane.scale).toBeLessThanOrEqual(most);
          expect(pane.left).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it("never comes to stand where no post is, wherever the pointer zooms", () => {
    fc.assert(
      fc.property(
        fc.record({
          count: fc.integer({ min: 1, max: 60 }),
          seed: fc.nat(99),
          years: fc.integer({ min: 1, max: 40 }),
        }),
        fc.array(fc.tuple(fc.double({ min: 0.3, max: 5, noNaN: true }), fc.integer({ min: 0, max: 700 })), {
          minLength: 1,
          maxLength: 10,
        }),
        fc.boolean(),
        ({ count, seed, years }, steps, open) => {
          const p = prepare(manyPosts(count, seed, 4, years));
          const q = { ...question, open };
          let pane = paneOf(p, q, null);
          for (const [factor, at] of steps) pane = zoomBy(p, q, pane, factor, at);
          const { from, to } = windowOf(p, q, pane);
          const slack = (to - from) / 100;
          expect(
            p.posts.some(({ spans }) => {
              const at = anchor(spans.happened);
              return at >= from - slack && at <= to + slack;
            }),
          ).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("zooms by a button to the chosen post, else to one that is there", () => {
    const chosen = prepared.posts[3];
    const at = anchor(chosen?.spans.happened ?? ({ start: 0, end: 0 } as never));
    const point = zoomPoint(prepared, question, whole, at);
    const near = zoomBy(prepared, question, whole, 4, point);
    const { from, to } = windowOf(prepared, question, near);
    expect(at).toBeGreaterThanOrEqual(from);
    expect(at).toBeLessThanOrEqual(to);
  });
});

describe("the axis", () => {
  it("has starts of units that are at or before any moment, and ends after it", () => {
    fc.assert(
      fc.property(time, fc.constantFrom(...UNITS), (moment, unit) => {
        const start = floorTo(moment, unit);
        expect(start).toBeLessThanOrEqual(moment);
        expect(nextOf(start, unit)).toBeGreaterThan(moment);
        expect(floorTo(start, unit)).toBe(start);
      }),
    );
  });

  it("has days of 24 hours where clocks are changed, too", () => {
    const from = Date.UTC(2019, 9, 25);
    const days = ticks(from, from + 5 * DAY, 64 / DAY, (m) => (m - from) / DAY, "sv");
    expect(days.map(({ x }) => x)).toEqual([0, 1, 2, 3, 4]);
  });

  it("names the year first and in January", () => {
    const [from, to] = [Date.UTC(2019, 8, 1), Date.UTC(2020, 1, 2)];
    const labels = ticks(from, to, 216 / (30.44 * DAY), (m) => ((m - from) / DAY) * 7.1, "sv").map(
      ({ label }) => label,
    );
    expect(labels).toEqual(["september 2019", "oktober", "november", "december", "januari 2020", "februari"]);
  });

  it("says the year again after a fold, and lets no name run over one", async () => {
    const { layout } = await import("./timeline-layout.ts");
    const { axis } = layout(prepared, { ...question, scale: whole.scale, folded: new Set() });
    const found = axisTicks(axis, windowOf(prepared, question, whole), "sv").filter(({ label }) => label);
    const fold = axis.stretches.find(({ folded }) => folded);
    expect(found.find(({ x }) => x >= (fold?.x1 ?? 0) - 1)?.label).toMatch(/2026/);
    for (const { x } of found) expect(x < (fold?.x0 ?? 0) || x >= (fold?.x1 ?? 0) - 1).toBe(true);
  });
});
