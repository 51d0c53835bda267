import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import {
  actorFor,
  administrator,
  contributor,
  editor,
  journalist,
  otherEditor,
  otherJournalist,
} from "../../core/actor.fixture.ts";
import type { Actor } from "../../core/actor.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { newToken } from "../../desk/auth/token.ts";
import type { NewVerdict } from "../verdict/verdict-schema.ts";
import type { NewAsking } from "./reply-schema.ts";

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("./reply.fixture.ts")),
  ...(await import("./reply-answer-commands.ts")),
  ...(await import("./reply-commands.ts")),
  ...(await import("./reply-desk-queries.ts")),
  ...(await import("./reply-form-desk-queries.ts")),
  ...(await import("./reply-parties-desk-queries.ts")),
  ...(await import("./reply-link-commands.ts")),
  ...(await import("./reply-queries.ts")),
  ...(await import("./reply-queue-desk-queries.ts")),
  ...(await import("./reply-recorded.ts")),
  ...(await import("./reply-schema.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../claim/claim-tags.ts")),
  ...(await import("../dispute/dispute-tags.ts")),
  ...(await import("../party/party-tags.ts")),
  ...(await import("../dispute/dispute-commands.ts")),
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../dispute/dispute-unpublished-queries.ts")),
  ...(await import("../../desk/form/form-commands.ts")),
  ...(await import("../../desk/letter/letter-commands.ts")),
  ...(await import("../../desk/letter/letter-queries.ts")),
  ...(await import("../verdict/verdict-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let made: Awaited<ReturnType<typeof app.madeUpClaim>>;

// One time for all: what is published in passing is published then, and not on the day of the test run.
const now = new Date("2026-11-24T09:00:00Z");
standAt(now);
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const both = (text: string) => ({ sv: text, en: text });

const asking = (over: Partial<NewAsking> = {}): NewAsking => ({
  by: "e-post till registrator",
  language: "sv",
  question: "Stämmer det? Vad bygger ni det på?",
  deadline: hours(72),
  to: "registrator@exempelby.example",
  ...over,
});
const answer = (text: string, token = "") => ({
  token,
  text,
  language: "sv",
  signedBy: "Testperson, registrator",
});
const HERE = "192.0.2.0/32";
const send = (token: string, text: string, at = now, network = HERE) =>
  app.sendReply(answer(text, token), network, at);

/** A request for a fresh made-up claim and party, and the question drafted by a journalist. */
async function drafted(over: Partial<NewAsking> = {}) {
  const { claimId, partyId } = await app.madeUpClaim();
  const opened = await app.openReplyRequest(journalist, {
    claimId,
    partyId,
    reasonNotAsked: null,
    inSources: both("Källorna återger inget svar."),
  });
  if (!opened.ok) throw new Error(opened.reason);
  const { id } = opened.value;
  const saved = await app.draftAsking(journalist, { id, revision: 0, asking: asking(over) }, now);
  if (!saved.ok) throw new Error(saved.reason);
  return { claimId, partyId, ref: saved.value };
}

/** Somebody who sends letters and does nothing else. */
const postman = actorFor("brevba", "administrator");
const markSent = async (hash: string) => {
  const { id } = await app.db().letter.findFirstOrThrow({ where: { linkHash: hash } });
  orThrow(await app.markLetterSent(postman, { id }, now));
};

/** The question put; its letter sent, unless it is to lie at the desk. */
async function asked(over: Partial<NewAsking> = {}, { isSent = true } = {}) {
  const draft = await drafted(over);
  const token = newToken();
  const result = await app.ask(editor, { ...draft.ref, token }, now);
  if (!result.ok) throw new Error(result.reason);
  if (isSent && result.value.letter !== null) await markSent(result.value.hash);
  return { ...draft, token, id: draft.ref.id, made: result.value };
}

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.madeUpImprint();
  made = await app.madeUpClaim();
});

