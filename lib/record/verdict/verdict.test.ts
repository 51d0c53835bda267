import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lean, OFF_SCALE, type RATINGS, SCALE } from "../../core/rating/rating.ts";
import { blockedBy, criticised, openSteps, ratingsFor, succession, type WeighedEvidence } from "./verdict.ts";

const piece = (
  stance: WeighedEvidence["stance"],
  ownCase: WeighedEvidence["ownCase"] = "none",
  ...roots: string[]
) => ({
  stance,
  ownCase,
  roots,
});

/** Claim 1 of the first dispute. */
const claimOne = [
  piece("contradicts", "against_own_case", "article"),
  piece("contradicts", "own_case", "article"),
  piece("contradicts", "own_case", "article"),
  piece("contradicts", "own_case", "article"),
  piece("supports", "own_case", "article"),
];

const evidence = fc.array(
  fc.record({
    stance: fc.constantFrom("supports" as const, "contradicts" as const, "context" as const),
    ownCase: fc.constantFrom(
      ...([
        "own_case",
        "against_own_case",
        "unknown",
        "none",
      ] as const satisfies WeighedEvidence["ownCase"][]),
    ),
    roots: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 2 }),
  }),
  { maxLength: 8 },
);

describe("what the evidence may carry", () => {
  test("claim 1 may be mostly contradicted and not contradicted: everything comes through one article", () => {
    expect(blockedBy("mostly_contradicted", "fact", claimOne)).toEqual([]);
    expect(blockedBy("contradicted", "fact", claimOne)).toEqual(["one-root"]);
  });

  test("claim 1 may not be supported: only the accuser's own analysis points there", () => {
    expect(blockedBy("mostly_supported", "fact", claimOne)).toEqual(["own-case-only"]);
    expect(blockedBy("supported", "fact", claimOne)).toEqual(["own-case-only", "counter-evidence"]);
  });

  test("without the e-mail answer claim 1 falls to unproven or half-way", () => {
    const open = openSteps("fact", claimOne.slice(1)).filter((step) => step.reasons.length === 0);
    expect(open.map((step) => step.rating)).toEqual(["partly_supported"]);
    expect(blockedBy("unproven", "fact", claimOne.slice(1))).toEqual([]);
  });

  test("two independent roots may carry an end of the scale", () => {
    expect(
      blockedBy("contradicted", "fact", [
        piece("contradicts", "none", "a"),
        piece("contradicts", "none", "b"),
      ]),
    ).toEqual([]);
  });

  test("a second root that is the party's own does not open an end", () => {
    const evidence = [piece("supports", "none", "a"), piece("supports", "own_case", "b")];
    expect(blockedBy("supported", "fact", evidence)).toEqual(["one-root"]);
  });

  test("an intent is never rated true or false, and an opinion is only not checkable", () => {
    for (const rating of SCALE) expect(blockedBy(rating, "intent", claimOne)).toEqual(["not-a-fact"]);
    expect(blockedBy("unproven", "intent", claimOne)).toEqual([]);
    const open = ratingsFor("opinion", []).filter((row) => row.reasons.length === 0);
    expect(open.map((row) => row.rating)).toEqual(["not_checkable", "under_review"]);
  });

  test("a fact is never called not checkable", () => {
    expect(blockedBy("not_checkable", "fact", [])).toEqual(["a-fact-is-checkable"]);
  });

  const LEANING = SCALE.filter((rating) => lean(rating) !== 0);
  const neverLeans = (change: (piece: WeighedEvidence) => WeighedEvidence) =>
    fc.assert(
      fc.property(evidence, (pieces) => {
        for (const rating of LEANING) expect(blockedBy(rating, "fact", pieces.map(change))).not.toEqual([]);
      }),
    );

  test("own-case evidence alone never opens a rating that leans", () =>
    neverLeans((piece) => ({ ...piece, ownCase: "own_case" })));

  test("nor does what nobody is known to have made", () =>
    neverLeans((piece) => ({ ...piece, ownCase: "unknown" })));

  test("nor documents that we have only read about, however many and whoever made them", () => {
    neverLeans((piece) => ({ ...piece, roots: [] }));
    neverLeans((piece) => ({ ...piece, uncounted: piece.roots }));
    const unheld = [piece("contradicts", "none"), piece("contradicts", "against_own_case")];
    for (const rating of ["mostly_contradicted", "contradicted"] as const)
      expect(blockedBy(rating, "fact", unheld)).toEqual(["no-root"]);
    expect(blockedBy("partly_supported", "fact", [piece("supports", "none")])).toEqual([]);
    expect(blockedBy("mostly_contradicted", "fact", [...unheld, piece("contradicts", "none", "a")])).toEqual(
      [],
    );
  });

  test("an open end always has its inner step open too", () => {
    fc.assert(
      fc.property(evidence, (pieces) => {
        const open = (rating: (typeof RATINGS)[number]) => blockedBy(rating, "fact", pieces).length === 0;
        if (open("supported")) expect(open("mostly_supported")).toBe(true);
        if (open("contradicted")) expect(open("mostly_contradicted")).toBe(true);
      }),
    );
  });

  test("some rating is always open, whatever the kind and the evidence", () => {
    const kinds = fc.constantFrom(
      "fact" as const,
      "intent" as const,
      "opinion" as const,
      "prediction" as const,
    );
    fc.assert(
      fc.property(kinds, evidence, (kind, pieces) => {
        expect(ratingsFor(kind, pieces).some((row) => row.reasons.length === 0)).toBe(true);
      }),
    );
  });
});

describe("who a rating goes against", () => {
  const interests = [
    { partyId: "kramfors", about: false, gainsIf: "claim_true" },
    { partyId: "huddinge", about: true, gainsIf: "claim_false" },
  ];
  test("the accuser when it leans against the accusation", () => {
    expect(criticised("mostly_contradicted", interests)).toEqual(["kramfors"]);
  });
  test("the accused when it leans towards it, and when it is left open", () => {
    expect(criticised("supported", interests)).toEqual(["huddinge"]);
    for (const rating of OFF_SCALE) expect(criticised(rating, interests)).toEqual(["huddinge"]);
  });
});

describe("succession", () => {
  test("the first version needs no reason", () => {
    expect(succession(null, { contentHash: "a", changeReason: null })).toBeNull();
  });
  test("a later one says why, and says something new", () => {
    const before = { hash: "h", contentHash: "a" };
    expect(succession(before, { contentHash: "b", changeReason: " " })).toBe("no-reason-for-change");
    expect(succession(before, { contentHash: "a", changeReason: "new evidence" })).toBe("nothing-changed");
    expect(succession(before, { contentHash: "b", changeReason: "new evidence" })).toBeNull();
  });

  test("may say the same again after it was withdrawn, with a reason", () => {
    const before = { hash: "x", contentHash: "a", withdrawn: true };
    expect(succession(before, { contentHash: "a", changeReason: "the source was right" })).toBeNull();
    expect(succession(before, { contentHash: "a", changeReason: " " })).toBe("no-reason-for-change");
  });
});
