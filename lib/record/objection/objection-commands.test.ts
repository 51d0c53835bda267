import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import {
  actorFor,
  administrator,
  contributor,
  editor,
  journalist,
  otherEditor,
} from "../../core/actor.fixture.ts";
import type { NewObjection, ObjectionAnswer } from "./objection-schema.ts";

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("./objection-commands.ts")),
  ...(await import("./objection-queries.ts")),
  ...(await import("./objection-desk-queries.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../../desk/form/form-commands.ts")),
  ...(await import("../../site/interop/record-json.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
const CLAIM = "exempel-claim-1";
let evidence: { here: string; elsewhere: string };
let networks = 0;
/** Each test counts by itself. */
let network = "";

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.judgedDispute("exempel");
  const idOf = async (slug: string) =>
    (await app.db().evidence.findFirstOrThrow({ where: { claim: { slug } }, select: { id: true } })).id;
  evidence = { here: await idOf(CLAIM), elsewhere: await idOf("exempel-claim-2") };
  await app.madeUpImprint();
});
beforeEach(() => {
  network = `192.0.2.${++networks}/32`;
});

const objection = (changes: Partial<NewObjection> = {}): NewObjection => ({
  claim: CLAIM,
  version: 1,
  sentence: null,
  evidenceId: null,
  text: "Det här stämmer inte, tycker jag som läsare av sidan och granne till huset.",
  contact: null,
  language: "sv",
  ...changes,
});
const send = (changes: Partial<NewObjection> = {}) => app.receiveObjection(objection(changes), network);
const count = () => app.db().objection.count();
const sent = async (changes: Partial<NewObjection> = {}) => {
  const result = await send(changes);
  if (!result.ok) throw new Error(result.reason);
  return result.value.id;
};

describe("a reader objects", () => {
  test("to a sentence of the page, to a piece of evidence, or to something else", async () => {
    const ids = [
      await sent({ sentence: "ingen handling visar det" }),
      await sent({ sentence: "A made-up passage of a made-up source." }),
      await sent({ evidenceId: evidence.here }),
      await sent(),
    ];
    const rows = await app.db().objection.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
    expect(rows.map(({ target }) => target)).toEqual(["sentence", "sentence", "evidence", "other"]);
  });

  test("and a sentence that the page does not hold, a claim that is not there or evidence of another claim is refused", async () => {
    const before = await count();
    const refusals = [
      await send({ sentence: "En mening som ingen har skrivit." }),
      await send({ claim: "finns-inte" }),
      await send({ evidenceId: evidence.elsewhere }),
      await send({ evidenceId: randomUUID() }),
      await send({ version: 7 }),
    ];
    expect(refusals).toMatchObject([
      { reason: "sentence-not-found", field: "sentence" },
      { reason: "unknown-claim" },
      { reason: "unknown-evidence", field: "evidenceId" },
      { reason: "unknown-evidence" },
      { reason: "unknown-version" },
    ]);
    expect(await count()).toBe(before);
  });

  test("and a draft claim is as unknown as one that never was", async () => {
    const { id: disputeId } = await app.db().dispute.findFirstOrThrow();
    await app
      .db()
      .claim.create({ data: { disputeId, slug: "utkast", number: 99, kind: "fact", createdBy: "x" } });
    expect(await send({ claim: "utkast", version: null })).toMatchObject({ reason: "unknown-claim" });
  });

  test("with Markdown, HTML and a script's address, all kept as the text it is", async () => {
    const text = "**fel** <script>alert(1)</script> [här](javascript:alert(1)) & ' \"";
    const id = await sent({ text });
    expect((await app.objectionFor(editor, id))?.text).toBe(text);
  });

  test("five times an hour from one network; refusals do not count, and another network is another reader", async () => {
    await send({ sentence: "Finns inte." });
    for (let n = 0; n < 5; n++) expect((await send()).ok).toBe(true);
    expect(await send()).toMatchObject({ reason: "too-often" });
    expect((await app.receiveObjection(objection(), "198.51.100.7/32")).ok).toBe(true);
    const later = new Date(Date.now() + 61 * 60_000);
    expect((await app.receiveObjection(objection(), network, later)).ok).toBe(true);
  });

  test("fifty times at once with one key, and it is one objection with one number", async () => {
    const before = await count();
    const key = randomUUID();
    const all = await Promise.all(
      Array.from({ length: 50 }, () => app.once({ key, sender: "s", sent: objection() }, () => send())),
    );
    const numbers = new Set(
      all.map((result) => (result.ok ? (result.value as { id: string }).id : result.reason)),
    );
    expect(numbers.size).toBe(1);
    expect(await count()).toBe(before + 1);
    expect(await app.once({ key, sender: "another", sent: objection() }, () => send())).toMatchObject({
      reason: "key-of-another",
    });
    expect(
      await app.once({ key, sender: "s", sent: objection({ text: "Annat." }) }, () => send()),
    ).toMatchObject({
      reason: "key-used",
    });
    expect(await count()).toBe(before + 1);
  });

  test("and fifty times at once with fifty keys, and five are taken", async () => {
    const before = await count();
    await Promise.all(
      Array.from({ length: 50 }, () => app.once({ key: randomUUID(), sender: "s", sent: {} }, () => send())),
    );
    expect(await count()).toBe(before + 5);
  });

  test("and what the public may read is the same as before, to the byte", async () => {
    const before = app.asJson((await app.readClaim(CLAIM)) ?? {});
    await sent({ text: "Ord som ingen ska se.", contact: "lasare@example.org" });
    expect(app.asJson((await app.readClaim(CLAIM)) ?? {})).toBe(before);
  });

  test("and it is kept as it came", async () => {
    const id = await sent();
    await expect(app.db().objection.update({ where: { id }, data: { text: "Ändrat." } })).rejects.toThrow(
      /never changed/,
    );
    await expect(app.db().objection.delete({ where: { id } })).rejects.toThrow(/never changed/);
  });
});

