import { AsyncLocalStorage } from "node:async_hooks";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import {
  actorFor,
  contributor,
  editor,
  journalist,
  otherEditor,
  otherJournalist,
} from "../../core/actor.fixture.ts";
import { orThrow } from "../../core/result.ts";
import type { NewEvidence } from "./evidence-schema.ts";

const load = async () => ({
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../../../e2e/fixtures/generated-dispute.ts")),
  ...(await import("../dispute/dispute-commands.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("./evidence-commands.ts")),
  ...(await import("./evidence-shown-queries.ts")),
  ...(await import("../seen/seen-queries.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
/** On a claim of a published dispute, resting on a source of it. */
let passage: NewEvidence;
let otherClaim = "";
/** In a dispute that nobody has published. */
let secret = "";
const both = (text: string) => ({ sv: text, en: text });
/** In a transaction of its own, as another request would be: not in the one that is open here. */
let outside: <T>(work: () => T) => T;

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  outside = AsyncLocalStorage.snapshot();
  await app.madeUpImprint();
  await app.generateDispute({ slug: "exempel", parties: 2, claims: 2, events: 0 });
  const claims = await app.db().claim.findMany({ orderBy: { number: "asc" } });
  const source = await app.db().source.findFirstOrThrow();
  otherClaim = claims[1]?.id ?? "";
  passage = {
    claimId: claims[0]?.id ?? "",
    sourceId: source.id,
    originId: null,
    stance: "context",
    excerpt: "påhittade ord",
    excerptLanguage: "sv",
    at: { paragraph: null, charStart: null, charEnd: null },
    page: null,
    unchecked: { sv: "Påhittat för ett prov.", en: "Made up for a test." },
    note: both("Ett påhittat ställe."),
  };
  const dispute = orThrow(
    await app.openDispute(journalist, {
      slug: "hemlig",
      demonstration: true,
      title: both("Hemlig"),
      short: both("Hemlig"),
      summary: both("Påhittad."),
    }),
  );
  const draft = {
    disputeId: dispute.id,
    kind: "other" as const,
    title: both("Hemlig källa"),
    note: both("Påhittad."),
    producerId: null,
    language: "sv",
    url: null,
    made: "2020",
    public: null,
  };
  secret = orThrow(await app.addSource(journalist, draft)).id;
});

const add = async (actor = journalist) => orThrow(await app.addEvidence(actor, passage)).id;

describe("a passage rests on what is in its claim's dispute", () => {
  test("when it is added, whoever adds it", async () => {
    for (const wrong of [{ sourceId: secret }, { originId: secret }]) {
      expect(await app.addEvidence(journalist, { ...passage, ...wrong })).toMatchObject({
        reason: "unknown-reference",
      });
    }
  });

  test("when it is changed: nobody's draft elsewhere is published along with it", async () => {
    const id = await add(contributor);
    for (const [actor, wrong] of [
      [contributor, { sourceId: secret }],
      [journalist, { sourceId: secret }],
      [journalist, { originId: secret }],
    ] as const) {
      const evidence = { ...passage, ...wrong };
      expect(await app.reviseEvidence(actor, { id, revision: 1, evidence })).toMatchObject({
        reason: "unknown-reference",
      });
    }
    orThrow(await app.publishEvidence(editor, { ids: [id] }));
    expect(await app.db().source.findUnique({ where: { id: secret } })).toMatchObject({ publishedAt: null });
  });

  test("and stays with its claim", async () => {
    const id = await add();
    const evidence = { ...passage, claimId: otherClaim };
    expect(await app.reviseEvidence(journalist, { id, revision: 1, evidence })).toMatchObject({
      reason: "unknown-draft",
    });
  });

  test("also where the link of a contributor was a source of somebody else's", async () => {
    const link = "https://exempelby.example/kand";
    const about = { title: null, producerId: null, made: null };
    const { claimId: _, sourceId: __, ...words } = passage;
    const entry = { ...words, claimId: passage.claimId, sourceId: null, link, about };
    orThrow(await app.enterEvidence(journalist, entry));
    const { id } = orThrow(await app.enterEvidence(contributor, entry));
    const { sourceId } = await app.db().evidence.findUniqueOrThrow({ where: { id } });
    const evidence = { ...passage, sourceId, excerpt: "andra påhittade ord" };
    expect(await app.reviseEvidence(contributor, { id, revision: 1, evidence })).toMatchObject({ ok: true });
  });
});

const seenOf = async (id: string) => (await app.toPublish(() => app.evidenceShown([id])))?.seen ?? "";

describe("at the same time", () => {
  test("several editors publish a passage: one does, the others are told", async () => {
    const id = await add();
    const editors = [editor, otherEditor, actorFor("redak3", "editor"), actorFor("redak4", "editor")];
    const answers = await Promise.all(editors.map((actor) => app.publishEvidence(actor, { ids: [id] })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "unknown-draft")).toHaveLength(3);
  });

  test("an editor changes a passage and publishes it: their own words do not get out", async () => {
    for (let time = 0; time < 5; time++) {
      const id = await add();
      const evidence = { ...passage, excerpt: "redaktörens egna ord" };
      await Promise.all([
        app.reviseEvidence(editor, { id, revision: 1, evidence }),
        app.publishEvidence(editor, { ids: [id] }),
      ]);
      const row = await app.db().evidence.findUniqueOrThrow({ where: { id } });
      if (row.publishedAt) expect(row.excerpt).toBe(passage.excerpt);
    }
  });

  test("a passage that is changed while it is being published is not", async () => {
    const id = await add();
    let publishing: ReturnType<typeof app.publishEvidence> | undefined;
    let revising: ReturnType<typeof app.reviseEvidence> | undefined;
    const evidence = { ...passage, excerpt: "ring 070-174 06 05" };
    const seen = await seenOf(id);
    // What stands in for a slow moment: a table is held, so that publishing has read the passage and not changed it yet.
    await app.transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE "SourceEdge" IN ACCESS EXCLUSIVE MODE`;
      publishing = outside(() => app.publishEvidence(editor, { ids: [id], seen }));
      await new Promise((resolve) => setTimeout(resolve, 500));
      revising = outside(() => app.reviseEvidence(journalist, { id, revision: 1, evidence }));
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    expect([(await publishing)?.ok, (await revising)?.ok]).toEqual([false, true]);
    const row = await app.db().evidence.findUniqueOrThrow({ where: { id } });
    expect(row.publishedAt).toBeNull();
  });

  test("a passage that was changed after an editor began to read it is not published unread", async () => {
    const id = await add();
    const before = await seenOf(id);
    const evidence = { ...passage, excerpt: "andra påhittade ord" };
    orThrow(await app.reviseEvidence(journalist, { id, revision: 1, evidence }));
    expect(await app.publishEvidence(editor, { ids: [id], seen: before })).toMatchObject({
      reason: "changed-since-read",
    });
    orThrow(await app.publishEvidence(editor, { ids: [id], seen: await seenOf(id) }));
  });

  test("the number of a save that no column holds finds nothing, and fails nothing", async () => {
    const id = await add();
    for (const revision of [2 ** 31, 2 ** 53, Number.POSITIVE_INFINITY, 1.5, -1]) {
      expect(await app.reviseEvidence(otherJournalist, { id, revision, evidence: passage })).toMatchObject({
        reason: "stale",
      });
    }
  });
});
