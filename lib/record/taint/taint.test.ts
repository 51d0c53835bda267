import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clearanceViews, isSame, type TaintFacts, taintsOn } from "./taint.ts";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
const reason = { sv: "Orden betyder detsamma.", en: "The words mean the same." };
const piece = (evidenceId: string, sources: readonly string[] = [`source of ${evidenceId}`]) => ({
  evidenceId,
  copyId: `copy of ${evidenceId}`,
  restsOn: (sourceId: string) => sources.includes(sourceId),
});
const calm: TaintFacts = {
  verdict: { publishedAt: at(12), wordingVersion: 1 },
  weighed: [piece("a"), piece("b", ["source of b", "report"])],
  turns: [],
  withdrawals: [],
  faults: [],
  corrected: [],
  wording: { id: "w1", version: 1, at: at(8) },
  ground: null,
  clearances: [],
};
const taints = (facts: Partial<TaintFacts>) => taintsOn({ ...calm, ...facts });
const named = (facts: Partial<TaintFacts>) =>
  taints(facts).map(({ cause, causeId }) => `${cause} ${causeId}`);

describe("a verdict is tainted", () => {
  test("by nothing, while everything is as it was", () => {
    const turns = [
      { id: "t", evidenceId: "a", state: "found" as const, at: at(13) },
      { id: "u", evidenceId: "b", state: "moved" as const, at: at(13) },
    ];
    expect(taints({ turns })).toEqual([]);
  });

  test("when the words of a weighed passage have changed or gone", () => {
    const turns = [
      { id: "t", evidenceId: "a", state: "changed" as const, at: at(14) },
      { id: "u", evidenceId: "b", state: "gone" as const, at: at(13) },
      { id: "v", evidenceId: "not weighed", state: "gone" as const, at: at(13) },
    ];
    expect(taints({ turns })).toEqual([
      { cause: "passage_gone", causeId: "u", at: at(13), evidenceIds: ["b"], cleared: null },
      { cause: "passage_changed", causeId: "t", at: at(14), evidenceIds: ["a"], cleared: null },
    ]);
  });

  test("when a source is withdrawn that a weighed passage stands in, reports or leans on", () => {
    const withdrawals = [
      { id: "w", sourceId: "report", at: at(13) },
      { id: "x", sourceId: "another", at: at(13) },
    ];
    expect(taints({ withdrawals })).toMatchObject([
      { cause: "source_withdrawn", causeId: "w", evidenceIds: ["b"] },
    ]);
  });

  test("when the copy of a weighed passage is damaged", () => {
    const faults = [
      { copyId: "copy of a", at: at(13) },
      { copyId: "copy of something else", at: at(13) },
    ];
    expect(named({ faults })).toEqual(["copy_damaged copy of a"]);
  });

  test("when the claim has other words than those that were judged", () => {
    expect(named({ wording: { id: "w2", version: 2, at: at(13) } })).toEqual(["wording_changed w2"]);
    expect(
      named({
        wording: { id: "w2", version: 2, at: at(13) },
        verdict: { publishedAt: at(14), wordingVersion: 2 },
      }),
    ).toEqual([]);
  });
});

test("a verdict is tainted when a fact is corrected that it was judged from, and by no other fact", () => {
  const of = (id: string) => (piece: { readonly evidenceId: string }) => piece.evidenceId === id;
  const corrected = [
    { id: "kind of the claim", at: at(13), isOfClaim: true, isAbout: () => false },
    { id: "note of b", at: at(14), isOfClaim: false, isAbout: of("b") },
    { id: "not weighed", at: at(14), isOfClaim: false, isAbout: of("c") },
    { id: "before the verdict", at: at(11), isOfClaim: true, isAbout: of("a") },
  ];
  expect(taints({ corrected })).toMatchObject([
    { cause: "fact_corrected", causeId: "kind of the claim", evidenceIds: [] },
    { cause: "fact_corrected", causeId: "note of b", evidenceIds: ["b"] },
  ]);
});

