import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { actorFor, contributor, journalist, otherJournalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { DISCARDABLE } from "./draft.ts";

const SEEDED = new Date("2026-11-23T10:00:00Z");
standAt(new Date("2026-11-23T11:00:00Z"));

const load = async () => ({
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("./draft-commands.ts")),
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

test.each(DISCARDABLE)("nothing published goes: %s", async (table) => {
  const client = app.db();
  const find = {
    dispute: () => client.dispute.findFirst(),
    disputeWording: () => client.disputeWording.findFirst(),
    party: () => client.party.findFirst(),
    partyWording: () => client.partyWording.findFirst(),
    partyRole: () => client.partyRole.findFirst(),
    partyIdentifier: () => client.partyIdentifier.findFirst(),
    claim: () => client.claim.findFirst(),
    claimWording: () => client.claimWording.findFirst(),
    notConcerned: () => client.notConcerned.findFirst(),
    appearance: () => client.appearance.findFirst(),
    relation: () => client.relation.findFirst(),
    source: () => client.source.findFirst(),
    sourceEdge: () => client.sourceEdge.findFirst(),
    evidence: () => client.evidence.findFirst(),
    event: () => client.event.findFirst(),
    falsifier: () => client.falsifier.findFirst(),
    falsifierState: () => client.falsifierState.findFirst(),
  }[table];
  const row = await find();
  // The first dispute has no identifiers and no states.
  if (!row) return expect(["partyIdentifier", "falsifierState"]).toContain(table);
  expect(await app.discardDraft(journalist, { table, id: row.id })).toMatchObject({
    reason: "already-published",
  });
});
