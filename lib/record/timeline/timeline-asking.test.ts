import { expect, test } from "vitest";
import { translator } from "../../core/language/translator.ts";
import type { DisputeClaim } from "../dispute/dispute.ts";
import { claimWith as claim, disputeOf, request } from "./timeline-asking.fixture.ts";
import { timelineOf } from "./timeline-posts.ts";

/** The posts but for the claims themselves. */
const postsOf = (claims: readonly DisputeClaim[]) =>
  timelineOf(disputeOf(claims), "sv", translator("sv")).posts.filter(({ kind }) => kind !== "claim");

test("a party that is asked has a post in our lane and a silence with a length in its own", () => {
  const posts = postsOf([claim(1, [request({})]), claim(2, [request({})])]);
  expect(posts.map(({ kind, lane }) => `${kind} ${lane}`).sort()).toEqual([
    "act belagt",
    "silence exempelby",
  ]);
  const [asked] = posts.filter(({ kind }) => kind === "act");
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
  expect(silence?.text).toBe(
    "Exempelby kommun tillfrågades 24 november 2026 om påstående 1 och har inte svarat.",
  );
});

test("a party that was not asked is drawn in no lane: the claim says so, where it stands", () => {
  const unasked = request({ state: "not_asked", askedAt: null, sentAt: null, deadline: null });
  const { posts, lanes } = timelineOf(disputeOf([claim(1, [unasked])]), "sv", translator("sv"));
  expect(posts).toMatchObject([{ kind: "claim", note: "Inte tillfrågad om påståendet: Exempelby kommun." }]);
  expect(lanes.map(({ id }) => id)).toEqual(["exempelby"]);
});

test("a question that lies at the desk is drawn nowhere, and one that was sent later from then", () => {
  expect(postsOf([claim(1, [request({ state: "not_sent", sentAt: null })])])).toEqual([]);
  const posts = postsOf([claim(1, [request({ sentAt: "2026-11-25T09:00:00.000Z" })])]);
  expect(posts.map(({ kind, happened }) => `${kind} ${happened.edtf}`).sort()).toEqual([
    "act 2026-11-25",
    "silence 2026-11-25/..",
  ]);
});

test("whose questions have not been answered is told by claim, and a question with time left is none of those whose time is out", () => {
  const answered = { state: "answered", answeredAt: "2026-11-25T09:00:00.000Z" } as const;
  const silences = postsOf([
    claim(1, [request(answered)]),
    claim(2, [request({ state: "no_answer" })]),
    claim(3, [request({ sentAt: "2026-11-26T09:00:00.000Z", deadline: "2026-12-05T16:00:00.000Z" })]),
  ]).filter(({ kind }) => kind === "silence");
  expect(silences.map(({ id, attribution, text }) => [id, attribution, text])).toEqual([
    [
      "s-exempelby",
      "Har inte svarat",
      "Exempelby kommun tillfrågades 24 november 2026 om påstående 2 och har inte svarat.",
    ],
    [
      "a-exempelby",
      "Svar väntas",
      "Exempelby kommun tillfrågades 26 november 2026 om påstående 3. Svar väntas senast 5 december 2026.",
    ],
  ]);
});

test("an answer that is not published is a post with the reason, on the day it came, and no silence", () => {
  const declined = {
    receivedAt: "2026-11-25T09:00:00.000Z",
    publishedAt: "2026-11-26T09:00:00.000Z",
    reason: { sv: "Det rör en tredje person.", en: "It is about a third person." },
  };
  const posts = postsOf([claim(1, [request({ state: "declined", declined: [declined] })])]);
  expect(posts.map(({ kind, happened }) => `${kind} ${happened.edtf}`)).toEqual([
    "act 2026-11-24",
    "event 2026-11-25",
    "act 2026-11-26",
  ]);
  expect(posts[2]).toMatchObject({
    lane: "belagt",
    text: "Ett svar från Exempelby kommun om påstående 1 publiceras inte: Det rör en tredje person.",
  });
  expect(posts[1]).toMatchObject({
    lane: "exempelby",
    text: "Ett svar från Exempelby kommun om påstående 1 kom. Det publiceras inte: Det rör en tredje person.",
    happened: { edtf: "2026-11-25" },
    known: { edtf: "2026-11-26" },
  });
});

test("a party asked on two days has been silent since the first", () => {
  const later = request({ sentAt: "2026-12-01T09:00:00.000Z" });
  const [silence] = postsOf([claim(1, [later]), claim(2, [request({})])]).filter(
    ({ kind }) => kind === "silence",
  );
  expect(silence?.happened.edtf).toBe("2026-11-24/..");
});

test("an answer ends the silence, points at the question, and is known when we publish it", () => {
  const answered = request({
    state: "answered",
    answeredAt: "2026-11-25T09:00:00.000Z",
    answerKnownAt: "2026-11-26T09:00:00.000Z",
  });
  const posts = postsOf([claim(1, [answered])]);
  expect(posts.filter(({ kind }) => kind === "silence")).toEqual([]);
  const [asked, answer, published] = posts;
  expect(published).toMatchObject({
    lane: "belagt",
    text: "Svaret från Exempelby kommun om påstående 1 publiceras.",
    happened: { edtf: "2026-11-26" },
  });
  expect(answer).toMatchObject({
    lane: "exempelby",
    text: "Exempelby kommun svarar på frågan om påstående 1.",
    happened: { edtf: "2026-11-25" },
    known: { edtf: "2026-11-26" },
    relations: [{ kind: "answers", to: asked?.id }],
  });
});
