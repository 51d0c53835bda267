/**
 * What readers are given once facts have been corrected: the new everywhere, the old at the row, in the lists and in the
 * data; at each moment in between the page that stood then; and verdicts that rested on it to be reviewed again.
 */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { AMENDABLE_TABLES, type AmendableTable } from "../amendment/amendment.ts";
import { changesInWords } from "../amendment/amendment-words.ts";
import type { ClaimView } from "../claim/claim.ts";
import type { DisputeView } from "../dispute/dispute.ts";
import { rowSaid } from "./amending-row.ts";
import { ROW_SCHEMAS } from "./amending-schema.ts";

const SEEDED = new Date("2026-11-24T09:00:00Z");
standAt(new Date("2026-11-25T09:00:00Z"));

const load = async () => ({
  ...(await import("../../../prisma/seed/seed.ts")),
  ...(await import("../../core/db.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../correction/correction-commands.ts")),
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../party/party-queries.ts")),
  ...(await import("../source/source-queries.ts")),
  ...(await import("../../site/interop/sitemap-queries.ts")),
  ...(await import("../taint/taint-queries.ts")),
  ...(await import("../amendment/amendment-queries.ts")),
  ...(await import("./amending-commands.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
const DISPUTE = "kramfors-huddinge";
const CLAIM = "huddinge-social-dumpning";

/** Rows of the claim, its evidence and their source: what a reader of it sees. */
let ids: Readonly<Record<AmendableTable, string>>;
let other: { party: string; source: string };

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.seed(SEEDED);
  await app.madeUpImprint();
  const claim = await app.db().claim.findUniqueOrThrow({
    where: { slug: CLAIM },
    include: {
      appearances: { include: { source: true } },
      evidence: true,
      interests: true,
      relations: true,
      falsifiers: true,
    },
  });
  const [appearance, piece, relation] = [claim.appearances[0], claim.evidence[0], claim.relations[0]];
  if (!appearance || !piece) throw new Error("The first dispute has no such claim");
  const role = await app.db().partyRole.findFirstOrThrow({
    where: { partyId: appearance.partyId, disputeId: claim.disputeId },
  });
  const edge = await app.db().sourceEdge.findFirstOrThrow();
  const event = await app.db().event.findFirstOrThrow({ where: { happened: { not: null } } });
  const identifier = await app.db().partyIdentifier.create({
    data: {
      ...{ partyId: appearance.partyId, scheme: "wikidata", value: "Q4242", createdBy: "somebody" },
      publishedAt: new Date(),
    },
  });
  ids = {
    ...{ Claim: claim.id, Appearance: appearance.id, Evidence: piece.id, Source: appearance.sourceId },
    ...{ Party: appearance.partyId, PartyRole: role.id, PartyIdentifier: identifier.id, SourceEdge: edge.id },
    ...{ Interest: claim.interests[0]?.id ?? "", Event: event.id },
    Relation: relation?.id ?? (await app.db().relation.findFirstOrThrow()).id,
    Falsifier: claim.falsifiers[0]?.falsifierId ?? (await app.db().falsifier.findFirstOrThrow()).id,
  };
  const another = await app.db().partyRole.findFirstOrThrow({
    where: {
      disputeId: claim.disputeId,
      partyId: { notIn: [appearance.partyId, appearance.source.producerId ?? ""] },
    },
  });
  const elsewhere = await app.db().source.findFirstOrThrow({
    where: { disputeId: claim.disputeId, id: { not: appearance.sourceId } },
  });
  other = { party: another.partyId, source: elsewhere.id };
});

let hours = 0;
/** One hour later a fact is corrected. */
async function amend<T extends AmendableTable>(table: T, rowId: string, changes: object) {
  const at = new Date(Date.UTC(2026, 10, 25, 10 + hours++));
  vi.setSystemTime(at);
  const delegate = (table.charAt(0).toLowerCase() + table.slice(1)) as "source";
  const stands = await app.db()[delegate].findUniqueOrThrow({ where: { id: rowId } });
  const row = ROW_SCHEMAS[table].parse({ ...rowSaid(table, stands), ...changes });
  const why = { sv: `Fel i ${table}.`, en: `Wrong in ${table}.` };
  const { id } = orThrow(
    await app.draftAmendment(journalist, { table, rowId, row, why } as Parameters<
      typeof app.draftAmendment
    >[1]),
  );
  orThrow(await app.publishAmendment(editor, { id, revision: 1 }));
  return { id, at };
}

/** Whatever can become another of what a dispute's page shows, one after the other, some of them twice. */
const steps = (): readonly (readonly [AmendableTable, object])[] => [
  ["Source", { title: { sv: "Ny titel", en: "New title" }, producerId: other.party }],
  ["Appearance", { happened: "2018-05~", known: "2018-06", dateNote: { sv: "osäkert", en: "uncertain" } }],
  ["Appearance", { partyId: other.party }],
  ["PartyRole", { side: "other", title: { sv: "annat", en: "another" } }],
  ["Party", { kind: "organisation", partOfId: null }],
  ["Event", { happened: "2018", text: { sv: "Något annat hände.", en: "Something else happened." } }],
  ["Event", { actorId: other.party, happened: "2019-01" }],
  ["Relation", { kind: "narrows" }],
  ["SourceEdge", { kind: "same_producer" }],
  ["Falsifier", { text: { sv: "Ett annat papper.", en: "Another paper." } }],
  ["Appearance", { sourceId: other.source }],
  ["Source", { title: { sv: "Tredje titeln", en: "The third title" } }],
  ["Claim", { kind: "prediction" }],
  ["Evidence", { note: { sv: "Ny not.", en: "New note." } }],
  ["Interest", { gainsIf: "neither" }],
  ["PartyIdentifier", { value: "Q4243" }],
];

/** What a page says, without what it says of other moments than its own, and of corrections no more than which. */
const said = (view: DisputeView | ClaimView | null) => {
  if (!view) throw new Error("Nothing was public");
  const { amendments, ...page } = view;
  const { moments, asOf, taints, ...rest } = page as Record<string, unknown>;
  const causes = (taints as ClaimView["taints"] | undefined)?.map(({ cause, causeId }) => [cause, causeId]);
  return JSON.parse(JSON.stringify({ ...rest, causes, amendments: amendments.map(({ id }) => id) }));
};
const pages = async (asOf: Date | null = null) => ({
  dispute: said(await app.readDispute(DISPUTE, asOf)),
  claim: said(await app.readClaim(CLAIM, asOf)),
});

describe("at each moment between corrections", () => {
  test("the page as of then is the page that stood then, of every kind of fact", async () => {
    const stood: { at: Date; pages: Awaited<ReturnType<typeof pages>> }[] = [
      { at: new Date("2026-11-25T09:30:00Z"), pages: await pages() },
    ];
    for (const [table, changes] of steps()) {
      const { at } = await amend(table, ids[table], changes);
      stood.push({ at, pages: await pages() });
    }
    expect(new Set(steps().map(([table]) => table))).toEqual(new Set(AMENDABLE_TABLES));
    // Each of them shows: no two pages are the same.
    expect(new Set(stood.map((each) => JSON.stringify(each.pages))).size).toBe(stood.length);
    for (const [n, { at, pages: then }] of stood.entries()) {
      // From its own moment on, until just before the next.
      const moment = n % 2 === 0 ? at : new Date((stood[n + 1]?.at ?? at).getTime() - 1);
      expect([moment, await pages(moment)]).toEqual([moment, then]);
    }
  });

  test("and before any of it the facts are those that were published first", async () => {
    const then = await app.readDispute(DISPUTE, new Date("2026-11-24T09:00:01Z"));
    const now = await app.readDispute(DISPUTE);
    expect(then?.amendments).toEqual([]);
    expect(now?.amendments.length).toBe(steps().length);
    const title = (view: DisputeView | null) => view?.sources.find(({ id }) => id === ids.Source)?.title.sv;
    expect(title(now)).toBe("Tredje titeln");
    expect(title(then)).not.toMatch(/titel/);
  });
});

describe("what has been corrected", () => {
  test("stands at its row on every page that shows it, and in the list, the newest first", async () => {
    const rows = (view: { amendments: readonly { table: string; rowId: string }[] } | null) =>
      new Set(view?.amendments.map(({ table }) => table));
    const claim = await app.readClaim(CLAIM);
    for (const table of ["Claim", "Appearance", "Evidence", "Interest", "Source"] as const)
      expect([table, rows(claim).has(table)]).toEqual([table, true]);
    expect(rows(await app.readSource(ids.Source))).toContain("Source");
    const party = await app.db().party.findUniqueOrThrow({ where: { id: ids.Party } });
    expect([...rows(await app.readParty(party.slug))].sort()).toEqual([
      "Party",
      "PartyIdentifier",
      "PartyRole",
    ]);
    const all = await app.readAmendments();
    expect(all.map(({ publishedAt }) => publishedAt)).toEqual(
      all
        .map(({ publishedAt }) => publishedAt)
        .toSorted()
        .reverse(),
    );
    expect(all.length).toBe(steps().length);
    expect(claim?.changedAt).toBe(
      claim?.amendments
        .map(({ publishedAt }) => publishedAt)
        .toSorted()
        .at(-1),
    );
  });

  test("is told with what stood, since when, until when, and why, in words of both languages", async () => {
    const all = (await app.readAmendments()).filter(({ rowId }) => rowId === ids.Source);
    const [newest, first] = all;
    expect(newest).toMatchObject({ version: 2, since: first?.publishedAt, why: { sv: "Fel i Source." } });
    expect(newest?.of).toEqual({
      words: { sv: "Tredje titeln", en: "The third title" },
      path: `/sources/${ids.Source}`,
    });
    const told = changesInWords(newest?.changes ?? [], "Source", "en");
    expect(told).toMatchObject([{ label: "Title", language: null }]);
    expect(
      told[0]?.parts
        .filter(({ kind }) => kind !== "added")
        .map(({ text }) => text)
        .join(""),
    ).toBe("New title");
    const both = changesInWords(newest?.changes ?? [], "Source", "sv", true);
    expect(both.map(({ language }) => language)).toEqual([null, "en"]);
    for (const { table, changes } of await app.readAmendments())
      for (const locale of ["sv", "en"] as const)
        for (const { label, parts } of changesInWords(changes, table, locale)) {
          expect(label).not.toMatch(/Id$|^[a-z]+[A-Z]/);
          // No id, and no code for a choice.
          expect(parts.map(({ text }) => text).join(" ")).not.toMatch(/[0-9a-f]{8}-|_/);
        }
  });

  test("taints the verdict that was judged from it, with the fact named", async () => {
    const { id } = await app.db().claim.findUniqueOrThrow({ where: { slug: CLAIM } });
    const taints = (await app.taintsOf(id, null)).filter(({ cause }) => cause === "fact_corrected");
    const tables = new Set(taints.map(({ corrected }) => corrected?.table));
    for (const table of ["Claim", "Interest", "Appearance", "Evidence", "Source"] as const)
      expect([table, tables.has(table)]).toEqual([table, true]);
    for (const table of ["Event", "Relation", "PartyIdentifier"] as const)
      expect([table, tables.has(table)]).toEqual([table, false]);
    const evidence = taints.find(({ corrected }) => corrected?.table === "Evidence");
    expect(evidence?.pieces.map((piece) => piece.id)).toEqual([ids.Evidence]);
  });

  test("moves the day on which its page changed, where search engines are told of it", async () => {
    const pages = new Map((await app.readRecordPages()).map(({ path, changedAt }) => [path, changedAt]));
    const last = (table: AmendableTable) =>
      app.readAmendments().then((all) => all.find((each) => each.table === table)?.publishedAt);
    expect(pages.get(`/sources/${ids.Source}`)).toBe(await last("Source"));
    const claim = await app.readClaim(CLAIM);
    expect(pages.get(`/claims/${CLAIM}`)).toBe(
      claim?.amendments.find(({ table }) => table === "Interest")?.publishedAt,
    );
    expect((pages.get(`/disputes/${DISPUTE}`) ?? "") >= (claim?.changedAt ?? "")).toBe(true);
  });

  test("is found by what it says now", async () => {
    const row = await app.db().appearance.findUniqueOrThrow({ where: { id: ids.Appearance } });
    expect(row.earliest?.toISOString().slice(0, 4)).toBe("2018");
  });
});

test("a correction in words is of one row, and is shown with it", async () => {
  vi.setSystemTime(new Date("2026-11-27T09:00:00Z"));
  const { disputeId } = await app.db().source.findUniqueOrThrow({ where: { id: ids.Source } });
  const words = { sv: "Det fanns två upplagor.", en: "There were two editions." };
  const correction = {
    ...{ disputeId, claimId: null, version: null, wrongSince: null, changesVerdict: false },
    ...{ wrong: words, found: words },
  };
  const of = (table: AmendableTable, rowId: string) => ({ ...correction, about: { table, rowId } });
  // Of that dispute, public, and of that claim where one is named.
  expect(await app.addCorrection(journalist, of("Source", ids.Event))).toMatchObject({
    reason: "unknown-reference",
  });
  const elsewhere = await app.db().claim.findFirstOrThrow({ where: { slug: { not: CLAIM } } });
  expect(
    await app.addCorrection(journalist, { ...of("Appearance", ids.Appearance), claimId: elsewhere.id }),
  ).toMatchObject({ reason: "unknown-reference" });
  const { id } = orThrow(await app.addCorrection(journalist, of("Source", ids.Source)));
  orThrow(await app.publishCorrection(editor, { id, revision: 1 }));
  const about = { id, about: { table: "Source", rowId: ids.Source } };
  expect((await app.readSource(ids.Source))?.corrections).toMatchObject([about]);
  expect((await app.readDispute(DISPUTE))?.corrections).toMatchObject([about]);
});