describe("asking a party", () => {
  test("is drafted by journalists, not by contributors", async () => {
    const request = { ...made, reasonNotAsked: null, inSources: both("Inget svar.") };
    const { claimId, partyId } = made;
    const input = { ...request, claimId, partyId };
    expect(await app.openReplyRequest(contributor, input)).toMatchObject({ reason: "not-allowed" });
    expect(await app.partiesToAsk(contributor, claimId)).toBeNull();
    expect(await app.submittedReplies(contributor)).toEqual([]);
  });

  test("needs a day's notice, when it is written and when it is put", async () => {
    const { ref } = await drafted();
    for (const deadline of [hours(-1), hours(23)]) {
      expect(await app.draftAsking(journalist, { ...ref, asking: asking({ deadline }) }, now)).toMatchObject({
        reason: "deadline-too-soon",
        field: "deadline.day",
      });
    }
    expect(await app.ask(editor, { ...ref, token: newToken() }, hours(60))).toMatchObject({
      reason: "deadline-too-soon",
    });
  });

  test("is published by an editor who has not written the question", async () => {
    const { ref } = await drafted();
    const token = newToken();
    expect(await app.ask(journalist, { ...ref, token }, now)).toMatchObject({ reason: "not-allowed" });
    const again = await app.draftAsking(editor, { ...ref, asking: asking({ question: "Eller hur?" }) }, now);
    if (!again.ok) throw new Error(again.reason);
    expect(await app.ask(editor, { ...again.value, token }, now)).toMatchObject({
      reason: "author-cannot-approve",
    });
    expect(await app.replyLink(token, now)).toBeNull();
    expect(await app.ask(otherEditor, { ...again.value, token }, now)).toMatchObject({ ok: true });
    expect(await app.ask(otherEditor, { ...again.value, token: newToken() }, now)).toMatchObject({
      reason: "already-published",
    });
  });

  test("is not put as it was before somebody changed it", async () => {
    const { ref } = await drafted();
    await app.draftAsking(otherJournalist, { ...ref, asking: asking({ question: "En annan fråga?" }) }, now);
    expect(await app.ask(editor, { ...ref, token: newToken() }, now)).toMatchObject({ reason: "stale" });
  });

  test("of fifty saves that began from the same one, one is taken", async () => {
    const { ref } = await drafted();
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        app.draftAsking(journalist, { ...ref, asking: asking({ question: `Fråga ${n}?` }) }, now),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((it) => !it.ok && it.reason === "stale")).toHaveLength(49);
  });

  test("is not done by publishing the dispute's drafts", async () => {
    const { claimId, ref } = await drafted();
    const claim = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
    expect(await app.publishDispute(otherEditor, { disputeId: claim.disputeId }, now)).toMatchObject({
      ok: true,
    });
    expect(
      (await app.db().asking.findUniqueOrThrow({ where: { requestId: ref.id } })).publishedAt,
    ).toBeNull();
    expect(await app.ask(editor, { ...ref, token: newToken() }, now)).toMatchObject({ ok: true });
  });

  test("makes a letter, an entry in the log, and a link of which only the hash is kept", async () => {
    const { token, made: link, claimId, id } = await asked({}, { isSent: false });
    expect(link.letter).toBe("by_hand");
    const letter = await app.db().letter.findFirstOrThrow({ where: { linkHash: link.hash } });
    expect(letter).toMatchObject({ to: "registrator@exempelby.example", state: "by_hand" });
    expect(letter.text).toContain("Stämmer det? Vad bygger ni det på?");
    expect(letter.text).toContain("{link}");
    expect(letter.link).toBe(`https://belagt.example/reply/${token}`);
    const row = await app.db().replyLink.findFirstOrThrow({ where: { requestId: id } });
    expect(JSON.stringify(row)).not.toContain(token);
    // Thirty days after the deadline.
    expect(row.expiresAt.getTime()).toBe(hours(72 + 30 * 24).getTime());
    // Where the letter went is not kept with what is published.
    expect(await app.db().asking.findUniqueOrThrow({ where: { requestId: id } })).toMatchObject({
      channel: "e-post till registrator",
      sentTo: null,
    });
    const slug = (await app.db().claim.findUniqueOrThrow({ where: { id: claimId } })).slug;
    const logged = await app.db().logEntry.findMany({ where: { subject: slug } });
    expect(logged.map(({ type }) => type)).toEqual(["request.published"]);
    expect((await app.readClaim(slug))?.requests).toMatchObject([
      {
        askedAt: expect.any(String),
        deadline: hours(72).toISOString(),
        question: { text: "Stämmer det? Vad bygger ni det på?", language: "sv" },
      },
    ]);
    expect(JSON.stringify(await app.readClaim(slug))).not.toContain("registrator");
  });

  test("is not shown before it is put, and keeps the party's language", async () => {
    const { ref, claimId } = await drafted({ language: "en", question: 'Is it so? {"really": true}' });
    const { slug } = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
    expect((await app.readClaim(slug))?.requests).toEqual([]);
    await app.ask(editor, { ...ref, token: newToken() }, now);
    expect((await app.readClaim(slug))?.requests).toMatchObject([
      { question: { text: 'Is it so? {"really": true}', language: "en" } },
    ]);
  });

  test("that came from elsewhere, without its words, goes with the dispute and has no question", async () => {
    const { claimId, disputeId, claimSlug, partyId } = await app.madeUpClaim();
    const words = { inSourcesSv: "Inget.", inSourcesEn: "None.", createdBy: "test" };
    const { id } = await app.db().replyRequest.create({
      data: {
        ...{ claimId, partyId, ...words },
        asking: {
          create: {
            askedAt: now,
            deadline: hours(72),
            channel: "{brev}",
            sentTo: "registrator@exempelby.example",
            createdBy: "test",
          },
        },
      },
    });
    expect(await app.ask(editor, { id, revision: 1, token: newToken() }, now)).toMatchObject({
      reason: "no-question",
    });
    expect(await app.publishDispute(otherEditor, { disputeId }, now)).toMatchObject({ ok: true });
    expect((await app.readClaim(claimSlug))?.requests).toMatchObject([
      { askedAt: now.toISOString(), question: null },
    ]);
    expect((await app.db().asking.findUniqueOrThrow({ where: { requestId: id } })).sentTo).toBeNull();
  });

  test("comes before the old reason for not asking, everywhere a reader looks", async () => {
    const { claimId, partyId } = await app.madeUpClaim();
    const reason = both("Demonstration: ingen tillfrågas.");
    const opened = await app.openReplyRequest(journalist, {
      claimId,
      partyId,
      reasonNotAsked: reason,
      inSources: both("Inget svar."),
    });
    if (!opened.ok) throw new Error(opened.reason);
    const { id } = opened.value;
    expect(await app.publishReplyRequest(editor, { id, revision: 1 }, now)).toMatchObject({ ok: true });
    const { slug, dispute } = await app
      .db()
      .claim.findUniqueOrThrow({ where: { id: claimId }, include: { dispute: true } });
    expect((await app.readClaim(slug))?.requests).toMatchObject([
      { state: "not_asked", reasonNotAsked: reason },
    ]);
    const saved = await app.draftAsking(journalist, { id, revision: 0, asking: asking() }, now);
    if (!saved.ok) throw new Error(saved.reason);
    expect((await app.readClaim(slug))?.requests).toMatchObject([
      { state: "not_asked", reasonNotAsked: reason },
    ]);
    // The journalist of the old reason is somebody else than who wrote the question: each is checked by itself.
    expect(await app.ask(editor, { ...saved.value, token: newToken() }, hours(1))).toMatchObject({
      ok: true,
    });
    expect((await app.readClaim(slug))?.requests).toMatchObject([{ reasonNotAsked: null }]);
    expect((await app.readClaim(slug, now))?.requests).toMatchObject([
      { state: "not_asked", reasonNotAsked: reason, askedAt: null },
    ]);
    const onDispute = await app.readDispute(dispute.slug);
    expect(onDispute?.claims[0]?.requests).toMatchObject([
      { reasonNotAsked: null, askedAt: hours(1).toISOString() },
    ]);
  });

  test("a request that says nothing of why is not published by itself", async () => {
    const { ref } = await drafted();
    expect(await app.publishReplyRequest(editor, { id: ref.id, revision: 1 }, now)).toMatchObject({
      reason: "no-reason-not-asked",
    });
  });
});

