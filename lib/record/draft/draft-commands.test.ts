import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { actorFor, contributor, journalist, otherJournalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { DISCARDABLE, type Fallen, idInAddress, keyOfRow, tableOf } from "./draft.ts";

const SEEDED = new Date("2026-11-23T10:00:00Z");
standAt(new Date("2026-11-23T11:00:00Z"));

const load = async () => ({
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("./draft-commands.ts")),
  ...(await import("./draft-desk-queries.ts")),
  ...(await import("../dispute/dispute.fixture.ts")),
  ...(await import("../dispute/dispute-unpublished-queries.ts")),
  ...(await import("../dispute/dispute-commands.ts")),
  ...(await import("../source/source-commands.ts")),
  ...(await import("../party/party-commands.ts")),
  ...(await import("../claim/claim-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let published: { id: string };

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.seed(SEEDED);
  published = await app.db().dispute.findFirstOrThrow();
});

const both = (text: string) => ({ sv: text, en: text });
const source = (disputeId: string) => ({
  disputeId,
  kind: "other" as const,
  title: both("Ett papper"),
  note: both("Påhittat."),
  producerId: null,
  language: "sv",
  url: null,
  made: "2019",
  public: null,
});
const open = async () =>
  orThrow(
    await app.openDispute(journalist, {
      slug: null,
      demonstration: true,
      title: both("Utkastet"),
      short: both("Utkastet"),
      summary: both("Påhittat."),
    }),
  );

describe("a draft", () => {
  test("is thrown away with its parts", async () => {
    const { id } = await open();
    expect(await app.discardDraft(otherJournalist, { table: "dispute", id })).toMatchObject({ ok: true });
    expect(await app.db().disputeWording.count({ where: { disputeId: id } })).toBe(0);
    expect(await app.discardDraft(journalist, { table: "dispute", id })).toMatchObject({
      reason: "unknown-draft",
    });
  });

  test("stays while anything rests on it", async () => {
    const { id: disputeId } = await open();
    const { id: sourceId } = orThrow(await app.addSource(journalist, source(disputeId)));
    const { id: toId } = orThrow(await app.addSource(journalist, source(disputeId)));
    orThrow(await app.linkSources(journalist, { fromId: sourceId, toId, kind: "based_on" }));
    const claim = orThrow(
      await app.addClaim(journalist, {
        disputeId,
        slug: null,
        number: null,
        kind: "fact",
        text: both("Ett påstående."),
        short: both("Ett påstående"),
        restatedBy: both("Testperson"),
        interests: [],
      }),
    );
    const discard = (table: (typeof DISCARDABLE)[number], id: string) =>
      app.discardDraft(journalist, { table, id });
    expect(await discard("dispute", disputeId)).toMatchObject({ reason: "still-needed" });
    expect(await discard("source", toId)).toMatchObject({ reason: "still-needed" });
    expect(await app.db().source.count({ where: { disputeId } })).toBe(2);
    // With what depends on it gone first, it goes too.
    expect(await discard("source", sourceId)).toMatchObject({ ok: true });
    expect(await discard("source", toId)).toMatchObject({ ok: true });
    expect(await discard("claim", claim.id)).toMatchObject({ ok: true });
    expect(await discard("dispute", disputeId)).toMatchObject({ ok: true });
  });

  test("of somebody else is not a contributor's to throw away; their own is", async () => {
    const other = actorFor("bidra2", "contributor");
    const { id } = orThrow(await app.addSource(contributor, source(published.id)));
    expect(await app.discardDraft(other, { table: "source", id })).toMatchObject({ reason: "unknown-draft" });
    expect(await app.reviseSource(other, { id, revision: 1, source: source(published.id) })).toMatchObject({
      reason: "unknown-draft",
    });
    expect(await app.discardDraft(contributor, { table: "source", id })).toMatchObject({ ok: true });
  });

  test("wording goes only when there is one before it", async () => {
    const { id } = await open();
    const first = await app.db().disputeWording.findFirstOrThrow({ where: { disputeId: id } });
    expect(await app.discardDraft(journalist, { table: "disputeWording", id: first.id })).toMatchObject({
      reason: "first-wording",
    });
    const wording = { status: "open" as const, title: both("Ny"), short: both("Ny"), summary: both("Ny.") };
    const now = await app.db().disputeWording.findFirstOrThrow({ where: { disputeId: published.id } });
    orThrow(await app.rewordDispute(journalist, { id: published.id, revision: now.revision, wording }));
    const next = await app
      .db()
      .disputeWording.findFirstOrThrow({ where: { disputeId: published.id, publishedAt: null } });
    expect(await app.discardDraft(journalist, { table: "disputeWording", id: next.id })).toMatchObject({
      ok: true,
    });
  });
});

/** Tables with drafts that another command throws away, or nobody. */
const OTHERWISE: Readonly<Record<string, string>> = {
  Reply: "reply.discard: what a party answered takes two, unless whoever wrote it down does it",
  Declining: "reply.discard-declining",
  Amendment: "amendment.discard",
  Correction: "correction.discard",
  Withdrawal: "withdrawal.discard",
  SourceWithdrawal: "source.discard-withdrawal",
  Clearance: "taint.discard-clearance",
  ObjectionOutcome: "objection.discard-answer",
  Address: "address.discard",
  Merge: "merge.discard",
  Removal: "written and published at once",
  RemovalDecision: "removal.discard-decision",
  Imprint: "written and published at once",
  Recheck: "seen by the worker, which publishes it",
  Verdict: "public from the first; its draft is another table",
};

const allRows = async (table: string): Promise<Fallen[]> => {
  const rows = await app
    .db()
    .$queryRawUnsafe<{ row: Fallen["row"] }[]>(`SELECT to_jsonb(t) AS "row" FROM "${table}" t`);
  return rows.map(({ row }) => ({
    ...{ table, row },
    id: String(row.id ?? row.requestId ?? `${String(row.claimId)}/${String(row.falsifierId)}`),
  }));
};

test("every table that has drafts can be thrown away of, or says how else", async () => {
  const tables = await app.db().$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attname = 'publishedAt'`;
  const known = [...DISCARDABLE.map(tableOf), ...Object.keys(OTHERWISE)];
  expect(known.sort()).toEqual(tables.map(({ name }) => name).sort());
});

test.each(DISCARDABLE)("nothing published goes: %s", async (table) => {
  const row = (await allRows(tableOf(table))).find((each) => each.row.publishedAt !== null);
  // The first dispute has none of these.
  if (!row) return expect(["partyIdentifier", "falsifierState", "asking"]).toContain(table);
  expect(await app.discardDraft(journalist, { table, id: row.id })).toMatchObject({
    reason: "already-published",
  });
  expect(await app.draftToThrow(journalist, table, idInAddress(row.id))).toBeNull();
});

describe("a dispute with a draft of every kind, and what can rest on one", () => {
  let disputeId = "";
  /** Whoever has entered all of it, the answer of the party too. */
  const writer = { ...journalist, id: "somebody" };
  const TABLES = [...DISCARDABLE.map(tableOf), "Reply", "VerdictDraft", "Review"];
  let before: readonly Fallen[] = [];
  const present = async () => (await Promise.all(TABLES.map(allRows))).flat();
  class TakenBack extends Error {}
  const undone = async (work: () => Promise<void>) => {
    const run = app.transaction(async () => {
      await work();
      throw new TakenBack();
    });
    await expect(run).rejects.toThrow(TakenBack);
  };

  beforeAll(async () => {
    disputeId = await app.draftOfEverything();
    const db = app.db();
    const MADE = { createdBy: "somebody" };
    const first = await db.event.findFirstOrThrow({ where: { disputeId } });
    const place = {
      ...{ disputeId, actorId: first.actorId, sourceId: first.sourceId, ...MADE },
      ...app.both("text", "Därefter."),
      ...app.both("short", "Därefter"),
    };
    // One has no date but by the first; two others have one, and name each other.
    await db.event.create({ data: { ...place, afterId: first.id } });
    const dated = await db.event.create({ data: { ...place, happened: "1999", beforeId: first.id } });
    await db.event.update({ where: { id: first.id }, data: { answersId: dated.id } });
    const evidence = await db.evidence.findFirstOrThrow({ where: { claim: { disputeId } } });
    const copy = await db.snapshot.findFirstOrThrow({ where: { sourceId: evidence.sourceId } });
    await db.evidence.update({
      where: { id: evidence.id },
      data: {
        ...{ snapshotId: copy.id, page: 1, prefix: "", suffix: "", charStart: 0, charEnd: 13 },
        ...{ uncheckedSv: "", uncheckedEn: "" },
      },
    });
    await db.timestamp.create({ data: { snapshotId: copy.id, authority: "Exempel" } });
    await db.outsideCopy.create({ data: { snapshotId: copy.id, archive: "exempel" } });
    await db.capture.create({
      data: { sourceId: copy.sourceId, snapshotId: copy.id, method: "upload", requestedBy: "somebody" },
    });
    await db.verdictDraft.create({
      data: {
        ...{ claimId: evidence.claimId, content: {}, authors: ["somebody"], ...MADE },
        reviews: { create: { kind: "submitted", revision: 1, note: "", by: "somebody" } },
      },
    });
    await db.$executeRaw`
      INSERT INTO "ClaimWording" SELECT (jsonb_populate_record(w, jsonb_build_object('id', gen_random_uuid(), 'version', 2))).*
        FROM "ClaimWording" w WHERE w."claimId" = ${evidence.claimId}::uuid`;
    await db.$executeRaw`
      INSERT INTO "DisputeWording" SELECT (jsonb_populate_record(w, jsonb_build_object('id', gen_random_uuid(), 'version', 2))).*
        FROM "DisputeWording" w WHERE w."disputeId" = ${disputeId}::uuid`;
    await db.$executeRaw`
      INSERT INTO "PartyWording" SELECT (jsonb_populate_record(w, jsonb_build_object('id', gen_random_uuid(), 'version', 2))).*
        FROM "PartyWording" w WHERE w."partyId" = ${first.actorId}::uuid`;
    before = await present();
  });

  test.each(DISCARDABLE)("%s: goes with what its page names, and all else stays", async (table) => {
    const drafts = before.filter((row) => row.table === tableOf(table) && row.row.publishedAt === null);
    expect(drafts.length).toBeGreaterThan(0);
    for (const { id, row } of drafts)
      await undone(async () => {
        const page = await app.draftToThrow(writer, table, idInAddress(id));
        const discard = (along?: string) => app.discardDraft(writer, { table, id, along });
        if (table.endsWith("Wording") && row.version === 1) {
          expect(page?.isFirstWording).toBe(true);
          expect(await discard(page?.word)).toMatchObject({ reason: "first-wording" });
          return;
        }
        expect(page?.keeps).toEqual([]);
        expect([page?.itself, ...(page?.goes ?? [])].filter((each) => each?.words.sv === "")).toEqual([]);
        expect(await discard("of another page")).toMatchObject({ reason: "goes-along-changed" });
        const gone = new Set([`${tableOf(table)} ${id}`, ...(page?.goes ?? []).map(({ key }) => key)]);
        orThrow(await discard(page?.word));
        const after = await present();
        expect(new Set(after.map(keyOfRow))).toEqual(
          new Set(before.map(keyOfRow).filter((key) => !gone.has(key))),
        );
        const changed = after.filter(
          (now) =>
            JSON.stringify(now.row) !==
            JSON.stringify(before.find((was) => keyOfRow(was) === keyOfRow(now))?.row),
        );
        expect(new Set(changed.map(keyOfRow))).toEqual(new Set(page?.loosened.map(({ key }) => key)));
        // Nothing that is left is kept from being published by what is gone.
        const left = (await app.disputeToPublish(journalist, disputeId))?.drafts ?? [];
        const why = left.flatMap((draft) => draft.why.map(({ reason }) => reason));
        expect(why.filter((reason) => reason !== "hindered" && reason !== "rests")).toEqual([]);
        expect(await discard(page?.word)).toMatchObject({ reason: "unknown-draft" });
      });
  });

  test("what a party answered keeps what it is about, for everybody but who wrote it down", async () => {
    const request = before.find(({ table, row }) => table === "ReplyRequest" && row.publishedAt === null);
    for (const table of ["replyRequest", "dispute"] as const) {
      const id = table === "dispute" ? disputeId : (request?.id ?? "");
      const page = await app.draftToThrow(journalist, table, id);
      expect(page?.keeps.map((row) => row.table)).toEqual(["Reply"]);
      expect(await app.discardDraft(journalist, { table, id, along: page?.word })).toMatchObject({
        reason: "still-needed",
      });
    }
  });

  test("what rests on it is asked about, and the last role of a draft party is the party", async () => {
    await undone(async () => {
      const roles = before.filter(
        ({ table, row }) => table === "PartyRole" && row.publishedAt === null && row.disputeId === disputeId,
      );
      for (const { id, row } of roles) {
        const page = await app.draftToThrow(writer, "partyRole", id);
        expect(page?.goes.map(({ key }) => key)).toContain(`Party ${String(row.partyId)}`);
        expect(await app.discardDraft(writer, { table: "partyRole", id })).toMatchObject({
          reason: "still-needed",
        });
      }
      const claim = before.find(({ table, row }) => table === "Evidence" && row.publishedAt === null)?.row
        .claimId;
      expect(
        (await app.draftToThrow(writer, "claim", String(claim)))?.goes.map(({ table }) => table),
      ).toEqual(expect.arrayContaining(["Evidence", "Appearance", "Relation", "VerdictDraft", "Review"]));
    });
  });

  test("a contributor takes nobody else's draft along", async () => {
    const { id } = orThrow(await app.addSource(contributor, source(published.id)));
    const claim = await app.db().claim.findFirstOrThrow({ where: { disputeId: published.id } });
    const quote = { sourceId: id, claimId: claim.id, stance: "context" as const, ...app.both("note", "Så.") };
    const words = { excerpt: "påhittade ord", excerptLanguage: "sv", ...app.both("unchecked", "Prov.") };
    const piece = await app.db().evidence.create({ data: { ...quote, ...words, createdBy: journalist.id } });
    const page = await app.draftToThrow(contributor, "source", id);
    expect(page?.keeps.map(({ key }) => key)).toEqual([`Evidence ${piece.id}`]);
    const given = { table: "source" as const, id, along: page?.word };
    expect(await app.discardDraft(contributor, given)).toMatchObject({ reason: "still-needed" });
    const theirs = await app.draftToThrow(journalist, "source", id);
    expect(await app.discardDraft(journalist, { ...given, along: theirs?.word })).toMatchObject({ ok: true });
  });

  test("what came since the page was read stops it", async () => {
    await undone(async () => {
      const [event] = before.filter(({ table, row }) => table === "Event" && row.publishedAt === null);
      const page = await app.draftToThrow(writer, "event", event?.id ?? "");
      const { id: _, ...row } = await app.db().event.findUniqueOrThrow({ where: { id: event?.id ?? "" } });
      await app.db().event.create({ data: { ...row, answersId: event?.id ?? "" } });
      const given = { table: "event" as const, id: event?.id ?? "", along: page?.word };
      expect(await app.discardDraft(writer, given)).toMatchObject({ reason: "goes-along-changed" });
    });
  });
});
