/** What the database refuses, each by its code, as the application comes to hear of it. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase, ownerUrl } from "../../e2e/fixtures/own-database.ts";
import { refusalOf, sqlStateOf, db as theDatabase, transaction } from "./db.ts";
import { env } from "./env.ts";

// What the application may not even try is tried by the owner: the triggers refuse it too.
env.DATABASE_URL = ownerUrl;

beforeAll(async () => {
  await ownDatabase();
  const { seed } = await import("../../prisma/seed/seed.ts");
  await seed();
  await db().tip.create({ data: { text: "Titta här.", language: "sv" } });
  const { id: snapshotId } = await db().snapshot.findFirstOrThrow();
  await db().snapshotPage.create({ data: { snapshotId, number: 1, text: "Exempelby kommun svarade." } });
});
const db = theDatabase;

const DIGEST = "1".repeat(64);
/** SHA-256 of {}. */
const EMPTY = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
/** A new row of a table that is a copy of one of its rows, but for some columns. */
const again = (table: string, columns: Readonly<Record<string, string>>) => {
  const row = Object.entries(columns).map(([name, value]) => `'${name}', ${value}`);
  return db().$executeRawUnsafe(
    `INSERT INTO "${table}" SELECT n.* FROM (SELECT * FROM "${table}" ORDER BY 1 DESC LIMIT 1) o,
       jsonb_populate_record(NULL::"${table}", to_jsonb(o) || jsonb_build_object(${row.join(", ")})) n`,
  );
};
const newId = "gen_random_uuid()";

interface Forged {
  readonly before?: string;
  readonly after: string;
  readonly publishedAt?: string;
}
/** An amendment of a public source; `part` is what of the source may have a next version. */
const amended = ({ before = "part", after, publishedAt = "NULL" }: Forged) =>
  transaction(async (tx) => {
    await tx.$executeRawUnsafe(
      `INSERT INTO "Amendment" ("id", "table", "rowId", "disputeId", "version", "before", "after", "whySv", "whyEn", "createdBy", "publishedAt")
       SELECT ${newId}, 'Source', s."id", s."disputeId", 1, ${before}, ${after}, 'x', 'x', 'x', ${publishedAt}
         FROM (SELECT *, amendable_part('Source', to_jsonb(t)) AS part FROM "Source" t WHERE "publishedAt" IS NOT NULL LIMIT 1) s`,
    );
    return tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  });
const LAST = `(SELECT max("at") FROM "LogEntry")`;

describe.each([
  [
    "BE001",
    "never-changed",
    "a published row is changed",
    () => db().party.updateMany({ data: { slug: "x" } }),
  ],
  ["BE001", "never-changed", "the same in SQL", () => db().$executeRaw`DELETE FROM "Evidence"`],
  ["BE002", "never-changed", "an entry of the log is thrown away", () => db().logEntry.deleteMany()],
  [
    "BE003",
    "never-changed",
    "a tip is rewritten",
    () => db().tip.updateMany({ data: { text: "Något annat." } }),
  ],
  [
    "BE004",
    "never-changed",
    "a copy's text is changed",
    () => db().snapshotPage.updateMany({ data: { text: "x" } }),
  ],
  [
    "BE005",
    null,
    "a verdict follows none",
    () => again("Verdict", { id: newId, version: "9", previousHash: `'${DIGEST}'` }),
  ],
  [
    "BE006",
    null,
    "a verdict takes evidence that it did not freeze",
    () => db().$executeRaw`INSERT INTO "VerdictEvidence" ("verdictId", "evidenceId", "rank")
      SELECT v."id", e."id", 99 FROM "Verdict" v, "Evidence" e WHERE e."claimId" <> v."claimId" LIMIT 1`,
  ],
  [
    "BE007",
    null,
    "the log leaves out a number",
    () => again("LogEntry", { seq: "999", previousHash: `'${DIGEST}'` }),
  ],
  [
    "BE010",
    null,
    "a document is kept that is not its entry's",
    () => again("PublicationDocument", { seq: "0", document: "'{}'", hash: `'${EMPTY}'` }),
  ],
  [
    "BE011",
    null,
    "an entry of the log has no document",
    () =>
      transaction(async (tx) => {
        await again("LogEntry", {
          seq: '(SELECT max("seq") + 1 FROM "LogEntry")',
          previousHash: 'o."hash"',
          hash: "'x'",
        });
        return tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
      }),
  ],
  [
    "BE012",
    null,
    "a row would be public before the last entry of the log",
    () => again("Source", { id: newId, publishedAt: "'2001-01-01'" }),
  ],
  [
    "BE030",
    null,
    "what is not published is taken down",
    () =>
      db().removal.create({
        data: {
          ...{ table: "Claim", rowId: "00000000-0000-7000-8000-000000000000", ground: "copyright" },
          ...{ reasonSv: "x", reasonEn: "x", createdBy: "x" },
        },
      }),
  ],
  [
    "BE031",
    null,
    "what is not published is merged",
    () =>
      db().merge.create({
        data: {
          ...{ table: "Claim", fromId: "00000000-0000-7000-8000-000000000000", previous: "x" },
          ...{ intoId: "00000000-0000-7000-8000-000000000001", publishedAt: new Date(Date.now() + 1e9) },
          ...{ nameSv: "x", nameEn: "x", reasonSv: "x", reasonEn: "x", createdBy: "x" },
        },
      }),
  ],
  [
    "BE020",
    null,
    "an amendment leaves a column out",
    () => amended({ after: `(part || '{"language": "nn"}') - 'made'` }),
  ],
  [
    "BE021",
    null,
    "an amendment begins from what does not stand there",
    () => amended({ before: `part || '{"language": "nn"}'`, after: "part", publishedAt: LAST }),
  ],
  [
    "BE022",
    null,
    "an amendment is public, and its row stays as it was",
    () => amended({ after: `part || '{"language": "nn"}'`, publishedAt: LAST }),
  ],
  ["BE008", "half-translated", "a language lacks", () => again("Source", { id: newId, titleEn: "''" })],
  [
    "BE009",
    "quote-not-in-copy",
    "words are in no copy",
    () =>
      again("Evidence", {
        ...{ id: newId, snapshotId: "NULL", page: "NULL", prefix: "NULL", suffix: "NULL", charStart: "NULL" },
        ...{ uncheckedSv: "''", uncheckedEn: "''" },
      }),
  ],
  [
    "23505",
    "already-there",
    "a slug is taken",
    async () => {
      const { slug } = await db().party.findFirstOrThrow();
      return db().party.create({ data: { slug, kind: "organisation", createdBy: "x" } });
    },
  ],
] as const)("%s, %s: %s", (code, reason, _, write) => {
  test("is told by its code", async () => {
    const error: unknown = await write().then(
      () => "it was taken",
      (thrown: unknown) => thrown,
    );
    expect([sqlStateOf(error), refusalOf(error)]).toEqual([code, reason]);
  });
});