describe("a private link", () => {
  test("opens the question it was made for, and nothing of another party's", async () => {
    const [one, two] = [await asked(), await asked({ question: "Något annat?" })];
    expect(await app.replyLink(one.token, now)).toMatchObject({
      state: "open",
      question: { question: "Stämmer det? Vad bygger ni det på?" },
    });
    expect(JSON.stringify(await app.replyLink(one.token, now))).not.toMatch(
      /Något annat|registrator|journalist/,
    );
    await send(two.token, "Från den andra.", now);
    expect((await app.requestFor(editor, one.id))?.sent).toEqual([]);
    expect((await app.requestFor(editor, two.id))?.sent).toMatchObject([{ text: "Från den andra." }]);
  });

  test("that nobody made is unknown, whatever it looks like", async () => {
    for (const token of [newToken(), "", "x", '\'; DROP TABLE "Reply"', "å".repeat(43)]) {
      expect(await app.replyLink(token, now)).toBeNull();
      expect(await send(token, "Nej.", now)).toMatchObject({ reason: "unknown-link" });
    }
  });

  test("that has run out or was taken back says so, and takes nothing", async () => {
    const { token, id, made: link } = await asked();
    const late = hours(72 + 30 * 24);
    expect(await app.replyLink(token, late)).toEqual({ state: "over" });
    expect(await send(token, "Sent.", late)).toMatchObject({ reason: "link-over" });
    const row = await app.db().replyLink.findFirstOrThrow({ where: { requestId: id } });
    expect(await app.revokeReplyLink(journalist, { id: row.id }, now)).toMatchObject({ reason: "only-link" });
    expect(await app.revokeReplyLink(editor, { id: row.id }, now)).toMatchObject({ ok: true });
    expect(await app.replyLink(token, now)).toEqual({ state: "over" });
    expect(await send(token, "Igen.", now)).toMatchObject({ reason: "link-over" });
    expect((await app.db().letter.findFirstOrThrow({ where: { linkHash: link.hash } })).link).toBeNull();
    expect(await app.db().submittedReply.count({ where: { requestId: id } })).toBe(0);
    // A new one opens the same question.
    const other = newToken();
    expect(await app.addReplyLink(journalist, { requestId: id, token: other }, now)).toMatchObject({
      ok: true,
    });
    expect(await app.replyLink(other, now)).toMatchObject({ state: "open" });
  });

  test("takes an answer after the deadline too, and keeps every one", async () => {
    const { token, id } = await asked();
    await send(token, "Första.", hours(1));
    await send(token, "Andra.", hours(100));
    expect((await app.requestFor(editor, id))?.sent.map(({ text }) => text)).toEqual(["Första.", "Andra."]);
  });

  test("of fifty sends under one key one is kept, and all hear of the same one", async () => {
    const { token, id } = await asked();
    const key = "0199aaaa-0000-7000-8000-000000000001";
    const results = await Promise.all(
      Array.from({ length: 50 }, () =>
        app.once({ key, sender: "reply:test", sent: { text: "En gång." } }, () =>
          send(token, "En gång.", now),
        ),
      ),
    );
    expect(new Set(results.map((it) => JSON.stringify(it))).size).toBe(1);
    expect(results[0]).toMatchObject({ ok: true });
    expect(await app.db().submittedReply.count({ where: { requestId: id } })).toBe(1);
  });

  test("takes thirty answers in ten minutes from one network, no more", async () => {
    const { token, id } = await asked();
    const one = "192.0.2.1/32";
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, n) => send(token, `Svar ${n}.`, now, one)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(30);
    expect(results.filter((it) => !it.ok && it.reason === "too-often")).toHaveLength(10);
    expect(await app.db().submittedReply.count({ where: { requestId: id } })).toBe(30);
    expect(await send(token, "Någon annan.", now, "192.0.2.2/32")).toMatchObject({ ok: true });
    expect(await send(token, "Senare.", hours(1), one)).toMatchObject({ ok: true });
  });
});

