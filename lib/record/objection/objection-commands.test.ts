import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { actorFor, contributor, editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
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
  const answer = (objectionId: string, changes: Partial<ObjectionAnswer> = {}): ObjectionAnswer => ({
    objectionId,
    decision: "partly_upheld",
    summary: { sv: "Invändningen gäller slutsatsen.", en: "The objection concerns the conclusion." },
    reason: { sv: "Vi borde ha skrivit tydligare.", en: "We should have been clearer." },
    correctionId: null,
    ...changes,
  });

  test("is an editor's, signed in with a second factor; the others may not, and contributors may not even read", async () => {
    const id = await sent();
    expect(await app.answerObjection(journalist, answer(id))).toMatchObject({ reason: "not-allowed" });
    expect(await app.answerObjection(contributor, answer(id))).toMatchObject({ reason: "not-allowed" });
    expect(await app.answerObjection(actorFor("utan", "editor", false), answer(id))).toMatchObject({
      reason: "second-factor-needed",
    });
    expect(await app.objectionFor(contributor, id)).toBeNull();
    expect(await app.objectionsWaiting(contributor)).toEqual([]);
    expect((await app.objectionsWaiting(journalist)).map((item) => item.id)).toContain(id);
  });

  test("stands on the claim and in its JSON with date, decision, summary and reason, never with the reader's words", async () => {
    const text = "Hemliga läsarord som aldrig någonsin får stå på sidan.";
    const id = await sent({ text, contact: "lasare@example.org", sentence: "Ingen handling visar det." });
    const log = await app.db().logEntry.count();
    expect(await app.answerObjection(editor, answer(id))).toMatchObject({ ok: true, value: { slug: CLAIM } });
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
    expect((await app.objectionsWaiting(editor)).map((item) => item.id)).not.toContain(id);
    expect((await app.objectionByNumber(CLAIM, id))?.answeredAt).toBe(claim?.objections[0]?.publishedAt);
    expect(await app.objectionByNumber("exempel-claim-2", id)).toBeNull();
  });

  test("is given once, even when two editors give it at once, and is never changed", async () => {
    const id = await sent();
    const both = await Promise.all([
      app.answerObjection(editor, answer(id)),
      app.answerObjection(otherEditor, answer(id, { decision: "upheld" })),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: "already-answered" });
    await expect(
      app.db().objectionOutcome.update({ where: { objectionId: id }, data: { reasonSv: "Annat." } }),
    ).rejects.toThrow(/never changed/);
  });

  test("that repeats the reader, is of no objection, or is tied to a correction of something else is refused", async () => {
    const text = "Jag bor granne med huset och såg själv att ingen flyttade in under hela hösten.";
    const id = await sent({ text });
    const repeats = { sv: `Läsaren: ${text.slice(0, 60)}`, en: "A reader objected." };
    expect(await app.answerObjection(editor, answer(id, { summary: repeats }))).toMatchObject({
      reason: "readers-words",
      field: "summary.sv",
    });
    expect(await app.answerObjection(editor, answer(randomUUID()))).toMatchObject({
      reason: "unknown-objection",
    });
    expect(await app.answerObjection(editor, answer(id, { correctionId: randomUUID() }))).toMatchObject({
      reason: "unknown-correction",
    });
    expect((await app.readClaim(CLAIM))?.objections.map((each) => each.id)).not.toContain(id);
  });
});
