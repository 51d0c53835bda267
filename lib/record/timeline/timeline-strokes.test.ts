import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edge } from "../../core/edtf/edtf.ts";
import { inView, STEP, strokesBetween } from "./timeline-strokes.ts";

const xs = (path: string) => [...path.matchAll(/M([\d.]+) /g)].map((match) => Number(match[1]) - 0.5);
const all = ({ hatch, faint, faintest, firm }: ReturnType<typeof strokesBetween>) =>
  [hatch, faint, faintest, firm].flatMap(xs).sort((a, b) => a - b);

describe("the engraving of a date", () => {
  it("is firm and even for a month: a taller stroke at each end, 4 px apart between", () => {
    expect(strokesBetween(217, "firm", "firm")).toMatchObject({
      hatch: "",
      firm: "M0.5 -3v16M217.5 -3v16",
      heads: "",
      even: [4, 214],
    });
  });

  it("opens from 18 px at a soft end to 4 px within", () => {
    const starts = xs(strokesBetween(200, "soft", "firm").hatch);
    const gaps = starts.slice(1).map((x, i) => x - (starts[i] ?? 0));
    expect(gaps[0]).toBe(18);
    expect(gaps.at(-1)).toBe(STEP);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
  });

  it("thins out all the way to an open end, which has no firm stroke but a head of its own", () => {
    for (const length of [80, 300, 3000]) {
      const open = strokesBetween(length, "firm", "open");
      const places = all(open);
      const gaps = places.slice(1).map((x, i) => x - (places[i] ?? 0));
      expect(open.firm).toBe("M0.5 -3v16");
      expect(open.heads).not.toBe("");
      expect(gaps[0]).toBeLessThan(7);
      expect(gaps.at(-1)).toBeGreaterThan(12);
      expect(length - (places.at(-1) ?? 0)).toBeLessThan(19);
      expect(xs(open.faintest).length).toBeGreaterThan(0);
    }
  });

  it("is turned round where the beginning is open", () => {
    const open = strokesBetween(300, "open", "firm");
    expect(open.firm).toBe("M300.5 -3v16");
    const places = all(open);
    expect((places[1] ?? 0) - (places[0] ?? 0)).toBeGreaterThan(12);
  });

  it("never draws outside its span", () => {
    const edge = fc.constantFrom<Edge>("firm", "soft", "open");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), edge, edge, (length, start, end) => {
        const strokes = strokesBetween(length, start, end);
        for (const x of [...all(strokes), ...(strokes.even ?? [])]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(Math.max(2, length) + 1);
        }
      }),
    );
  });

  it("keeps its strokes in place when only part of an open end is in view", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9000 }), fc.integer({ min: 0, max: 9000 }), (length, from) => {
        const whole = new Set(all(strokesBetween(length, "firm", "open")));
        const part = all(strokesBetween(length, "firm", "open", { from, to: from + 700 })).filter(
          (x) => x > 0,
        );
        for (const x of part) expect(whole.has(x)).toBe(true);
        const inside = [...whole].filter((x) => x > from + 20 && x <= Math.min(length, from + 690));
        for (const x of inside) expect(part).toContain(x);
      }),
      { numRuns: 50 },
    );
  });

  it("keeps its strokes in place when only part of a long run is in view", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), (left) => {
        const seen = inView([4, 100_000], { from: left, to: left + 1016 });
        if (!seen) return;
        expect((seen[0] - 4) % 8).toBe(0);
        expect(seen[0]).toBeLessThanOrEqual(Math.max(4, left));
        expect(seen[1]).toBeGreaterThanOrEqual(Math.min(left + 1016, 100_000));
      }),
    );
  });
});