test("a question whose letter lies at the desk has been put to nobody, and nobody is judged for not answering it", async () => {
  const { id, claimId, made: link } = await asked({}, { isSent: false });
  const { slug } = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
  const state = async () => (await app.readClaim(slug))?.requests[0]?.state;
  expect(await state()).toBe("not_sent");
  expect((await app.requestsWaiting(journalist, hours(80))).some((it) => it.id === id)).toBe(false);
  await markSent(link.hash);
  expect(await state()).toBe("waiting");
  expect((await app.requestsWaiting(journalist, hours(80))).some((it) => it.id === id)).toBe(true);
});

test("the page of a claim is made anew when an answer comes, and when a link is sent or taken back", async () => {
  const { id, claimId, token, made: link } = await asked({}, { isSent: false });
  const claim = await app.db().claim.findUniqueOrThrow({
    where: { id: claimId },
    include: { dispute: true, requests: { include: { party: true } } },
  });
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const heard: string[] = [];
    client.on("notification", ({ payload }) => heard.push(payload ?? ""));
    await client.query("LISTEN record_published");
    const told = async () => {
      await client.query("SELECT 1");
      return heard.splice(0).map((each) => JSON.parse(each).tags);
    };
    const tags = [
      app.claimTags.claim(claim.slug),
      app.disputeTags.dispute(claim.dispute.slug),
      app.partyTags.party(claim.requests[0]?.party.slug ?? ""),
    ];
    await markSent(link.hash);
    expect(await told()).toEqual([tags]);
    await send(token, "Vi svarar.", now);
    expect(await told()).toEqual([tags]);
    const [row] = await app.db().replyLink.findMany({ where: { requestId: id } });
    orThrow(await app.revokeReplyLink(editor, { id: row?.id ?? "" }, now));
    expect(await told()).toEqual([tags]);
  } finally {
    await client.end();
  }
});

describe("who has had a link", () => {
  const published = async (id: string, by: Actor) => {
    const sent = await app.db().submittedReply.findFirstOrThrow({ where: { requestId: id, accepted: null } });
    const result = await app.publishSentReply(by, { id: sent.id });
    return result.ok ? "published" : result.reason;
  };

  test("an administrator who was shown it in its letter does not publish what comes by it", async () => {
    const { id, token, made: link } = await asked({}, { isSent: false });
    const letter = await app.db().letter.findFirstOrThrow({ where: { linkHash: link.hash } });
    // Everything that the desk shows an administrator of the letter and the request, before they ask for the link.
    const shown = JSON.stringify([
      await app.letterFor(administrator, letter.id, now),
      await app.lettersFor(administrator, now),
      await app.lettersWaiting(administrator),
      await app.requestFor(administrator, id, now),
      await app.letterTo(administrator, id),
    ]);
    expect(shown).not.toContain(token);
    orThrow(await app.showLetterLink(administrator, { id: letter.id }, now));
    expect((await app.letterFor(administrator, letter.id, now))?.link).toContain(token);
    await markSent(link.hash);
    await send(token, "Svar.", now);
    expect(await published(id, administrator)).toBe("had-its-link");
    // Nor the one who put the question, nor who sent the letter by hand.
    expect(await published(id, editor)).toBe("had-its-link");
    expect(await published(id, postman)).toBe("had-its-link");
    expect(await published(id, otherEditor)).toBe("published");
  });

  test("whoever chose where the letter goes has had its link too", async () => {
    const { ref } = await drafted();
    const own = asking({ to: "min.egen@exempelby.example" });
    const saved = orThrow(await app.draftAsking(otherEditor, { ...ref, asking: own }, now));
    const token = newToken();
    const { hash } = orThrow(await app.ask(editor, { ...saved, token }, now));
    await markSent(hash);
    await send(token, "Vi ber om ursäkt.", now);
    expect(await published(ref.id, otherEditor)).toBe("had-its-link");
    expect(await published(ref.id, administrator)).toBe("published");
  });

  test("a journalist who has made a link does not leave the party with that alone", async () => {
    const { id } = await asked();
    const [link] = await app.db().replyLink.findMany({ where: { requestId: id } });
    orThrow(await app.addReplyLink(journalist, { requestId: id, token: newToken() }, now));
    expect(await app.revokeReplyLink(journalist, { id: link?.id ?? "" }, now)).toMatchObject({
      reason: "only-link",
    });
    const [own] = await app.db().replyLink.findMany({ where: { requestId: id, createdBy: journalist.id } });
    expect(await app.revokeReplyLink(journalist, { id: own?.id ?? "" }, now)).toMatchObject({ ok: true });
  });
});

const reason = { sv: "Svaret rör någon annan.", en: "The answer is about somebody else." };

