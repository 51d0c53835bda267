import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { manyPosts } from "./timeline.fixture.ts";
import { prepare } from "./timeline-prepare.ts";
import { anchor } from "./timeline-prepared.ts";
import { DAY, floorTo, nextOf, ticks, UNITS } from "./timeline-scale.ts";
import { clamp, fitAll, fitDefault, limits, MIN_WINDOW, panBy, zoomAt } from "./timeline-window.ts";

const time = fc.integer({ min: Date.UTC(1800, 0, 1), max: Date.UTC(2100, 0, 1) });
const window = fc
  .tuple(time, fc.integer({ min: DAY, max: 9000 * DAY }))
  .map(([from, length]) => ({ from, to: from + length }));

describe("the window", () => {
  it("returns when it is zoomed in and out at one moment, and panned there and back", () => {
    fc.assert(
      fc.property(window, fc.double({ min: 1.01, max: 40, noNaN: true }), time, (w, factor, at) => {
        const back = panBy(panBy(zoomAt(zoomAt(w, factor, at), 1 / factor, at), DAY), -DAY);
        expect(Math.abs(back.from - w.from)).toBeLessThan(DAY / 1000);
        expect(Math.abs(back.to - w.to)).toBeLessThan(DAY / 1000);
      }),
    );
  });

  it("keeps the moment under the pointer where it is", () => {
    fc.assert(
      fc.property(
        window,
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (w, factor, share) => {
          const at = w.from + (w.to - w.from) * share;
          const z = zoomAt(w, factor, at);
          expect((at - z.from) / (z.to - z.from)).toBeCloseTo(share, 6);
        },
      ),
    );
  });

  it("stays within the limits and is never shorter than a day", () => {
    const p = prepare(manyPosts(50));
    const within = limits(p);
    fc.assert(
      fc.property(time, fc.integer({ min: 0, max: 90_000 * DAY }), (from, length) => {
        const c = clamp({ from, to: from + length }, within);
        expect(c.from).toBeGreaterThanOrEqual(within.from - 1);
        expect(c.to).toBeLessThanOrEqual(within.to + 1);
        expect(c.to - c.from).toBeGreaterThanOrEqual(MIN_WINDOW - 1);
      }),
    );
  });

  it("first holds nine in ten claims and events", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.nat(500),
        fc.integer({ min: 400, max: 1600 }),
        (count, seed, width) => {
          const p = prepare(manyPosts(count, seed));
          const first = fitDefault(p, width);
          const main = p.posts.filter(({ kind }) => kind === "claim" || kind === "event");
          const inside = main.filter(
            ({ spans }) => anchor(spans.happened) >= first.from && anchor(spans.happened) <= first.to,
          );
          expect(inside.length).toBeGreaterThanOrEqual(Math.floor(main.length * 0.9));
        },
      ),
    );
  });

  it("shows the whole of a dispute without a distant cluster", () => {
    const p = prepare(manyPosts(300, 3));
    expect(fitDefault(p, 1016)).toEqual(fitAll(p));
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
});