describe("an answer", () => {
  const answer = (changes: Partial<ObjectionAnswer> = {}): ObjectionAnswer => ({
    decision: "partly_upheld",
    summary: { sv: "Invändningen gäller slutsatsen.", en: "The objection concerns the conclusion." },
    reason: { sv: "Vi borde ha skrivit tydligare.", en: "We should have been clearer." },
    correctionId: null,
    wordingReason: null,
    ...changes,
  });
  const draft = (id: string, changes: Partial<ObjectionAnswer> = {}, actor = journalist, revision = 0) =>
    app.draftObjectionAnswer(actor, { id, revision, answer: answer(changes) });

  test("is written by a journalist and published by an editor, signed in with a second factor; contributors may not even read", async () => {
    const id = await sent();
    const ref = { id, revision: 1 };
    expect(await draft(id, {}, contributor)).toMatchObject({ reason: "not-allowed" });
    expect(await app.publishObjectionAnswer(editor, ref)).toMatchObject({ reason: "unknown-draft" });
    expect((await app.objectionsWaiting(journalist)).map((item) => item.id)).toContain(id);
    expect(await draft(id)).toMatchObject({ ok: true, value: ref });
    expect(await app.publishObjectionAnswer(journalist, ref)).toMatchObject({ reason: "not-allowed" });
    expect(await app.publishObjectionAnswer(actorFor("utan", "editor", false), ref)).toMatchObject({
      reason: "second-factor-needed",
    });
    expect(await app.objectionFor(contributor, id)).toBeNull();
    expect(await app.objectionsWaiting(contributor)).toEqual([]);
    expect(await app.objectionAnswersWaiting(contributor)).toEqual([]);
    expect((await app.objectionsWaiting(journalist)).map((item) => item.id)).not.toContain(id);
    expect((await app.objectionAnswersWaiting(editor)).map((item) => item.id)).toContain(id);
  });

  test("is not public while it is a draft, and is published by nobody who has written in it", async () => {
    const id = await sent();
    const before = app.asJson((await app.readClaim(CLAIM)) ?? {});
    expect(await draft(id, {}, editor)).toMatchObject({ ok: true });
    expect(app.asJson((await app.readClaim(CLAIM)) ?? {})).toBe(before);
    expect(await app.objectionByNumber(CLAIM, id)).toMatchObject({ answeredAt: null });
    expect(await app.objectionsAnswered(editor)).not.toContainEqual(expect.objectContaining({ id }));
    expect(await app.publishObjectionAnswer(editor, { id, revision: 1 })).toMatchObject({
      reason: "author-cannot-approve",
    });
    // Who mends a comma has written in it too; and nothing is published but what the editor read.
    expect(await draft(id, { decision: "upheld" }, otherEditor, 1)).toMatchObject({ ok: true });
    for (const one of [editor, otherEditor]) {
      expect(await app.publishObjectionAnswer(one, { id, revision: 2 })).toMatchObject({
        reason: "author-cannot-approve",
      });
    }
    expect(await app.publishObjectionAnswer(administrator, { id, revision: 1 })).toMatchObject({
      reason: "stale",
    });
    expect(await app.publishObjectionAnswer(administrator, { id, revision: 2 })).toMatchObject({ ok: true });
    expect((await app.readClaim(CLAIM))?.objections).toContainEqual(
      expect.objectContaining({ id, decision: "upheld" }),
    );
  });

  test("stands on the claim and in its JSON with date, decision, summary and reason, never with the reader's words", async () => {
    const text = "Hemliga läsarord som aldrig någonsin får stå på sidan.";
    const id = await sent({ text, contact: "lasare@example.org", sentence: "Ingen handling visar det." });
    const log = await app.db().logEntry.count();
    await draft(id);
    expect(await app.publishObjectionAnswer(editor, { id, revision: 1 })).toMatchObject({
      ok: true,
      value: { slug: CLAIM },
    });
    const claim = await app.readClaim(CLAIM);
    expect(claim?.objections[0]).toMatchObject({
      id,
      target: "sentence",
      version: 1,
      decision: "partly_upheld",
      summary: { sv: "Invändningen gäller slutsatsen." },
      reason: { en: "We should have been clearer." },
      correction: null,
    });
    const json = app.asJson(claim ?? {});
    expect(json).not.toContain("läsarord");
    expect(json).not.toContain("lasare@example.org");
    expect(claim?.changedAt).toBe(claim?.objections[0]?.publishedAt);
    const entry = await app.db().logEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(entry).toMatchObject({ type: "objection.answered", subject: CLAIM });
    expect(await app.db().logEntry.count()).toBe(log + 1);
    expect((await app.objectionAnswersWaiting(editor)).map((item) => item.id)).not.toContain(id);
    expect((await app.objectionByNumber(CLAIM, id))?.answeredAt).toBe(claim?.objections[0]?.publishedAt);
    expect(await app.objectionByNumber("exempel-claim-2", id)).toBeNull();
  });

  test("is begun once, even when two begin it at once, published once, and is then never changed", async () => {
    const id = await sent();
    const begun = await Promise.all([draft(id), draft(id, { decision: "upheld" })]);
    expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
    expect(begun.find(({ ok }) => !ok)).toMatchObject({ reason: "stale" });
    const both = await Promise.all([
      app.publishObjectionAnswer(editor, { id, revision: 1 }),
      app.publishObjectionAnswer(otherEditor, { id, revision: 1 }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "already-published" });
    expect(await draft(id, {}, journalist, 1)).toMatchObject({ reason: "already-answered" });
    expect(await app.discardObjectionAnswer(journalist, { id, revision: 1 })).toMatchObject({
      reason: "already-published",
    });
    await expect(
      app.db().objectionOutcome.update({ where: { objectionId: id }, data: { reasonSv: "Annat." } }),
    ).rejects.toThrow(/never changed/);
  });

  test("that is thrown away leaves the objection waiting", async () => {
    const id = await sent();
    await draft(id);
    expect(await app.discardObjectionAnswer(journalist, { id, revision: 1 })).toMatchObject({ ok: true });
    expect((await app.objectionsWaiting(journalist)).map((item) => item.id)).toContain(id);
  });

  test("that calls somebody a liar needs a reason, which is published with it", async () => {
    const id = await sent();
    const reason = { sv: "N.N. har ljugit och tagit mutor.", en: "N.N. has told untruths." };
    expect(await draft(id, { reason })).toMatchObject({
      reason: "wording-needs-reason",
      field: "wordingReason.sv",
    });
    const wordingReason = { sv: "Domstolens ord, återgivna.", en: "The court's words, repeated." };
    expect(await draft(id, { reason, wordingReason })).toMatchObject({ ok: true });
    expect(await app.publishObjectionAnswer(editor, { id, revision: 1 })).toMatchObject({ ok: true });
    expect((await app.readClaim(CLAIM))?.objections).toContainEqual(
      expect.objectContaining({ id, wordingReason }),
    );
    // A row that reached the table another way is stopped where it would become public.
    const other = await sent();
    await draft(other);
    await app.db().objectionOutcome.update({ where: { objectionId: other }, data: { reasonSv: reason.sv } });
    expect(await app.publishObjectionAnswer(editor, { id: other, revision: 1 })).toMatchObject({
      reason: "wording-needs-reason",
    });
  });

  test("that repeats the reader, is of no objection, or is tied to a correction of something else is refused", async () => {
    const text = "Jag bor granne med huset och såg själv att ingen flyttade in under hela hösten.";
    const id = await sent({ text });
    const repeats = { sv: `Läsaren: ${text.slice(0, 60)}`, en: "A reader objected." };
    expect(await draft(id, { summary: repeats })).toMatchObject({
      reason: "readers-words",
      field: "summary.sv",
    });
    expect(await draft(randomUUID())).toMatchObject({ reason: "unknown-objection" });
    expect(await draft(id, { correctionId: randomUUID() })).toMatchObject({ reason: "unknown-correction" });
    expect((await app.readClaim(CLAIM))?.objections.map((each) => each.id)).not.toContain(id);
  });
});