describe("an answer", () => {
  const words = "  Vi delar inte bilden.\n\n<script>alert(1)</script> & ”så”\tslut.\n";

  test("is kept byte for byte, but for NFC and line ends", () => {
    const typed = `${words.replaceAll("\n", "\r\n")}Cafe\u0301`;
    const read = app.sentReply.parse({ ...answer(typed) });
    expect(read.text).toBe(`${words}Caf\u00e9`);
  });

  test("is refused when it is empty, too long, or turns words round", () => {
    const reason = (text: string) => app.sentReply.safeParse(answer(text)).error?.issues[0]?.message;
    expect(reason(" \n ")).toBe("empty");
    expect(reason("a".repeat(10_001))).toBe("too-long");
    expect(reason("\u202e\u200b")).toBe("empty");
    expect(reason("a\ud800")).toBe("invisible-characters");
    expect(app.sentReply.safeParse(answer("a".repeat(10_000))).success).toBe(true);
  });

  test("sent by a link is published by an editor, once, as it came", async () => {
    const { token, id, claimId } = await asked();
    await send(token, words, hours(2));
    const sent = await app.db().submittedReply.findFirstOrThrow({ where: { requestId: id } });
    expect(await app.submittedReplies(journalist)).toContainEqual(
      expect.objectContaining({ id: sent.id, href: `/desk/requests/${id}`, at: hours(2).toISOString() }),
    );
    const { slug } = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
    expect((await app.readClaim(slug))?.requests[0]?.replies).toEqual([]);
    expect(await app.publishSentReply(journalist, { id: sent.id })).toMatchObject({ reason: "not-allowed" });
    // The editor put the question, and so has had the link: whatever came by it may be their own words.
    expect(await app.publishSentReply(editor, { id: sent.id })).toMatchObject({ reason: "had-its-link" });
    const results = await Promise.all([
      app.publishSentReply(administrator, { id: sent.id }, hours(3)),
      app.publishSentReply(otherEditor, { id: sent.id }, hours(3)),
    ]);
    expect(results.map((it) => (it.ok ? "published" : it.reason)).sort()).toEqual([
      "already-decided",
      "published",
    ]);
    expect((await app.readClaim(slug))?.requests).toMatchObject([
      { state: "answered", replies: [{ text: words, language: "sv", receivedAt: hours(2).toISOString() }] },
    ]);
    expect(JSON.stringify(await app.readClaim(slug))).not.toContain("Testperson, registrator");
    expect((await app.db().logEntry.findFirstOrThrow({ orderBy: { seq: "desc" } })).type).toBe(
      "reply.published",
    );
    expect(await app.proposeDeclining(editor, { id: sent.id, isSent: true, reason })).toMatchObject({
      reason: "already-decided",
    });
    // What came is never changed, not even by us.
    await expect(
      app.db().submittedReply.update({ where: { id: sent.id }, data: { text: "Annat." } }),
    ).rejects.toThrow();
  });

  test("is left unpublished by two, with a reason that readers see, and is kept", async () => {
    const { token, id, claimId } = await asked();
    const { slug } = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
    const said = async () => (await app.readClaim(slug))?.requests[0];
    await send(token, "Med uppgifter om en tredje person.", now);
    const sent = await app.db().submittedReply.findFirstOrThrow({ where: { requestId: id } });
    const answer = { id: sent.id, isSent: true, reason };
    expect(await app.proposeDeclining(contributor, answer)).toMatchObject({ reason: "not-allowed" });
    expect(await app.proposeDeclining(editor, answer)).toMatchObject({ ok: true });
    expect(await app.proposeDeclining(journalist, answer)).toMatchObject({ reason: "declining-proposed" });
    const [proposed] = await app.db().declining.findMany({ where: { requestId: id } });
    const ref = { id: proposed?.id ?? "" };
    // A proposal is nothing that readers see: to them, an answer lies at the desk.
    expect(await said()).toMatchObject({ state: "undecided", declined: [] });
    expect(await app.requestFor(journalist, id)).toMatchObject({ toDecide: 1, sent: [{ accepted: null }] });
    expect(await app.declineReply(journalist, ref)).toMatchObject({ reason: "not-allowed" });
    expect(await app.declineReply(editor, ref)).toMatchObject({ reason: "author-cannot-approve" });
    expect(await app.declineReply(otherEditor, ref, hours(1))).toMatchObject({ ok: true });
    expect(await said()).toMatchObject({
      state: "declined",
      replies: [],
      declined: [{ receivedAt: now.toISOString(), reason }],
    });
    expect(JSON.stringify(await app.readClaim(slug))).not.toContain('tredje person."');
    expect(await app.db().logEntry.findFirstOrThrow({ orderBy: { seq: "desc" } })).toMatchObject({
      type: "reply.declined",
      subject: slug,
    });
    expect(await app.requestFor(journalist, id)).toMatchObject({ toDecide: 0, sent: [{ accepted: false }] });
    expect(await app.publishSentReply(otherEditor, { id: sent.id })).toMatchObject({
      reason: "already-decided",
    });
    expect(await app.declineReply(otherEditor, ref)).toMatchObject({ reason: "already-decided" });
    expect(await app.discardDeclining(journalist, ref)).toMatchObject({ reason: "unknown-draft" });
  });

  test("is published all the same when an editor does not agree that it is not", async () => {
    const { token, id } = await asked();
    await send(token, "Vi delar inte bilden.", now);
    const sent = await app.db().submittedReply.findFirstOrThrow({ where: { requestId: id } });
    await app.proposeDeclining(journalist, { id: sent.id, isSent: true, reason });
    expect(await app.publishSentReply(otherEditor, { id: sent.id })).toMatchObject({ ok: true });
    expect(await app.db().declining.count({ where: { requestId: id } })).toBe(0);
  });

  test("written down by a colleague is neither thrown away nor changed by one person alone", async () => {
    const { id } = await asked();
    const reply = { text: "Vi avstår.", language: "sv", way: "letter" as const, received: hours(5) };
    const { id: replyId } = orThrow(await app.recordReply(journalist, { requestId: id, reply }, hours(6)));
    for (const one of [otherJournalist, editor]) {
      expect(await app.discardReply(one, { id: replyId })).toMatchObject({ reason: "takes-two-to-discard" });
    }
    orThrow(await app.proposeDeclining(editor, { id: replyId, isSent: false, reason }));
    expect(await app.discardReply(editor, { id: replyId })).toMatchObject({ reason: "takes-two-to-discard" });
    const [draft] = await app.db().reply.findMany({ where: { id: replyId } });
    const ref = { id: replyId, revision: draft ? app.savedAs(draft) : 0 };
    expect(await app.reviseRecordedReply(journalist, { ...ref, reply }, hours(7))).toMatchObject({
      reason: "declining-proposed",
    });
    const [proposed] = await app.db().declining.findMany({ where: { requestId: id } });
    expect(await app.declineReply(otherEditor, { id: proposed?.id ?? "" }, hours(8))).toMatchObject({
      ok: true,
    });
    for (const undo of [
      app.discardReply(journalist, { id: replyId }),
      app.publishReply(otherEditor, ref, hours(9)),
    ]) {
      expect(await undo).toMatchObject({ reason: "already-decided" });
    }
    await expect(app.db().reply.update({ where: { id: replyId }, data: { text: "Annat." } })).rejects.toThrow(
      /never changed/,
    );
    // What two find to be no answer is gone.
    const wrong = orThrow(await app.recordReply(journalist, { requestId: id, reply }, hours(10)));
    orThrow(await app.proposeDeclining(otherJournalist, { id: wrong.id, isSent: false, reason }));
    expect(await app.discardReply(editor, wrong)).toMatchObject({ ok: true });
  });

  test("says in public how it came, when, and who published it", async () => {
    const { token, id, claimId } = await asked();
    const { slug } = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
    await send(token, "Genom länken.", hours(1));
    const sent = await app.db().submittedReply.findFirstOrThrow({ where: { requestId: id } });
    orThrow(await app.publishSentReply(otherEditor, { id: sent.id }, hours(2)));
    const reply = { text: "Med post.", language: "sv", way: "letter" as const, received: hours(3) };
    const { id: replyId } = orThrow(await app.recordReply(journalist, { requestId: id, reply }, hours(4)));
    const draft = await app.db().reply.findUniqueOrThrow({ where: { id: replyId } });
    orThrow(await app.publishReply(editor, { id: replyId, revision: app.savedAs(draft) }, hours(5)));
    const replies = (await app.readClaim(slug))?.requests[0]?.replies;
    expect(replies).toMatchObject([
      { way: "link", receivedAt: hours(1).toISOString(), publishedBy: otherEditor.byline },
      { way: "letter", receivedAt: hours(3).toISOString(), publishedBy: editor.byline },
    ]);
  });

  test("written down by the desk is published by somebody else", async () => {
    const { id } = await asked();
    const reply = { text: "Vi avstår.", language: "sv", way: "email" as const, received: hours(5) };
    expect(await app.recordReply(editor, { requestId: id, reply }, hours(4))).toMatchObject({
      reason: "not-yet",
    });
    const recorded = await app.recordReply(editor, { requestId: id, reply }, hours(6));
    if (!recorded.ok) throw new Error(recorded.reason);
    const draft = await app.db().reply.findUniqueOrThrow({ where: recorded.value });
    const ref = { ...recorded.value, revision: app.savedAs(draft) };
    expect(await app.publishReply(editor, ref, hours(7))).toMatchObject({
      reason: "author-cannot-approve",
    });
    expect(await app.publishReply(otherEditor, ref, hours(7))).toMatchObject({ ok: true });
    expect(await app.reviseRecordedReply(journalist, { ...ref, reply }, hours(8))).toMatchObject({
      reason: "already-published",
    });
    expect(await app.discardReply(journalist, recorded.value)).toMatchObject({ reason: "already-published" });
    const wrong = await app.recordReply(
      journalist,
      { requestId: id, reply: { ...reply, text: "Fel." } },
      hours(8),
    );
    if (!wrong.ok) throw new Error(wrong.reason);
    expect(await app.discardReply(journalist, wrong.value)).toMatchObject({ ok: true });
  });

  test("written down wrong is changed while it is a draft, and published as the editor saw it", async () => {
    const { id } = await asked();
    const reply = { text: "Vi avstår", language: "sv", way: "email" as const, received: hours(5) };
    const recorded = await app.recordReply(journalist, { requestId: id, reply }, hours(6));
    if (!recorded.ok) throw new Error(recorded.reason);
    const fields = async () => {
      const found = await app.recordedReplyFields(journalist, recorded.value);
      if (!found) throw new Error("No draft");
      return found;
    };
    const { revision, fields: before } = await fields();
    expect(before).toMatchObject({ text: ["Vi avstår"], "received.day": ["2026-11-24"] });
    expect(await app.recordedReplyFields(contributor, recorded.value)).toBeNull();
    const ref = { ...recorded.value, revision };
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        app.reviseRecordedReply(
          otherJournalist,
          { ...ref, reply: { ...reply, text: `Vi avstår, ${n}.` } },
          hours(6),
        ),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((it) => !it.ok && it.reason === "stale")).toHaveLength(19);
    expect(await app.publishReply(editor, ref, hours(7))).toMatchObject({ reason: "stale" });
    const now = { ...ref, revision: (await fields()).revision };
    expect(
      await app.reviseRecordedReply(
        journalist,
        { ...now, reply: { ...reply, received: hours(9) } },
        hours(7),
      ),
    ).toMatchObject({ reason: "not-yet" });
    expect(await app.publishReply(editor, now, hours(7))).toMatchObject({ ok: true });
    expect(await app.recordedReplyFields(journalist, recorded.value)).toBeNull();
  });

  test("is not published with the dispute's drafts, but with a dispute of which nothing is public", async () => {
    const { id, claimId } = await asked();
    const reply = { text: "Vi avstår.", language: "sv", way: "email" as const, received: hours(5) };
    await app.recordReply(journalist, { requestId: id, reply }, hours(6));
    const claim = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
    const { disputeId } = claim;
    expect(await app.unpublishedOf(otherEditor, disputeId)).toEqual([]);
    expect(await app.publishDispute(otherEditor, { disputeId }, hours(7))).toMatchObject({
      reason: "nothing-to-publish",
    });
    expect((await app.readClaim(claim.slug))?.requests).toMatchObject([{ replies: [] }]);

    const fresh = await app.madeUpClaim({ published: false });
    const opened = await app.openReplyRequest(journalist, {
      ...{ claimId: fresh.claimId, partyId: fresh.partyId },
      ...{ reasonNotAsked: both("Svarade på någon annans fråga."), inSources: both("Se svaret.") },
    });
    if (!opened.ok) throw new Error(opened.reason);
    await app.recordReply(journalist, { requestId: opened.value.id, reply }, hours(6));
    const shown = await app.unpublishedOf(otherEditor, fresh.disputeId);
    expect(shown?.filter(({ table }) => table === "reply")).toHaveLength(1);
    expect(await app.publishDispute(otherEditor, { disputeId: fresh.disputeId }, hours(7))).toMatchObject({
      value: { rows: shown?.reduce((sum, { rows }) => sum + rows, 0) },
    });
    expect((await app.readClaim(fresh.claimSlug))?.requests).toMatchObject([
      { state: "answered", replies: [{ text: "Vi avstår." }] },
    ]);
  });

  test("that never came waits in the queue until there is a verdict", async () => {
    const { id } = await asked();
    const waits = async (at: Date) => (await app.requestsWaiting(journalist, at)).some((it) => it.id === id);
    expect(await waits(hours(71))).toBe(false);
    expect(await waits(hours(72))).toBe(true);
    await app.recordReply(
      journalist,
      { requestId: id, reply: { text: "Sent.", language: "sv", way: "email" as const, received: now } },
      now,
    );
    const [draft] = await app.db().reply.findMany({ where: { requestId: id } });
    if (!draft) throw new Error("No draft");
    await app.publishReply(editor, { id: draft.id, revision: app.savedAs(draft) }, hours(80));
    expect(await waits(hours(81))).toBe(false);
  });
});

