/** Two rows for one thing become one: what hung on the weaker hangs on the stronger, and every address and document stays. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import type { RecordAtDoor } from "../../site/http/record-at-door.ts";
import { firstBrokenEntry } from "../record-log/record-log.ts";
import { MERGEABLE, type Mergeable } from "./merge.ts";

standAt(new Date("2026-11-30T09:00:00Z"));

const load = async () => ({
  ...(await import("../../core/db.ts")),
  ...(await import("../../site/http/record-at-door.ts")),
  ...(await import("../../site/interop/sitemap-queries.ts")),
  ...(await import("../../site/search/search-queries.ts")),
  ...(await import("../../site/search/search-schema.ts")),
  ...(await import("../claim/claim-queries.ts")),
  ...(await import("../dispute/dispute-queries.ts")),
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../party/party-queries.ts")),
  ...(await import("../record-log/record-log-queries.ts")),
  ...(await import("../removal/removal.fixture.ts")),
  ...(await import("../removal/removal-commands.ts")),
  ...(await import("../source/source-queries.ts")),
  ...(await import("./merge-commands.ts")),
  ...(await import("./merge-desk-queries.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let door: RecordAtDoor;
let rows: Awaited<ReturnType<typeof app.disputeOfWords>>;
/** The other of each kind. */
const others = { Claim: "", Party: "", Source: "" };

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  rows = await app.disputeOfWords();
  await app.madeUpImprint();
  others.Claim = (await app.db().claim.findUniqueOrThrow({ where: { slug: "andra-saken" } })).id;
  others.Party = (await app.db().party.findUniqueOrThrow({ where: { slug: "andra-parten" } })).id;
  others.Source = (
    await app.db().source.findFirstOrThrow({ where: { titleSv: { contains: "andra-bladet" } } })
  ).id;
  door = new app.RecordAtDoor(process.env.DATABASE_URL ?? "", "https://belagt.example");
});
afterAll(() => door.end());

const reason = { sv: "De säger samma sak.", en: "They say the same." };
const ends = (table: Mergeable) => ({ table, fromId: rows[table], intoId: others[table], reason });

/** Every row that names another by a column that must lead somewhere, of the tables that go along. */
async function naming(table: Mergeable, id: string): Promise<string[]> {
  const references = await app.db().$queryRaw<{ child: string; column: string }[]>`
    SELECT child.relname AS child, ref.attname AS column FROM pg_constraint k
      JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
      JOIN pg_attribute ref ON ref.attrelid = child.oid AND ref.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND parent.relname = ${table} AND child.relnamespace = 'public'::regnamespace ORDER BY 1, 2`;
  const found: string[] = [];
  for (const { child, column } of references) {
    const [row] = await app
      .db()
      .$queryRawUnsafe<{ count: bigint }[]>(
        `SELECT count(*) AS count FROM "${child}" WHERE "${column}" = '${id}'`,
      );
    if (Number(row?.count) > 0) found.push(`${child}.${column} ${row?.count}`);
  }
  return found;
}

/** What stays with the weaker: its own words and verdicts, and what the stronger has already or would say of itself. */
const STAYS: Record<Mergeable, string[]> = {
  Claim: ["ClaimWording.claimId 1", "Interest.claimId 1", "Relation.fromId 1", "Verdict.claimId 1"],
  Party: ["PartyWording.partyId 1"],
  Source: ["SourceEdge.toId 1"],
};
const ADDRESSES: Record<Mergeable, () => [string, string, string]> = {
  Claim: () => ["claims", app.WORD.Claim, "andra-saken"],
  Party: () => ["parties", app.WORD.Party, "andra-parten"],
  Source: () => ["sources", rows.Source, others.Source],
};

/** Every page that there is, read as readers read it. */
const everything = () =>
  app.asReaders(async () => ({
    claims: [await app.readClaim(app.WORD.Claim), await app.readClaim("andra-saken")],
    parties: [await app.readParty(app.WORD.Party), await app.readParty("andra-parten")],
    sources: [await app.readSource(rows.Source), await app.readSource(others.Source)],
    dispute: await app.readDispute(app.WORD.Dispute),
    paths: (await app.readRecordPages()).map(({ path }) => path),
    hits: (await app.searchClaims(app.parseSearch({ q: "" }))).hits.map(({ slug }) => slug),
    log: await app.readLog(),
  }));

