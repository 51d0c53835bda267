import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inView, STEP, strokesBetween } from "./timeline-strokes.ts";

const xs = (path: string) => [...path.matchAll(/M([\d.]+) /g)].map((match) => Number(match[1]) - 0.5);

describe("the engraving of a date", () => {
  it("is firm and even for a month: a taller stroke at each end, 4 px apart between", () => {
    expect(strokesBetween(217, "firm", "firm")).toEqual({
      hatch: "",
      firm: "M0.5 -3v16M217.5 -3v16",
      even: [4, 214],
    });
  });

  it("opens from 18 px at a soft end to 4 px within", () => {
    const starts = xs(strokesBetween(200, "soft", "firm").hatch);
    const gaps = starts.slice(1).map((x, i) => x - (starts[i] ?? 0));
    expect(gaps[0]).toBe(18);
    expect(gaps.at(-1)).toBe(STEP);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
    expect(starts.at(-1)).toBeLessThanOrEqual(64);
  });

  it("fades over most of its length where the end is open, and has no stroke that claims an end", () => {
    const open = strokesBetween(300, "firm", "open");
    expect(open.firm).toBe("M0.5 -3v16");
    expect(xs(open.hatch).at(-1)).toBe(300);
  });

  it("never draws outside its span", () => {
    const edge = fc.constantFrom("firm" as const, "soft" as const, "open" as const);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), edge, edge, (length, start, end) => {
        const strokes = strokesBetween(length, start, end);
        for (const x of [...xs(strokes.hatch), ...xs(strokes.firm), ...(strokes.even ?? [])]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(Math.max(2, length) + 1);
        }
      }),
    );
  });

  it("keeps its strokes in place when only part of a long run is in view", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), (left) => {
        const seen = inView([4, 100_000], left, left + 1016);
        if (!seen) return;
        expect((seen[0] - 4) % 8).toBe(0);
        expect(seen[0]).toBeLessThanOrEqual(Math.max(4, left));
        expect(seen[1]).toBeGreaterThanOrEqual(Math.min(left + 1016, 100_000));
      }),
    );
  });
});