test("an answer that came after the verdict stands as not weighed in it, and the next verdict has it", async () => {
  const { token, id, claimId } = await asked({ deadline: hours(2_000) });
  const claim = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
  const words = both("Ännu inget.");
  const verdict: NewVerdict = {
    ...{ claimId, rating: "under_review", conclusion: words, minute: [words], shown: [], notShown: [] },
    ...{ unknown: [words], steps: [{ text: words, evidenceIds: [] }], evidenceIds: [] },
    ...{ nothingForeseeable: both("Inget."), conflictOfInterest: both("Ingen."), changeReason: null },
    wordingReason: null,
  };
  const publish = (changes: Partial<NewVerdict>, at: Date) =>
    app.publishVerdict(editor, { author: journalist, verdict: { ...verdict, ...changes } }, at);
  expect(await publish({}, hours(2_010))).toMatchObject({ ok: true });
  await send(token, "Vi delar inte bilden.", hours(2_011));
  // As long as nobody has decided on it, no verdict can say that there was none.
  const meanwhile = { conclusion: both("Inget har kommit."), changeReason: both("Ett försök.") };
  expect(await publish(meanwhile, hours(2_011))).toMatchObject({ ok: false, reason: "answer-waiting" });
  const sent = await app.db().submittedReply.findFirstOrThrow({ where: { requestId: id } });
  await app.publishSentReply(otherEditor, { id: sent.id }, hours(2_012));
  const read = await app.readClaim(claim.slug);
  expect(read?.requests[0]?.replies).toMatchObject([
    { text: "Vi delar inte bilden.", unweighed: true, cameAfter: true },
  ]);
  expect(read?.verdict?.frozen.replies).toMatchObject([{ state: "no_answer", replies: [] }]);
  const later = { conclusion: both("Svaret är vägt."), changeReason: both("Parten svarade.") };
  expect(await publish(later, hours(2_013))).toMatchObject({ ok: true });
  expect((await app.readClaim(claim.slug))?.requests[0]?.replies).toMatchObject([{ unweighed: false }]);
});

