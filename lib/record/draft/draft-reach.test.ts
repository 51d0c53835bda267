/**
 * A draft is nowhere that a reader can reach: not as a row of its own, and not as the next words of something public. There
 * is a draft of every kind here, each with the same made-up word in all its texts, beside a record in which everything has
 * been published that can be.
 */
import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { orThrow } from "../../core/result.ts";
import { rowSaid } from "../amending/amending-row.ts";
import { ROW_SCHEMAS } from "../amending/amending-schema.ts";
import { crawl, places, shownRows } from "../reach.fixture.ts";
import { type Published, startPublishing } from "../record-log/record-log.fixture.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
standAt(NOW);

const CANARY = "kanariefagel";

let app: Published["app"];

/** What of a row says something, by the name of its column: there the word stands. */
const SAYS =
  "(Sv|En)$|^(slug|excerpt|quote|value|text|question|channel|name|responsiblePublisher|complaints|url|fileName|nearest)$";

/** Of what there may be one of each: what of another row the draft is, in the column that says so. */
const ANOTHER: Readonly<Record<string, readonly [column: string, row: string]>> = {
  Asking: [
    "requestId",
    `SELECT r."id" FROM "ReplyRequest" r WHERE NOT EXISTS (SELECT FROM "Asking" a WHERE a."requestId" = r."id")`,
  ],
  ClaimFalsifier: [
    "claimId",
    `SELECT c."id" FROM "Claim" c WHERE c."id" NOT IN (SELECT "claimId" FROM "ClaimFalsifier")`,
  ],
  Clearance: ["causeId", `SELECT gen_random_uuid()`],
  Declining: [
    "replyId",
    `SELECT r."id" FROM "Reply" r WHERE NOT EXISTS (SELECT FROM "Declining" d WHERE d."replyId" = r."id")`,
  ],
  Interest: [
    "partyId",
    `SELECT p."id" FROM "Party" p WHERE p."id" NOT IN (SELECT "partyId" FROM "Interest")`,
  ],
  Merge: ["fromId", `SELECT s."id" FROM "Source" s WHERE s."id" NOT IN (SELECT "fromId" FROM "Merge")`],
  NotConcerned: [
    "partyId",
    `SELECT p."id" FROM "Party" p WHERE p."id" NOT IN (SELECT "partyId" FROM "NotConcerned")`,
  ],
  ObjectionOutcome: [
    "objectionId",
    `SELECT o."id" FROM "Objection" o WHERE o."id" NOT IN (SELECT "objectionId" FROM "ObjectionOutcome")`,
  ],
  Relation: [
    "toId",
    `SELECT c."id" FROM "Claim" c WHERE c."id" NOT IN (SELECT "toId" FROM "Relation" UNION SELECT t."fromId")`,
  ],
  ReplyRequest: [
    "partyId",
    `SELECT p."id" FROM "Party" p WHERE p."id" NOT IN (SELECT "partyId" FROM "ReplyRequest")`,
  ],
  Snapshot: ["sha256", `SELECT repeat('d', 64)`],
  SourceEdge: [
    "toId",
    `SELECT s."id" FROM "Source" s WHERE s."id" NOT IN (SELECT "toId" FROM "SourceEdge" UNION SELECT t."fromId")`,
  ],
  Withdrawal: [
    "verdictId",
    `SELECT v."id" FROM "Verdict" v WHERE v."id" NOT IN (SELECT "verdictId" FROM "Withdrawal")`,
  ],
};

/** Those of the tables in which something can be a draft of which no draft was made. */
async function plantDrafts(): Promise<string[]> {
  const tables = await app.db().$queryRaw<{ table: string; columns: string[] }[]>`
    SELECT c.table_name AS "table", array_agg(c.column_name::text) AS columns FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND EXISTS (SELECT FROM information_schema.columns p
       WHERE p.table_schema = 'public' AND p.table_name = c.table_name AND p.column_name = 'publishedAt' AND p.is_nullable = 'YES')
     GROUP BY 1 ORDER BY 1`;
  const bare: string[] = [];
  for (const { table, columns } of tables) {
    const [column, row] = ANOTHER[table] ?? [];
    const changed = [
      ...["version", "number", "position"]
        .filter((name) => columns.includes(name))
        .map((name) => `'${name}', t."${name}" + 1000`),
      ...(columns.includes("id") ? [`'id', gen_random_uuid()`] : []),
      ...(column ? [`'${column}', (${row} LIMIT 1)`] : []),
      `'publishedAt', NULL`,
    ];
    const made = await app.db().$executeRawUnsafe(`
      INSERT INTO "${table}" SELECT (jsonb_populate_record(NULL::"${table}", to_jsonb(t)
        || (SELECT coalesce(jsonb_object_agg(key, '${CANARY}'), '{}') FROM jsonb_each(to_jsonb(t)) WHERE key ~ '${SAYS}' AND jsonb_typeof(value) = 'string')
        || jsonb_build_object(${changed.join(", ")}))).*
      FROM (SELECT * FROM "${table}" WHERE "publishedAt" IS NOT NULL ${ONE_ROW.includes(table) ? "LIMIT 1" : ""}) t
      ON CONFLICT DO NOTHING`);
    if (made === 0) bare.push(table);
  }
  return bare;
}
/** Of these one draft is made; of the others one beside each public row, so that whatever is read by its newest has one. */
const ONE_ROW = [...Object.keys(ANOTHER), "Dispute", "Claim", "Party"];

