import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOnScale, lean, OFF_SCALE, RATINGS, type Rating } from "../../core/rating/rating.ts";
import { blockedBy } from "./verdict.ts";
import { hangsOn, type SensitivePiece, type SensitiveVerdict, withoutEach } from "./verdict-sensitivity.ts";

const name = (text: string) => ({ sv: text, en: text });

const piece = (
  id: string,
  stance: SensitivePiece["stance"],
  {
    ownCase = "none",
    roots = ["a"],
    producer = null,
    origin = null,
  }: {
    ownCase?: SensitivePiece["ownCase"];
    roots?: readonly string[];
    producer?: string | null;
    origin?: string | null;
  } = {},
): SensitivePiece => ({
  id,
  stance,
  ownCase,
  roots,
  source: { producer: producer === null ? null : name(producer) },
  origin: origin === null ? null : { producer: name(origin) },
});

const fact = (rating: Rating, ...evidence: SensitivePiece[]): SensitiveVerdict => ({
  claim: { kind: "fact" },
  rating,
  evidence,
});

const ids = (pieces: readonly { readonly id: string }[]) => pieces.map(({ id }) => id);

/** As claim 1 of the first dispute is weighed: all through one article. */
const claimOne = fact(
  "mostly_contradicted",
  piece("answer", "contradicts", { ownCase: "against_own_case" }),
  piece("inquiry", "contradicts", { ownCase: "own_case" }),
  piece("analysis", "supports", { ownCase: "own_case" }),
);

describe("a verdict without a part of its evidence", () => {
  test("hangs on the only passage from one who would gain from the opposite", () => {
    const [only, ...more] = hangsOn(claimOne);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ id: "answer", shut: ["own-case-only"], nearest: "partly_supported" });
    expect(only?.allowed).toEqual(["partly_supported", "unproven", "under_review", "outdated"]);
  });

  test("has nothing left when everything has one root", () => {
    const [root] = withoutEach(claimOne).roots;
    expect(root).toMatchObject({ root: "a", without: ["answer", "inquiry", "analysis"], nearest: null });
    expect(root?.shut).toEqual(["nothing-contradicts"]);
    expect(root?.allowed.some(isOnScale)).toBe(false);
  });

  test("called supported on two roots hangs on both, and would then be mostly supported", () => {
    const two = fact(
      "supported",
      piece("one", "supports", { roots: ["a"] }),
      piece("two", "supports", { roots: ["b"] }),
    );
    expect(hangsOn(two).map(({ id, shut, nearest }) => ({ id, shut, nearest }))).toEqual([
      { id: "one", shut: ["one-root"], nearest: "mostly_supported" },
      { id: "two", shut: ["one-root"], nearest: "mostly_supported" },
    ]);
  });

  test("hangs on no passage when a third root would do, but on a producer who made two of them", () => {
    const three = fact(
      "supported",
      piece("one", "supports", { roots: ["a"], producer: "Bladet", origin: "Exempelby kommun" }),
      piece("two", "supports", { roots: ["b"], producer: "Bladet" }),
      piece("three", "supports", { roots: ["c"], producer: "Posten" }),
    );
    expect(hangsOn(three)).toEqual([]);
    expect(
      withoutEach(three).producers.map(({ producer, without, shut }) => [producer.sv, without, shut]),
    ).toEqual([
      ["Bladet", ["one", "two"], ["one-root"]],
      ["Exempelby kommun", ["one"], []],
      ["Posten", ["three"], []],
    ]);
  });

  test("may allow more when what speaks against is gone", () => {
    const against = fact(
      "mostly_supported",
      piece("one", "supports", { roots: ["a"] }),
      piece("two", "supports", { roots: ["b"] }),
      piece("three", "contradicts", { roots: ["c"] }),
    );
    expect(withoutEach(against).pieces.find(({ id }) => id === "three")).toMatchObject({
      opened: ["supported"],
      shut: [],
      nearest: "mostly_supported",
    });
  });

  test("half-way hangs on the only passage for the claim, also a party's own", () => {
    const half = fact("partly_supported", piece("own", "supports", { ownCase: "own_case" }));
    expect(ids(hangsOn(half))).toEqual(["own"]);
  });

  test("that the rules of today would not carry at all hangs on nothing", () => {
    const now = fact("supported", piece("one", "supports"));
    expect(withoutEach(now).whole.shut).toEqual(["one-root"]);
    expect(hangsOn(now)).toEqual([]);
  });
});

