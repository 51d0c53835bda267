import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { actorFor, contributor, editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import type { NewCorrection } from "./correction-schema.ts";

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/judged-dispute.ts")),
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("./correction-commands.ts")),
  ...(await import("./correction-queries.ts")),
  ...(await import("./correction-desk-queries.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../dispute/dispute-commands.ts")),
  ...(await import("../objection/objection-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let ids: { dispute: string; claim: string; elsewhere: string };
const CLAIM = "exempel-claim-1";

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.judgedDispute("exempel");
  await app.judgedDispute("annan");
  const claim = await app.db().claim.findUniqueOrThrow({ where: { slug: CLAIM } });
  const other = await app.db().claim.findUniqueOrThrow({ where: { slug: "annan-claim-1" } });
  ids = { dispute: claim.disputeId, claim: claim.id, elsewhere: other.id };
  await app.madeUpImprint();
});

const correction = (changes: Partial<NewCorrection> = {}): NewCorrection => ({
  disputeId: ids.dispute,
  claimId: ids.claim,
  version: 1,
  about: null,
  wrong: { sv: "Vi skrev fel år.", en: "We wrote the wrong year." },
  found: { sv: "En läsare såg det.", en: "A reader saw it." },
  wrongSince: null,
  changesVerdict: false,
  ...changes,
});
const drafted = async (changes: Partial<NewCorrection> = {}, by = journalist) => {
  const result = await app.addCorrection(by, correction(changes));
  if (!result.ok) throw new Error(result.reason);
  return { id: result.value.id, revision: 1 };
};

describe("a draft correction", () => {
  test("is a journalist's, and of something published: the pieces must belong together", async () => {
    expect(await app.addCorrection(contributor, correction())).toMatchObject({ reason: "not-allowed" });
    expect(await app.addCorrection(journalist, correction({ claimId: ids.elsewhere }))).toMatchObject({
      reason: "unknown-claim",
    });
    expect(await app.addCorrection(journalist, correction({ disputeId: randomUUID() }))).toMatchObject({
      reason: "unknown-dispute",
    });
    expect(await app.addCorrection(journalist, correction({ version: 2 }))).toMatchObject({
      reason: "unknown-version",
      field: "version",
    });
    expect(await app.addCorrection(journalist, correction({ claimId: null }))).toMatchObject({
      reason: "unknown-version",
    });
    expect(await app.addCorrection(journalist, correction({ wrongSince: "9999-12-31" }))).toMatchObject({
      reason: "in-the-future",
      field: "wrongSince",
    });
    expect(await app.addCorrection(journalist, correction({ wrongSince: "2020-01-01" }))).toMatchObject({
      reason: "before-publication",
    });
  });

  test("is changed by one of a hundred savers that began from the same text, and thrown away by nobody who saw an older one", async () => {
    const ref = await drafted();
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        app.reviseCorrection(journalist, {
          ...ref,
          correction: correction({ wrong: { sv: `Nr ${n}`, en: `No ${n}` } }),
        }),
      ),
    );
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.filter((result) => !result.ok && result.reason === "stale")).toHaveLength(99);
    expect(await app.discardCorrection(journalist, ref)).toMatchObject({ reason: "stale" });
    expect(await app.discardCorrection(journalist, { ...ref, revision: 2 })).toMatchObject({ ok: true });
    expect(await app.reviseCorrection(journalist, { ...ref, correction: correction() })).toMatchObject({
      reason: "unknown-draft",
    });
  });

  test("is seen by nobody outside, and is not published along with its dispute", async () => {
    const { id } = await drafted();
    expect(await app.publishDispute(app.demonstrationEditor, { disputeId: ids.dispute })).toMatchObject({
      reason: "nothing-to-publish",
    });
    expect((await app.readClaim(CLAIM))?.corrections).toEqual([]);
    expect(await app.readCorrections()).toEqual([]);
    expect(await app.correctionFor(contributor, id)).toBeNull();
    expect(await app.correctionsWaiting(contributor)).toEqual([]);
    expect((await app.correctionsWaiting(journalist)).map((each) => each.id)).toContain(id);
  });
});

