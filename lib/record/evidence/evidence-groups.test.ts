import fc from "fast-check";
import { expect, test } from "vitest";
import { groupsOf, inCommon, numberRuns } from "./evidence-groups.ts";

const piece = fc.record({
  stance: fc.constantFrom("supports", "contradicts"),
  ownCase: fc.constantFrom("none", "own_case"),
  source: fc.record({ id: fc.constantFrom("a", "b") }),
  origin: fc.option(fc.record({ id: fc.constantFrom("x", "y") })),
});

test("no piece is lost or moved, and what is told together is alike", () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const groups = groupsOf(pieces);
      expect(groups.flat()).toEqual(pieces);
      for (const group of groups)
        for (const one of group) {
          expect([one.stance, one.ownCase, one.source.id, one.origin?.id]).toEqual([
            ...[group[0].stance, group[0].ownCase, group[0].source.id, group[0].origin?.id],
          ]);
        }
    }),
  );
});

test("something is in common when several have it, and all of them", () => {
  expect(inCommon(["a", "a"])).toBe("a");
  expect(inCommon(["a", "b"])).toBeUndefined();
  expect(inCommon(["a"])).toBeUndefined();
  expect(inCommon([])).toBeUndefined();
});

test("numbers that follow each other are a run", () => {
  expect(numberRuns([1, 2, 3, 5])).toEqual(["1–3", "5"]);
  expect(numberRuns([2, 3])).toEqual(["2", "3"]);
  expect(numberRuns([])).toEqual([]);
});
