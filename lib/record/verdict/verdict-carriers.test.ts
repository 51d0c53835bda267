import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SCALE } from "../../core/rating/rating.ts";
import { blockedBy } from "./verdict.ts";
import { carriers } from "./verdict-carriers.ts";
import type { SensitivePiece, SensitiveVerdict } from "./verdict-sensitivity.ts";

const piece = (id: string, stance: SensitivePiece["stance"], more: Partial<SensitivePiece> = {}) => ({
  ...{ id, stance, ownCase: "none" as const, roots: ["a"], source: { producer: null }, origin: null },
  ...more,
});
const fact = (rating: SensitiveVerdict["rating"], ...evidence: SensitivePiece[]): SensitiveVerdict => ({
  claim: { kind: "fact" },
  ...{ rating, evidence },
});

describe("what carries a verdict", () => {
  test("is the one piece from somebody who would gain from the opposite", () => {
    expect(
      carriers(
        fact(
          "mostly_contradicted",
          piece("answer", "contradicts", { ownCase: "against_own_case" }),
          piece("inquiry", "contradicts", { ownCase: "own_case" }),
        ),
      ),
    ).toEqual({ hinges: ["answer"], smallest: [["answer"]] });
  });

  test("may be any two of three, and hang on none", () => {
    const [one, two, three] = ["a", "b", "c"].map((root) => piece(root, "supports", { roots: [root] }));
    if (!one || !two || !three) throw new Error("Three pieces were made");
    expect(carriers(fact("supported", one, two, three))).toEqual({
      hinges: [],
      smallest: [
        ["a", "b"],
        ["a", "c"],
        ["b", "c"],
      ],
    });
  });

  test("is not asked of a rating off the scale, of one the rules now shut, or of too many pieces", () => {
    expect(carriers(fact("unproven", piece("one", "context")))).toBeNull();
    expect(carriers(fact("supported", piece("one", "supports")))).toBeNull();
    const many = Array.from({ length: 13 }, (_, at) => piece(`${at}`, "supports", { roots: [`${at}`] }));
    expect(carriers(fact("supported", ...many))).toBeNull();
  });

  test("carries: each smallest set by itself, no smaller one, and none without a piece it hinges on", () => {
    const some = fc.record({
      stance: fc.constantFrom("supports" as const, "contradicts" as const, "context" as const),
      ownCase: fc.constantFrom("none" as const, "own_case" as const, "against_own_case" as const),
      roots: fc.subarray(["a", "b", "c"], { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...SCALE), fc.array(some, { maxLength: 6 }), (rating, pieces) => {
        const evidence = pieces.map((more, at) => piece(`${at}`, more.stance, more));
        const found = carriers(fact(rating, ...evidence));
        const open = (ids: readonly string[]) =>
          blockedBy(
            rating,
            "fact",
            evidence.filter(({ id }) => ids.includes(id)),
          ).length === 0;
        if (!found) return;
        for (const set of found.smallest) {
          expect(open(set)).toBe(true);
          for (const id of set) expect(open(set.filter((other) => other !== id))).toBe(false);
          for (const hinge of found.hinges) expect(set).toContain(hinge);
        }
        for (const hinge of found.hinges)
          expect(open(evidence.map(({ id }) => id).filter((id) => id !== hinge))).toBe(false);
      }),
    );
  });
});