/** Whatever may happen, at any hour of the day; the verdict is of noon. */
const hour = fc.integer({ min: 0, max: 23 }).map(at);
const id = fc.uuid();
const weighedId = fc.constantFrom("a", "b", "c");
const facts = fc.record({
  verdict: fc.constant(calm.verdict),
  weighed: fc.constant(calm.weighed),
  turns: fc.array(
    fc.record({
      id,
      evidenceId: weighedId,
      state: fc.constantFrom("found" as const, "moved" as const, "changed" as const, "gone" as const),
      at: hour,
    }),
    { maxLength: 6 },
  ),
  withdrawals: fc.array(fc.record({ id, sourceId: weighedId.map((each) => `source of ${each}`), at: hour }), {
    maxLength: 4,
  }),
  faults: fc.uniqueArray(fc.record({ copyId: weighedId.map((each) => `copy of ${each}`), at: hour }), {
    maxLength: 3,
    selector: ({ copyId }) => copyId,
  }),
  corrected: fc.array(
    fc.record({ id, at: hour, isOfClaim: fc.boolean(), about: weighedId }).map(({ about, ...each }) => ({
      ...each,
      isAbout: (piece: { readonly evidenceId: string }) => piece.evidenceId === about,
    })),
    { maxLength: 4 },
  ),
  wording: fc.option(fc.record({ id, version: fc.integer({ min: 1, max: 3 }), at: hour })),
  // What is not so is never older than the verdict that says it.
  ground: fc.constantFrom(null, { id: "g", at: at(12), evidenceIds: ["a"] }),
  clearances: fc.constant([] as TaintFacts["clearances"]),
});

describe("laws of taint", () => {
  test("what happened before the verdict never taints it, and so the next version settles everything before it", () => {
    fc.assert(
      fc.property(facts, (facts) => {
        expect(taintsOn(facts).every((taint) => taint.at >= facts.verdict.publishedAt)).toBe(true);
        const next = { publishedAt: at(24), wordingVersion: facts.wording?.version ?? 1 };
        expect(taintsOn({ ...facts, ground: null, verdict: next })).toEqual([]);
      }),
    );
  });

  test("a clearance settles its own cause and no other, and takes none away", () => {
    fc.assert(
      fc.property(facts, fc.nat(), (facts, n) => {
        const before = taintsOn(facts);
        const chosen = before[n % Math.max(before.length, 1)];
        if (!chosen) return;
        const after = taintsOn({ ...facts, clearances: [{ ...chosen, publishedAt: at(23), reason }] });
        expect(after.map(({ causeId }) => causeId)).toEqual(before.map(({ causeId }) => causeId));
        expect(after.filter(({ cleared }) => cleared !== null).every((taint) => isSame(taint, chosen))).toBe(
          true,
        );
        expect(after.find((taint) => isSame(taint, chosen))?.cleared?.reason).toEqual(reason);
      }),
    );
  });

  test("more that happens never makes fewer causes", () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const both = {
          ...one,
          turns: [...one.turns, ...other.turns],
          withdrawals: [...one.withdrawals, ...other.withdrawals],
        };
        const keys = new Set(taintsOn(both).map(({ cause, causeId }) => `${cause} ${causeId}`));
        for (const { cause, causeId } of taintsOn(one)) expect(keys).toContain(`${cause} ${causeId}`);
      }),
    );
  });

  test("nothing depends on the order in which it was entered", () => {
    fc.assert(
      fc.property(facts, (facts) => {
        const turned = {
          ...facts,
          turns: facts.turns.toReversed(),
          withdrawals: facts.withdrawals.toReversed(),
          faults: facts.faults.toReversed(),
          corrected: facts.corrected.toReversed(),
        };
        expect(taintsOn(turned)).toEqual(taintsOn(facts));
      }),
    );
  });

  test("what a verdict did not weigh never taints it", () => {
    fc.assert(
      fc.property(facts, (facts) => {
        const found = taintsOn({ ...facts, ground: null, weighed: [] });
        const isOfClaim = (causeId: string) =>
          facts.corrected.some((each) => each.id === causeId && each.isOfClaim);
        expect(
          found.every(
            ({ cause, causeId }) =>
              cause === "wording_changed" || (cause === "fact_corrected" && isOfClaim(causeId)),
          ),
        ).toBe(true);
      }),
    );
  });
});

test("what was said of several causes at once is told once", () => {
  const row = (hour: number) => ({ publishedAt: at(hour), reasonSv: reason.sv, reasonEn: reason.en });
  expect(clearanceViews([row(13), row(13), row(15), { ...row(16), publishedAt: null }])).toEqual([
    { publishedAt: at(13).toISOString(), reason },
    { publishedAt: at(15).toISOString(), reason },
  ]);
});
