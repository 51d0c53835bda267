import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fingers, lift, moveTo, NO_FINGERS, type Place, putDown, SLACK } from "./timeline-fingers.ts";

/** Plays moves of fingers that are down, and adds up what the picture has become. */
function play(start: Fingers, moves: readonly (readonly [id: number, place: Place])[]) {
  let fingers = start;
  let by = 0;
  let factor = 1;
  for (const [id, place] of moves) {
    const next = moveTo(fingers, id, place);
    fingers = next.fingers;
    by += next.motion?.by ?? 0;
    factor *= next.motion?.factor ?? 1;
  }
  return { fingers, by, factor };
}

const place = fc.record({
  x: fc.integer({ min: 0, max: 1000 }),
  y: fc.integer({ min: 0, max: 600 }),
});

describe("fingers on the picture", () => {
  it("pan by all that one of them moves, in as many steps as it likes", () => {
    fc.assert(
      fc.property(place, fc.array(place, { minLength: 1, maxLength: 20 }), place, (from, by, to) => {
        const steps = [...by, to].map((at) => [1, at] as const);
        const { by: panned, factor } = play(putDown(NO_FINGERS, 1, from), steps);
        expect(factor).toBe(1);
        const farthest = Math.max(...steps.map(([, at]) => Math.hypot(at.x - from.x, at.y - from.y)));
        if (farthest >= SLACK) expect(panned).toBeCloseTo(to.x - from.x, 6);
      }),
    );
  });

  it("zoom by how far apart two of them come, whichever way they lie", () => {
    for (const [a, b] of [
      [
        { x: 400, y: 100 },
        { x: 480, y: 100 },
      ],
      [
        { x: 400, y: 100 },
        { x: 400, y: 180 },
      ],
    ] as const) {
      const both = putDown(putDown(NO_FINGERS, 1, a), 2, b);
      const wide = { x: a.x + (b.x - a.x) * 4, y: a.y + (b.y - a.y) * 4 };
      expect(play(both, [[2, wide]]).factor).toBeCloseTo(4, 6);
    }
  });

  it("go on panning with the one that is left", () => {
    const both = putDown(putDown(NO_FINGERS, 1, { x: 0, y: 0 }), 2, { x: 100, y: 0 });
    const { by } = play(lift(play(both, [[2, { x: 200, y: 0 }]]).fingers, 1), [[2, { x: 170, y: 0 }]]);
    expect(by).toBe(-30);
  });

  it("choose only when nothing has moved", () => {
    const down = putDown(NO_FINGERS, 1, { x: 10, y: 10 });
    expect(play(down, [[1, { x: 12, y: 11 }]]).fingers.moved).toBe(false);
    const moved = play(down, [[1, { x: 40, y: 10 }]]).fingers;
    expect(lift(moved, 1).moved).toBe(true);
    expect(putDown(lift(moved, 1), 2, { x: 0, y: 0 }).moved).toBe(false);
  });

  it("mean nothing when they were put down elsewhere", () => {
    expect(moveTo(NO_FINGERS, 7, { x: 1, y: 1 }).motion).toBeNull();
  });
});
