/** The ladder, over every combination of what may have been asked for and what came of it. */
import { describe, expect, test } from "vitest";
import {
  ASSURANCE_LEVELS,
  type AssuranceFacts,
  assurance,
  type OutsideCopyFact,
  type TimestampFact,
} from "./assurance.ts";

const AT = "2026-11-20T10:20:30.000Z";

const stamp = (authority: string, state: TimestampFact["state"], trusted: boolean): TimestampFact => ({
  authority,
  state,
  trusted,
  at: state === "done" ? AT : null,
  problem: state === "failed" ? "service-slow" : null,
});
const outside = (
  archive: string,
  state: OutsideCopyFact["state"],
  sameText: boolean | null,
): OutsideCopyFact => ({
  archive,
  state,
  sameText,
  url: state === "done" ? "https://archive.example/1" : null,
  at: state === "done" ? AT : null,
  problem: state === "failed" ? "archive-could-not-save" : null,
});

const COPIES = [
  { custody: "stored", sha256: "a".repeat(64) },
  { custody: "kept_by_desk", sha256: "b".repeat(64) },
] as const;
const TIMESTAMPS = {
  trusted: stamp("Stämpel A", "done", true),
  untrusted: stamp("Stämpel B", "done", false),
  pending: stamp("Stämpel C", "pending", false),
  failed: stamp("Stämpel D", "failed", false),
};
const OUTSIDE = {
  same: outside("Arkiv A", "done", true),
  differs: outside("Arkiv B", "done", false),
  notCompared: outside("Arkiv C", "done", null),
  pending: outside("Arkiv D", "pending", null),
  failed: outside("Arkiv E", "failed", null),
};
const SIGNATURES = [
  "verified",
  "verified_other_domain",
  "not_signed",
  "failed",
  "key_not_obtainable",
] as const;

/** Every way to take some of them: bit n of a number says whether the nth is among them. */
const subsets = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_item, n) => (bits >> n) & 1));

/** 4 × 16 × 32 × 6 × 2 = 24,576 of them. */
function* everything(): Generator<AssuranceFacts> {
  for (const copies of subsets(COPIES))
    for (const timestamps of subsets(Object.values(TIMESTAMPS)))
      for (const outsideCopies of subsets(Object.values(OUTSIDE)))
        for (const dkim of [null, ...SIGNATURES])
          for (const fromParty of [false, true])
            yield { copies, timestamps, outsideCopies, message: dkim && { dkim }, fromParty };
}

const NOTHING: AssuranceFacts = {
  copies: [],
  timestamps: [],
  outsideCopies: [],
  message: null,
  fromParty: false,
};
const rank = (facts: AssuranceFacts) => ASSURANCE_LEVELS.indexOf(assurance(facts).level);

/** The first combination for which a rule does not hold. */
function exception(rule: (facts: AssuranceFacts) => boolean): AssuranceFacts | undefined {
  for (const facts of everything()) if (!rule(facts)) return facts;
}

describe("each step is reached by what it is named for", () => {
  const COPY = { ...NOTHING, copies: COPIES };
  test.each([
    ["nothing but a reference", NOTHING, "link", ["link"]],
    ["a copy", COPY, "copy", ["link", "copy"]],
    [
      "a copy that the desk keeps elsewhere",
      { ...NOTHING, copies: COPIES.slice(1) },
      "copy",
      ["link", "copy"],
    ],
    [
      "a copy and a trusted timestamp",
      { ...COPY, timestamps: [TIMESTAMPS.trusted] },
      "timestamped",
      ["link", "copy", "timestamped"],
    ],
    [
      "a copy and an archive with the same text, without a timestamp",
      { ...COPY, outsideCopies: [OUTSIDE.same] },
      "outside",
      ["link", "copy", "outside"],
    ],
    ["a file from a party", { ...COPY, fromParty: true }, "original", ["link", "copy", "original"]],
    [
      "a message whose signature holds",
      { ...COPY, message: { dkim: "verified" } },
      "original",
      ["link", "copy", "original"],
    ],
    [
      "all of it",
      {
        ...COPY,
        timestamps: [TIMESTAMPS.trusted],
        outsideCopies: [OUTSIDE.same],
        message: { dkim: "verified" },
        fromParty: true,
      },
      "original",
      ["link", "copy", "timestamped", "outside", "original"],
    ],
  ] as const)("%s", (_what, facts, level, holds) => {
    const found = assurance(facts);
    expect(found.level).toBe(level);
    expect(found.holds.map((one) => one.level)).toEqual(holds);
  });

  test("a step keeps what it rests on, and nothing else", () => {
    const { holds } = assurance({
      copies: COPIES,
      timestamps: Object.values(TIMESTAMPS),
      outsideCopies: Object.values(OUTSIDE),
      message: { dkim: "verified" },
      fromParty: true,
    });
    expect(holds).toEqual([
      { level: "link" },
      { level: "copy", copies: COPIES },
      { level: "timestamped", timestamps: [TIMESTAMPS.trusted] },
      { level: "outside", outsideCopies: [OUTSIDE.same] },
      { level: "original", by: ["party", "signature"] },
    ]);
  });
});