test("an error that is not the database's has no code", () => {
  expect([sqlStateOf(new Error("BE001")), refusalOf(new Error("BE001")), sqlStateOf(null)]).toEqual([
    null,
    null,
    null,
  ]);
});

test("each code that the triggers give is tried here", async () => {
  const functions = await db().$queryRaw<{ code: string }[]>`
    SELECT DISTINCT (regexp_matches(p."prosrc", 'ERRCODE = ''([^'']+)''', 'g'))[1] AS "code" FROM pg_proc p ORDER BY 1`;
  const here = readFileSync(new URL(import.meta.url), "utf8");
  expect(functions.length).toBeGreaterThan(8);
  expect(functions.filter(({ code }) => !here.includes(`"${code}"`))).toEqual([]);
});

/** With a copy, so that the other guard of evidence has nothing to say. */
const COPY = { snapshotId: newId };

// Tests are named after what the database has: it comes first.
await ownDatabase();
const pairs = await db().$queryRaw<{ table: string; stem: string; nullable: string }[]>`
  SELECT sv."table_name" AS "table", left(sv."column_name", -2) AS "stem", sv."is_nullable" AS "nullable"
    FROM information_schema.columns sv
    JOIN information_schema.columns en ON (en."table_schema", en."table_name", en."column_name")
         = (sv."table_schema", sv."table_name", left(sv."column_name", -2) || 'En')
    JOIN information_schema.columns p ON (p."table_schema", p."table_name", p."column_name")
         = (sv."table_schema", sv."table_name", 'publishedAt')
   WHERE sv."table_schema" = 'public' AND right(sv."column_name", 2) = 'Sv' ORDER BY 1, 2`;

describe("what is published has both languages", () => {
  test("in more than a dozen tables", () => {
    expect(new Set(pairs.map(({ table }) => table)).size).toBeGreaterThan(12);
  });

  test("and no other table has words in both, but for what a member is called on what they sign", async () => {
    const others = await db().$queryRaw<{ table: string }[]>`
      SELECT DISTINCT sv."table_name" AS "table" FROM information_schema.columns sv
        JOIN information_schema.columns en ON (en."table_schema", en."table_name", en."column_name")
             = (sv."table_schema", sv."table_name", left(sv."column_name", -2) || 'En')
       WHERE sv."table_schema" = 'public' AND right(sv."column_name", 2) = 'Sv' ORDER BY 1`;
    const here = new Set(pairs.map(({ table }) => table));
    expect(others.map(({ table }) => table).filter((table) => !here.has(table))).toEqual(["Member"]);
  });

  test.each(pairs)("$table: $stem", async ({ table, stem, nullable }) => {
    const lacks = nullable === "YES" ? ["NULL", "''"] : ["''"];
    for (const lack of lacks)
      for (const [sv, en] of [
        ["'Prov'", lack],
        [lack, "'Test'"],
      ]) {
        const columns = {
          [`${stem}Sv`]: sv,
          [`${stem}En`]: en,
          publishedAt: "now()",
          ...(table === "Evidence" ? COPY : {}),
        };
        const row = Object.entries(columns).map(([name, value]) => `'${name}', ${value}`);
        // The guard comes before all that a row must be besides.
        const error: unknown = await db()
          .$executeRawUnsafe(
            `INSERT INTO "${table}" SELECT n.* FROM jsonb_populate_record(NULL::"${table}", jsonb_build_object(${row.join(", ")})) n`,
          )
          .then(
            () => "it was taken",
            (thrown: unknown) => thrown,
          );
        expect([sqlStateOf(error), sv, en]).toEqual(["BE008", sv, en]);
      }
  });
});