beforeAll(async () => {
  await ownDatabase();
  const published = await startPublishing(NOW);
  ({ app } = published);
  for (const give of published.given.values()) await give();
  const { claimId } = published.those;
  const db = app.db();
  const public_ = { createdBy: editor.id, publishedAt: NOW };
  const role = await db.partyRole.findFirstOrThrow({
    where: { dispute: { claims: { some: { id: claimId } } } },
  });
  const { partyId } = role;
  const words = { reasonSv: "Ingen.", reasonEn: "None." };
  await db.notConcerned.create({ data: { claimId, partyId, ...words, ...public_ } });
  await db.partyIdentifier.create({ data: { partyId, scheme: "wikidata", value: "Q4242", ...public_ } });
  const { id: falsifierId } = await db.falsifier.findFirstOrThrow();
  const state = { falsifierId, state: "asked_for" as const, noteSv: "Begärd.", noteEn: "Asked for." };
  await db.falsifierState.create({ data: { ...state, ...public_ } });
  // Nobody but the desk reads what readers have written.
  const sent = { text: CANARY, language: "sv", contact: CANARY, claimId };
  await db.objection.create({ data: { ...sent, target: "other" } });
  await db.tip.create({ data: sent });
  // Corrections are known by what they correct: by a party, and by a claim.
  await correct("PartyRole", role, { held: "2019" });
  const relation = await db.relation.findFirstOrThrow();
  await correct("Relation", relation, { kind: relation.kind === "denies" ? "narrows" : "denies" });
  await correct("Claim", await db.claim.findUniqueOrThrow({ where: { id: claimId } }), {
    kind: "prediction",
  });
  const another = { slug: "en-part-till", kind: "organisation" as const, ...public_ };
  const name = {
    version: 1,
    nameSv: "Testpart",
    nameEn: "Test party",
    descriptionSv: "Påhittad.",
    descriptionEn: "Made up.",
  };
  await db.party.create({ data: { ...another, wordings: { create: { ...name, ...public_ } } } });
});

async function correct(table: "PartyRole" | "Relation" | "Claim", stands: { id: string }, changes: object) {
  const row = ROW_SCHEMAS[table].parse({ ...rowSaid(table, { ...stands }), ...changes });
  const amendment = { table, rowId: stands.id, row, why: { sv: "Fel.", en: "Wrong." } };
  const { id } = orThrow(
    await app.draftAmendment(journalist, amendment as Parameters<typeof app.draftAmendment>[1]),
  );
  orThrow(await app.publishAmendment(editor, { id, revision: 1 }));
}

test("no word of a draft of any kind is told to readers", async () => {
  expect(await plantDrafts()).toEqual([]);
  expect(places(await crawl(), CANARY)).toEqual([]);
  expect(await shownRows(CANARY)).toEqual([]);
});

test("what is merged is called what it was called in public", async () => {
  const db = app.db();
  const weaker = await db.party.findUniqueOrThrow({ where: { slug: "en-part-till" } });
  const into = await db.partyRole.findFirstOrThrow({ where: { partyId: { not: weaker.id } } });
  const ends = { table: "Party" as const, fromId: weaker.id, intoId: into.partyId };
  orThrow(await app.proposeMerge(journalist, { ...ends, reason: { sv: "Samma.", en: "The same." } }));
  const { id } = await db.merge.findFirstOrThrow({ where: { fromId: weaker.id } });
  orThrow(await app.publishMerge(editor, { id }));
  const told = await crawl();
  expect(places(told, CANARY)).toEqual([]);
  expect(places(told, "testpart").length).toBeGreaterThan(0);
});