describe("in every combination", () => {
  test("the level is the highest step held, and steps are told in their order", () => {
    expect(
      exception((facts) => {
        const { level, holds } = assurance(facts);
        const ranks = holds.map((one) => ASSURANCE_LEVELS.indexOf(one.level));
        return (
          holds.at(-1)?.level === level &&
          holds[0]?.level === "link" &&
          ranks.every((one, index) => index === 0 || one > (ranks[index - 1] ?? 0))
        );
      }),
    ).toBeUndefined();
  });

  test("what is pending, failed, untrusted or different counts as if it had never been asked for", () => {
    expect(
      exception((facts) => {
        const without: AssuranceFacts = {
          ...facts,
          timestamps: facts.timestamps.filter((one) => one === TIMESTAMPS.trusted),
          outsideCopies: facts.outsideCopies.filter((one) => one === OUTSIDE.same),
          message: facts.message?.dkim === "verified" ? facts.message : null,
        };
        return JSON.stringify(assurance(facts).holds) === JSON.stringify(assurance(without).holds);
      }),
    ).toBeUndefined();
  });

  test("one thing more never leads to a lower level", () => {
    expect(
      exception((facts) => {
        const more: AssuranceFacts[] = [
          { ...facts, copies: COPIES },
          ...Object.values(TIMESTAMPS).map((one) => ({ ...facts, timestamps: [...facts.timestamps, one] })),
          ...Object.values(OUTSIDE).map((one) => ({
            ...facts,
            outsideCopies: [...facts.outsideCopies, one],
          })),
          { ...facts, fromParty: true },
        ];
        return more.every((one) => rank(one) >= rank(facts));
      }),
    ).toBeUndefined();
  });

  test("whatever was asked for is told once: as held, as pending or as failed", () => {
    expect(
      exception((facts) => {
        const { pending, failed, holds } = assurance(facts);
        if (facts.copies.length === 0) return true;
        const told = [
          ...holds.flatMap((one) => {
            if (one.level === "timestamped") return one.timestamps.map(({ authority }) => authority);
            return one.level === "outside" ? one.outsideCopies.map(({ archive }) => archive) : [];
          }),
          ...pending.map(({ by }) => by),
          ...failed.flatMap((one) => ("by" in one ? [one.by] : [])),
        ];
        const asked = [
          ...facts.timestamps.map(({ authority }) => authority),
          ...facts.outsideCopies.map(({ archive }) => archive),
        ];
        return told.sort().join() === asked.sort().join();
      }),
    ).toBeUndefined();
  });

  test("no step above the first is held without a copy", () => {
    expect(
      exception((facts) => facts.copies.length > 0 || assurance(facts).holds.length === 1),
    ).toBeUndefined();
  });
});

describe("what does not count says why", () => {
  const told = (facts: Partial<AssuranceFacts>) => {
    const { pending, failed } = assurance({ ...NOTHING, copies: COPIES, ...facts });
    return { pending, failed };
  };

  test("of timestamps", () => {
    expect(told({ timestamps: Object.values(TIMESTAMPS) })).toEqual({
      pending: [{ what: "timestamp", by: "Stämpel C" }],
      failed: [
        { what: "untrusted", by: "Stämpel B" },
        { what: "timestamp", by: "Stämpel D", problem: "service-slow" },
      ],
    });
  });

  test("of archives", () => {
    expect(told({ outsideCopies: Object.values(OUTSIDE) })).toEqual({
      pending: [
        { what: "comparison", by: "Arkiv C" },
        { what: "outside-copy", by: "Arkiv D" },
      ],
      failed: [
        { what: "differs", by: "Arkiv B" },
        { what: "outside-copy", by: "Arkiv E", problem: "archive-could-not-save" },
      ],
    });
  });

  test.each([
    ["verified", []],
    ["not_signed", []],
    ["failed", [{ what: "signature", dkim: "failed" }]],
    ["verified_other_domain", [{ what: "signature", dkim: "verified_other_domain" }]],
    ["key_not_obtainable", [{ what: "signature", dkim: "key_not_obtainable" }]],
  ] as const)("of a signature that is %s", (dkim, failed) => {
    expect(told({ message: { dkim } })).toEqual({ pending: [], failed });
  });

  test("a timestamp without a time is none", () => {
    const timestamps = [{ ...TIMESTAMPS.trusted, at: null }];
    expect(assurance({ ...NOTHING, copies: COPIES, timestamps }).level).toBe("copy");
    expect(told({ timestamps }).failed).toEqual([{ what: "timestamp", by: "Stämpel A", problem: "unknown" }]);
  });

  test("a reason that nobody knows is told as one", () => {
    const timestamps = [{ ...TIMESTAMPS.failed, problem: "something-else" }];
    expect(told({ timestamps }).failed).toMatchObject([{ problem: "unknown" }]);
  });
});
