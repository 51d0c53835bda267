import { expect, test } from "vitest";
import { type ChecklistFacts, checklist, obstacles } from "./verdict-checklist.ts";
import { draftState } from "./verdict-draft.ts";

const ready: ChecklistFacts = {
  locale: "sv",
  hasRating: true,
  isOnScale: true,
  shut: [],
  roots: 2,
  links: 3,
  unknownMakers: 0,
  maybeSame: [],
  ownCase: 1,
  againstOwnCase: 1,
  evidence: 3,
  stray: 0,
  open: 0,
  private: 0,
  along: 2,
  half: 0,
  written: 0,
  unchecked: 0,
  excused: 0,
  withdrawn: 0,
  lost: 0,
  named: 2,
  against: [{ name: { sv: "Exempelby", en: "Exempelby" }, state: "no_answer", mayBeJudged: true }],
  undecided: [],
  unknown: 1,
  falsifiers: 1,
  nothingForeseeable: false,
  missing: [],
  flags: [],
  hasWordingReason: false,
  change: null,
  isSecondPerson: true,
  provesItself: true,
  hasPublisher: true,
};
const stops = (change: Partial<ChecklistFacts>) =>
  obstacles(checklist({ ...ready, ...change })).map(({ key, why }) => `${key}.${why}`);

test("a draft that keeps to every rule has no obstacle", () => expect(stops({})).toEqual([]));

test.each([
  [{ evidence: 0 }, "evidence.none"],
  [{ unchecked: 1 }, "quotes.unchecked"],
  [{ hasRating: false }, "rating.none"],
  [{ shut: ["one-root"] }, "rating.shut"],
  [{ undecided: [{ sv: "Exempelby", en: "Exempelby" }] }, "replies.undecided"],
  [{ against: [{ ...ready.against[0], state: "not_asked", mayBeJudged: false }] }, "replies.notAsked"],
  [{ against: [{ ...ready.against[0], state: "waiting", mayBeJudged: false }] }, "replies.waiting"],
  [{ against: [{ ...ready.against[0], state: "not_sent", mayBeJudged: false }] }, "replies.notSent"],
  [{ against: [{ ...ready.against[0], state: "declined", mayBeJudged: false }] }, "replies.waiting"],
  [{ unknown: 0 }, "unknown.none"],
  [{ falsifiers: 0 }, "falsifiers.none"],
  [{ missing: ["conclusion"] }, "texts.missing"],
  [{ flags: [{ rule: "lie", locale: "sv", word: "ljög" }] }, "wording.flagged"],
  [{ change: { hasReason: false, isSame: false } }, "change.none"],
  [{ change: { hasReason: true, isSame: true } }, "change.same"],
  [{ isSecondPerson: false }, "secondPerson.author"],
  [{ provesItself: false }, "secondPerson.noSecondFactor"],
  [{ stray: 1 }, "evidence.stray"],
  [{ open: 1 }, "quotes.open"],
  [{ private: 1 }, "quotes.private"],
  [{ half: 1 }, "along.half"],
  [{ written: 1 }, "along.written"],
  [{ hasPublisher: false }, "publisher.none"],
] as [Partial<ChecklistFacts>, string][])("%j is stopped at %s", (change, stop) =>
  expect(stops(change)).toEqual([stop]),
);

test("what the rules allow with a reason is open once the reason is there", () => {
  expect(
    stops({ against: [{ name: { sv: "Exempelby", en: "" }, state: "not_asked", mayBeJudged: true }] }),
  ).toEqual([]);
  expect(stops({ flags: [{ rule: "lie", locale: "sv", word: "ljög" }], hasWordingReason: true })).toEqual([]);
  expect(stops({ falsifiers: 0, nothingForeseeable: true })).toEqual([]);
});

test("a claim that is said to concern nobody is asked about, since then nobody would be asked", () => {
  const replies = checklist({ ...ready, named: 0, against: [] }).find(({ key }) => key === "replies");
  expect(replies).toMatchObject({ state: "reason", why: "noParties" });
});

test("evidence without a root is said to have none, which shuts every rating that leans", () => {
  const independence = (change: Partial<ChecklistFacts>) =>
    checklist({ ...ready, ...change }).find(({ key }) => key === "independence");
  expect(independence({ roots: 0 })).toMatchObject({ state: "reason", why: "none" });
  expect(independence({ roots: 1 })).toMatchObject({ state: "done" });
  expect(independence({ roots: 0, evidence: 0 })).toMatchObject({ state: "done" });
});

test("quotations that no copy bears out are declared when a reason is given, and stopped when none is", () => {
  const quotes = (change: Partial<ChecklistFacts>) =>
    checklist({ ...ready, ...change }).find(({ key }) => key === "quotes");
  expect(quotes({ excused: 2 })).toMatchObject({ state: "reason", detail: { count: 2, of: 3 } });
  expect(quotes({ excused: 2, unchecked: 1 })).toMatchObject({ state: "stop", detail: { count: 1, of: 3 } });
  expect(quotes({})).toMatchObject({ state: "done" });
});

test("a draft that is saved after it was submitted is a draft again", () => {
  expect(draftState(null, 1)).toBe("draft");
  expect(draftState({ kind: "submitted", revision: 3 }, 3)).toBe("in_review");
  expect(draftState({ kind: "submitted", revision: 3 }, 4)).toBe("draft");
  expect(draftState({ kind: "changes_requested", revision: 3 }, 3)).toBe("changes_requested");
  expect(draftState({ kind: "changes_requested", revision: 3 }, 4)).toBe("draft");
});

test("evidence that has lost its source or its words since is asked about; a source withdrawn comes first", () => {
  const since = (change: Partial<ChecklistFacts>) =>
    checklist({ ...ready, ...change }).find(({ key }) => key === "since");
  expect(since({})).toMatchObject({ state: "done" });
  expect(since({ lost: 1 })).toMatchObject({ state: "reason", why: "lost", detail: { count: 1 } });
  expect(since({ lost: 1, withdrawn: 2 })).toMatchObject({ why: "withdrawn", detail: { count: 2 } });
});