describe("laws of taking evidence away", () => {
  const evidence = fc
    .array(
      fc.record({
        stance: fc.constantFrom("supports" as const, "contradicts" as const, "context" as const),
        ownCase: fc.constantFrom("own_case" as const, "against_own_case" as const, "none" as const),
        roots: fc.subarray(["a", "b", "c"], { minLength: 1, maxLength: 2 }),
        producer: fc.constantFrom(null, "p", "q"),
        origin: fc.constantFrom(null, "p", "r"),
      }),
      { maxLength: 7 },
    )
    .map((rows) => rows.map(({ stance, ...more }, at) => piece(`${at}`, stance, more)));
  const verdict = fc.record({
    claim: fc.record({
      kind: fc.constantFrom("fact" as const, "fact" as const, "intent" as const, "opinion" as const),
    }),
    rating: fc.constantFrom(...RATINGS),
    evidence,
  });
  const carried = verdict.filter(
    ({ claim, rating, evidence }) => blockedBy(rating, claim.kind, evidence).length === 0,
  );
  const each = (sensitivity: ReturnType<typeof withoutEach>) => [
    ...sensitivity.pieces,
    ...sensitivity.roots,
    ...sensitivity.producers,
  ];

  test("what is only context changes nothing when it goes", () => {
    fc.assert(
      fc.property(verdict, (verdict) => {
        const { whole, pieces } = withoutEach(verdict);
        for (const { stance, id } of verdict.evidence) {
          if (stance !== "context") continue;
          const without = pieces.find((one) => one.id === id);
          expect(without).toMatchObject({ ...whole, changes: false, opened: [] });
        }
      }),
    );
  });

  test("a rating off the scale never falls", () => {
    fc.assert(
      fc.property(verdict, fc.constantFrom(...OFF_SCALE), (verdict, rating) => {
        const off = { ...verdict, rating };
        const { whole } = withoutEach(off);
        for (const without of each(withoutEach(off))) {
          expect(without.shut).toEqual(whole.shut);
          expect(without.nearest).toBeNull();
        }
        expect(hangsOn(off)).toEqual([]);
      }),
    );
  });

  test("a rating hangs only on what points its way, and one that leans never on a party's own word for itself", () => {
    fc.assert(
      fc.property(carried, (verdict) => {
        for (const { id } of hangsOn(verdict)) {
          const one = verdict.evidence.find((piece) => piece.id === id);
          expect(one?.stance).toBe(lean(verdict.rating) < 0 ? "contradicts" : "supports");
          if (lean(verdict.rating) !== 0) expect(one?.ownCase).not.toBe("own_case");
        }
      }),
    );
  });

  test("what falls without a passage falls without each of its roots and producers", () => {
    fc.assert(
      fc.property(carried, (verdict) => {
        const { roots, producers } = withoutEach(verdict);
        for (const { id } of hangsOn(verdict))
          for (const more of [...roots, ...producers])
            if (more.without.includes(id)) expect(more.shut).not.toEqual([]);
      }),
    );
  });

  test("less evidence opens nothing but an end of the scale, and that only when what spoke against it goes", () => {
    fc.assert(
      fc.property(verdict, (verdict) => {
        for (const { opened, without } of each(withoutEach(verdict))) {
          for (const step of opened) {
            expect(["supported", "contradicted"]).toContain(step);
            const against = lean(step) > 0 ? "contradicts" : "supports";
            expect(
              verdict.evidence.some(
                ({ id, stance, ownCase }) =>
                  without.includes(id) && stance === against && ownCase !== "own_case",
              ),
            ).toBe(true);
          }
        }
      }),
    );
  });

  test("it is the same as judging what is left, and the order of the evidence does not matter", () => {
    fc.assert(
      fc.property(verdict, (verdict) => {
        const sensitivity = withoutEach(verdict);
        for (const { without, shut } of each(sensitivity)) {
          const left = verdict.evidence.filter(({ id }) => !without.includes(id));
          expect(shut).toEqual(blockedBy(verdict.rating, verdict.claim.kind, left));
        }
        const turned = withoutEach({ ...verdict, evidence: [...verdict.evidence].reverse() });
        expect([...turned.pieces].reverse()).toEqual(sensitivity.pieces);
      }),
    );
  });
});