test("no row is moved by anybody but a merge, and by a merge nothing but what names the two", async () => {
  const move = { claimId: others.Claim };
  const where = { claimId: rows.Claim };
  await expect(app.db().evidence.updateMany({ where, data: move })).rejects.toThrow(/never changed/);
  await app
    .transaction(async (tx) => {
      await tx.merge.create({
        data: {
          ...{ table: "Claim", fromId: rows.Claim, intoId: others.Claim, previous: "x", createdBy: "x" },
          ...{ nameSv: "x", nameEn: "x", reasonSv: "x", reasonEn: "x", publishedAt: new Date("2026-12-01") },
        },
      });
      await expect(
        app.db().evidence.updateMany({ where, data: { ...move, excerpt: "annat" } }),
      ).rejects.toThrow(/never changed/);
      throw new Error("taken back");
    })
    .catch(() => undefined);
  expect(await app.proposeMerge(journalist, { ...ends("Claim"), intoId: rows.Claim })).toMatchObject({
    reason: "same-row",
  });
  expect(await app.proposeMerge(journalist, { ...ends("Claim"), intoId: rows.Source })).toMatchObject({
    reason: "unknown-reference",
  });
});

describe.each(MERGEABLE)("a %s that is another", (table) => {
  test("becomes a part of it when two people say so", async () => {
    const before = await everything();
    const frozen = await app.db().verdict.findMany({ orderBy: { id: "asc" } });
    const stood = await naming(table, others[table]);
    const hung = await naming(table, rows[table]);
    orThrow(await app.proposeMerge(editor, ends(table)));
    const desk = await app.mergeFor(otherEditor, table, rows[table]);
    const id = desk?.proposed?.id ?? "";
    expect(await app.publishMerge(editor, { id })).toMatchObject({ reason: "author-cannot-approve" });
    expect(await naming(table, rows[table])).toEqual(hung);
    orThrow(await app.publishMerge(otherEditor, { id }));

    // All of it has gone along, but for what is the weaker's own.
    expect(await naming(table, rows[table])).toEqual(STAYS[table]);
    const now = await naming(table, others[table]);
    expect(now).not.toEqual(stood);
    expect(await app.db().verdict.findMany({ orderBy: { id: "asc" } })).toEqual(frozen);

    // The weaker is nowhere by itself, and leads to the stronger.
    const [place, weaker, stronger] = ADDRESSES[table]();
    const after = await everything();
    const mine = { Claim: after.claims, Party: after.parties, Source: after.sources }[table];
    expect(mine[0]).toBeNull();
    expect(mine[1]?.merged?.map(({ reason: why }) => why)).toEqual([reason]);
    expect(await door.moved(place, weaker)).toEqual({ to: stronger, isMerged: true });
    expect(after.paths).not.toContain(`/${place}/${weaker}`);
    expect(after.paths).toContain(`/${place}/${stronger}`);
    if (table === "Claim") {
      expect(after.hits).toEqual(["andra-saken"]);
      // Its evidence is there to be weighed, and its own verdict to be read.
      expect(after.claims[1]?.unweighed.map(({ excerpt }) => excerpt)).toEqual([
        `Stycke om ${app.WORD.Claim}`,
      ]);
      const [seq = -1] = after.claims[1]?.merged?.[0]?.verdicts ?? [];
      expect(await app.readPublicationDocument(seq)).toMatchObject({ claim: { slug: app.WORD.Claim } });
    }
    // What the log said of it is still said, of the stronger.
    expect(firstBrokenEntry(after.log)).toBeNull();
    const named = (log: typeof after.log) => log.map(({ about }) => about !== null);
    expect(named(after.log).slice(0, before.log.length)).toEqual(named(before.log));
    expect(after.dispute?.moments.length).toBeGreaterThanOrEqual(before.dispute?.moments.length ?? 0);
    expect(await app.proposeMerge(journalist, ends(table))).toMatchObject({ reason: "already-merged" });
  });
});
