import { expect, test } from "vitest";
import { translator } from "../../core/language/translator.ts";
import type { DisputeClaim, DisputeView } from "../dispute/dispute.ts";
import { timelineOf } from "./timeline-posts.ts";

const both = (text: string) => ({ sv: text, en: text });

const party = (slug: string, name: string) => ({
  ...{ slug, name: both(name), kind: "public_body", side: "accused" as const, body: null },
  ...{ role: both("kommun"), says: both("Har inte uttalat sig.") },
});

type Request = DisputeClaim["requests"][number];
const request = (over: Partial<Request>): Request => ({
  id: "0199aaaa-0000-7000-8000-000000000001",
  party: "exempelby",
  state: "waiting",
  askedAt: "2026-11-24T09:00:00.000Z",
  deadline: "2026-11-27T16:00:00.000Z",
  answeredAt: null,
  answerKnownAt: null,
  reasonNotAsked: null,
  inSources: both("Inget svar."),
  ...over,
});

const claim = (number: number, requests: readonly Request[]): DisputeClaim => ({
  ...{ slug: `pastaende-${number}`, number, kind: "fact" as const, rating: null, withdrawn: false },
  ...{ text: both(`Påstående ${number}.`), short: both(`Påstående ${number}`) },
  ...{ conclusion: null, version: null, verdictAt: null, withdrawal: null, appearances: [], relations: [] },
  requests,
});

const postsOf = (claims: readonly DisputeClaim[], publishedAt = "2026-11-20T09:00:00.000Z") => {
  const dispute: DisputeView = {
    ...{ slug: "exempelby", title: both("T"), short: both("S"), summary: both("S"), status: "open" },
    ...{
      demonstration: true,
      changedAt: "2026-11-24T09:00:00.000Z",
      publishedAt,
    },
    ...{ parties: [party("exempelby", "Exempelby kommun")], claims, events: [], falsifiers: [], sources: [] },
    ...{ independentRoots: 0, corrections: [], moments: [], asOf: null },
  };
  return timelineOf(dispute, "sv", translator("sv")).posts;
};

test("a party that is asked has a post in our lane and a silence with a length in its own", () => {
  const posts = postsOf([claim(1, [request({})]), claim(2, [request({})])]);
  expect(posts.map(({ kind, lane }) => `${kind} ${lane}`).sort()).toEqual([
    "event belagt",
    "silence exempelby",
  ]);
  const [asked] = posts.filter(({ kind }) => kind === "event");
  expect(asked?.text).toBe(
    "Belagt frågar Exempelby kommun om påstående 1 och 2, med svar senast 27 november 2026.",
  );
  const [silence] = posts.filter(({ kind }) => kind === "silence");
  expect(silence?.happened.edtf).toBe("2026-11-24/..");
  expect(silence?.text).toContain("Svar väntas senast 27 november 2026.");
});

test("a deadline that passed leaves the silence, and says that no answer came", () => {
  const [silence] = postsOf([claim(1, [request({ state: "no_answer" })])]).filter(
    ({ kind }) => kind === "silence",
  );
  expect(silence?.text).toBe("Exempelby kommun tillfrågades 24 november 2026 och har inte svarat.");
});

test("a party that was not asked is silent from the day of publication, which is the day it was in Sweden", () => {
  const unasked = request({ state: "not_asked", askedAt: null, deadline: null });
  const [silence] = postsOf([claim(1, [unasked])], "2026-11-20T23:30:00.000Z").filter(
    ({ kind }) => kind === "silence",
  );
  expect(silence?.happened.edtf).toBe("2026-11-21/..");
});

test("a party asked on two days has been silent since the first", () => {
  const later = request({ askedAt: "2026-12-01T09:00:00.000Z" });
  const [silence] = postsOf([claim(1, [later]), claim(2, [request({})])]).filter(
    ({ kind }) => kind === "silence",
  );
  expect(silence?.happened.edtf).toBe("2026-11-24/..");
});

test("an answer ends the silence, points at the question, and is known when it is published", () => {
  const answered = request({
    state: "answered",
    answeredAt: "2026-11-25T09:00:00.000Z",
    answerKnownAt: "2026-11-26T09:00:00.000Z",
  });
  const posts = postsOf([claim(1, [answered])]);
  expect(posts.filter(({ kind }) => kind === "silence")).toEqual([]);
  const [asked, answer] = posts;
  expect(answer).toMatchObject({
    lane: "exempelby",
    text: "Exempelby kommun svarar på Belagts fråga om påstående 1.",
    happened: { edtf: "2026-11-25" },
    known: { edtf: "2026-11-26" },
    relations: [{ kind: "answers", to: asked?.id }],
  });
});