describe("publishing a correction", () => {
  test("is refused to journalists, to its writer, to whoever changed it and to a half-translated one", async () => {
    const own = await drafted({}, otherEditor);
    expect(await app.publishCorrection(journalist, own)).toMatchObject({ reason: "not-allowed" });
    expect(await app.publishCorrection(otherEditor, own)).toMatchObject({ reason: "author-cannot-approve" });
    expect(await app.publishCorrection(actorFor("utan", "editor", false), own)).toMatchObject({
      reason: "second-factor-needed",
    });
    await app.reviseCorrection(editor, { ...own, correction: correction({ changesVerdict: true }) });
    expect(await app.publishCorrection(editor, { ...own, revision: 2 })).toMatchObject({
      reason: "author-cannot-approve",
    });
    const half = await drafted({ found: { sv: "En läsare såg det.", en: "" } });
    expect(await app.publishCorrection(editor, half)).toMatchObject({ reason: "half-translated" });
    expect(await app.publishCorrection(editor, { id: randomUUID(), revision: 1 })).toMatchObject({
      reason: "unknown-draft",
    });
    expect(await app.readCorrections()).toEqual([]);
  });

  test("is of the text the editor read, once, with an entry in the log", async () => {
    const ref = await drafted({ changesVerdict: true });
    await app.reviseCorrection(journalist, { ...ref, correction: correction({ changesVerdict: true }) });
    expect(await app.publishCorrection(editor, ref)).toMatchObject({ reason: "stale" });
    const two = await Promise.all(
      [editor, otherEditor].map((by) => app.publishCorrection(by, { ...ref, revision: 2 })),
    );
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(two.find(({ ok }) => !ok)).toMatchObject({ reason: "already-published" });
    const entry = await app.db().logEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(entry).toMatchObject({ type: "correction.published", subject: CLAIM, version: 1 });
    const shown = { id: ref.id, version: 1, changesVerdict: true, wrong: { sv: "Vi skrev fel år." } };
    const claim = await app.readClaim(CLAIM);
    expect(claim?.corrections).toMatchObject([shown]);
    expect(claim?.corrections[0]?.wrongSince).toBe(claim?.versions[0]?.publishedAt);
    expect(await app.readCorrections()).toMatchObject([shown]);
    expect((await app.readDispute("exempel"))?.corrections).toMatchObject([shown]);
  });

  test("of a dispute as a whole stands under its name", async () => {
    const ref = await drafted({ claimId: null, version: null });
    expect(await app.publishCorrection(editor, ref)).toMatchObject({
      ok: true,
      value: { path: "/disputes/exempel" },
    });
    expect(await app.db().logEntry.findFirst({ orderBy: { seq: "desc" } })).toMatchObject({
      subject: "exempel",
    });
  });

  test("lets an objection that led to it name it", async () => {
    const ref = await drafted();
    const objection = await app.receiveObjection(
      {
        ...{ claim: CLAIM, version: 1, sentence: null, evidenceId: null },
        ...{ text: "Fel år.", contact: null, language: "sv" },
      },
      "192.0.2.1/32",
    );
    if (!objection.ok) throw new Error(objection.reason);
    const words = { sv: "Invändningen gäller ett årtal.", en: "The objection concerns a year." };
    const { id } = objection.value;
    const answer = {
      decision: "upheld" as const,
      summary: words,
      reason: words,
      correctionId: ref.id,
      wordingReason: null,
    };
    const draft = () => app.draftObjectionAnswer(journalist, { id, revision: 0, answer });
    expect(await draft()).toMatchObject({ reason: "unknown-correction" });
    await app.publishCorrection(editor, ref);
    expect(await draft()).toMatchObject({ ok: true });
    expect(await app.publishObjectionAnswer(editor, { id, revision: 1 })).toMatchObject({ ok: true });
    expect((await app.readClaim(CLAIM))?.objections[0]?.correction).toBe(ref.id);
  });
});