test("what is asked of an unpublished claim does not reach the log", async () => {
  const { claimId, partyId } = await app.madeUpClaim({ published: false });
  const opened = await app.openReplyRequest(journalist, {
    claimId,
    partyId,
    reasonNotAsked: both("Skäl."),
    inSources: both("Inget."),
  });
  if (!opened.ok) throw new Error(opened.reason);
  const { id } = opened.value;
  const saved = await app.draftAsking(journalist, { id, revision: 0, asking: asking() }, now);
  if (!saved.ok) throw new Error(saved.reason);
  expect(await app.ask(editor, { ...saved.value, token: newToken() }, now)).toMatchObject({
    reason: "unknown-claim",
  });
  expect(await app.publishReplyRequest(editor, { id, revision: 1 }, now)).toMatchObject({
    reason: "unknown-claim",
  });
});

test("an answer that comes while a verdict is published stops it, or comes after it", async () => {
  const { id, claimId, token } = await asked({ deadline: hours(4_000) });
  const words = both("Ännu inget.");
  const verdict: NewVerdict = {
    ...{ claimId, rating: "under_review", conclusion: words, minute: [words], shown: [], notShown: [] },
    ...{ unknown: [words], steps: [{ text: words, evidenceIds: [] }], evidenceIds: [] },
    ...{ nothingForeseeable: both("Inget."), conflictOfInterest: both("Ingen."), changeReason: null },
    wordingReason: null,
  };
  let arrived = () => {};
  const isThere = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  // Written and not yet committed when the verdict begins: without a lock the verdict would not see it.
  const sending = app.transaction(async () => {
    await send(token, "Vi har svarat.", hours(4_001));
    arrived();
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  await isThere;
  expect(await app.publishVerdict(editor, { author: journalist, verdict }, hours(4_002))).toMatchObject({
    reason: "answer-waiting",
  });
  await sending;
  expect(await app.db().submittedReply.count({ where: { requestId: id } })).toBe(1);
});

test("a reply written down and not decided on stops a verdict too; declined or published, it does not", async () => {
  const { id, claimId, token } = await asked({ deadline: hours(3_000) });
  const words = both("Ännu inget.");
  const verdict: NewVerdict = {
    ...{ claimId, rating: "under_review", conclusion: words, minute: [words], shown: [], notShown: [] },
    ...{ unknown: [words], steps: [{ text: words, evidenceIds: [] }], evidenceIds: [] },
    ...{ nothingForeseeable: both("Inget."), conflictOfInterest: both("Ingen."), changeReason: null },
    wordingReason: null,
  };
  const publish = (at: Date) => app.publishVerdict(editor, { author: journalist, verdict }, at);
  const reply = { text: "Vi avstår", language: "sv", way: "email" as const, received: hours(2_900) };
  const recorded = await app.recordReply(journalist, { requestId: id, reply }, hours(2_901));
  if (!recorded.ok) throw new Error(recorded.reason);
  expect(await publish(hours(3_001))).toMatchObject({ reason: "answer-waiting" });
  expect(await app.discardReply(otherJournalist, recorded.value)).toMatchObject({
    reason: "takes-two-to-discard",
  });
  expect(await app.discardReply(journalist, recorded.value)).toMatchObject({ ok: true });
  await send(token, "Vi har svarat.", hours(3_002));
  expect(await publish(hours(3_003))).toMatchObject({ reason: "answer-waiting" });
  const sent = await app.db().submittedReply.findFirstOrThrow({ where: { requestId: id } });
  orThrow(await app.proposeDeclining(journalist, { id: sent.id, isSent: true, reason }));
  expect(await publish(hours(3_003))).toMatchObject({ reason: "answer-waiting" });
  const { id: proposed } = await app.db().declining.findFirstOrThrow({ where: { requestId: id } });
  orThrow(await app.declineReply(editor, { id: proposed }, hours(3_004)));
  expect(await publish(hours(3_005))).toMatchObject({ ok: true });
  const { slug } = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
  expect((await app.readClaim(slug))?.verdict?.frozen.replies).toMatchObject([
    { state: "declined", replies: [], declined: [{ receivedAt: hours(3_002).toISOString(), reason }] },
  ]);
});

test("an answer that came before the verdict and was written down after it is not said to have come after", async () => {
  const { id, claimId } = await asked({ deadline: hours(6_000) });
  const { slug } = await app.db().claim.findUniqueOrThrow({ where: { id: claimId } });
  const words = both("Ännu inget.");
  const verdict: NewVerdict = {
    ...{ claimId, rating: "under_review", conclusion: words, minute: [words], shown: [], notShown: [] },
    ...{ unknown: [words], steps: [{ text: words, evidenceIds: [] }], evidenceIds: [] },
    ...{ nothingForeseeable: both("Inget."), conflictOfInterest: both("Ingen."), changeReason: null },
    wordingReason: null,
  };
  orThrow(await app.publishVerdict(editor, { author: journalist, verdict }, hours(6_010)));
  const at = hours(6_011);
  expect((await app.readClaim(slug, at))?.requests).toMatchObject([{ state: "no_answer" }]);
  const reply = { text: "Vi svarade i tid.", language: "sv", way: "email" as const, received: hours(5_900) };
  const { id: replyId } = orThrow(await app.recordReply(journalist, { requestId: id, reply }, hours(6_011)));
  // From the moment it is written down nobody is told that there was none.
  expect((await app.readClaim(slug, at))?.requests).toMatchObject([{ state: "undecided", replies: [] }]);
  const draft = await app.db().reply.findUniqueOrThrow({ where: { id: replyId } });
  orThrow(await app.publishReply(editor, { id: replyId, revision: app.savedAs(draft) }, hours(6_012)));
  expect((await app.readClaim(slug))?.requests[0]).toMatchObject({
    state: "answered",
    replies: [{ unweighed: true, cameAfter: false }],
  });
});
