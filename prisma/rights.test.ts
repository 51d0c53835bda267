/** The application works under a role that reads and writes rows, and can undo nothing of what holds them. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asApplication } from "../e2e/fixtures/application.ts";
import { ownDatabase, ownerUrl } from "../e2e/fixtures/own-database.ts";
import { holdGround, powerOf } from "./rights.ts";

let app: pg.Client;
let owner: pg.Client;
let tables: { name: string; table: string; published: boolean }[] = [];
const ROLE = "belagt_app";

beforeAll(async () => {
  await ownDatabase();
  const { seed } = await import("./seed/seed.ts");
  await seed();
  owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  // As a later migration might leave them.
  await owner.query(`CREATE TABLE "Later" ("id" int PRIMARY KEY); INSERT INTO "Later" VALUES (1);
    CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
    CREATE TRIGGER "Later_kept" BEFORE UPDATE ON "Later" FOR EACH ROW EXECUTE FUNCTION later();
    ALTER TABLE "Party" DISABLE TRIGGER "Party_published"`);
  // Twice: every start does it again.
  for (const _ of [1, 2]) await holdGround(ownerUrl, ROLE, "pgboss");
  app = new pg.Client({ connectionString: asApplication(ownerUrl) });
  await app.connect();
  const { rows } = await owner.query(
    `SELECT c.relname AS "name", c.oid::regclass::text AS "table", EXISTS (
         SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'publishedAt') AS "published"
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'pgboss')`,
  );
  tables = rows;
});
afterAll(() => Promise.all([app.end(), owner.end()]));

/** The code PostgreSQL refuses with; everything is taken back. */
async function refusal(...statements: string[]): Promise<string> {
  await app.query("BEGIN");
  try {
    for (const each of statements) await app.query(each);
    return "done";
  } catch (error) {
    return error instanceof pg.DatabaseError ? String(error.code) : String(error);
  } finally {
    await app.query("ROLLBACK");
  }
}
const DENIED = "42501";

describe("what was made later is held as well", () => {
  test("a trigger fires always, one that was turned off does again, and the role has its rights", async () => {
    const { rows } = await owner.query(
      `SELECT tgname, tgenabled FROM pg_trigger WHERE tgname IN ('Later_kept', 'Party_published') ORDER BY 1`,
    );
    expect(rows.map(({ tgenabled }) => tgenabled)).toEqual(["A", "A"]);
    expect((await app.query(`SELECT * FROM "Later"`)).rowCount).toBe(1);
    expect(await refusal(`DROP TABLE "Later"`)).toBe(DENIED);
  });
});

test("it owns nothing and is nobody's member", async () => {
  expect(await powerOf(asApplication(ownerUrl))).toEqual({ role: ROLE, isSuperuser: false, owns: false });
  expect(await powerOf(ownerUrl)).toMatchObject({ isSuperuser: true, owns: true });
  const { rows } = await app.query(
    `SELECT rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls AS "more", (SELECT count(*)::int FROM pg_auth_members m WHERE m.member = r.oid) AS "memberships"
       FROM pg_roles r WHERE rolname = current_user`,
  );
  expect(rows).toEqual([{ more: false, memberships: 0 }]);
});

test("of every table it can do nothing to the table itself", async () => {
  expect(tables.length).toBeGreaterThan(60);
  for (const { table } of tables) {
    const tries = {
      "turn its triggers off": [`ALTER TABLE ${table} DISABLE TRIGGER USER`],
      "and all of them": [`ALTER TABLE ${table} DISABLE TRIGGER ALL`],
      "empty it": [`TRUNCATE ${table} CASCADE`],
      "drop it": [`DROP TABLE ${table} CASCADE`],
      "take it over": [`ALTER TABLE ${table} OWNER TO ${ROLE}`],
      "drop a rule of it": [`ALTER TABLE ${table} DROP CONSTRAINT x`],
      "put a trigger of its own on it": [
        `CREATE TRIGGER mine BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
      ],
      "put a rule in place of writing": [`CREATE RULE mine AS ON INSERT TO ${table} DO INSTEAD NOTHING`],
    };
    for (const [what, statements] of Object.entries(tries))
      expect([table, what, await refusal(...statements)]).toEqual([table, what, DENIED]);
  }
});

test("no published row of any table is changed or thrown away", async () => {
  const seen: string[] = [];
  for (const { name, table, published } of tables) {
    if (!published && !["LogEntry", "PublicationDocument", "VerdictEvidence", "Change"].includes(name))
      continue;
    const { rows } = await owner.query(
      `SELECT a.attname AS "column" FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND a.attgenerated = '' ORDER BY a.attnum LIMIT 1`,
      [table],
    );
    const column = rows[0].column;
    const { rowCount } = await owner.query(`SELECT FROM ${table} LIMIT 1`);
    if (rowCount === 0) continue;
    seen.push(name);
    for (const change of [`UPDATE ${table} SET "${column}" = "${column}"`, `DELETE FROM ${table}`])
      expect([change, ["BE001", "BE002", DENIED].includes(await refusal(change))]).toEqual([change, true]);
  }
  expect(seen.length).toBeGreaterThan(20);
});

test.each([
  ["leave replica mode to nobody", ["SET session_replication_role = replica"]],
  ["be the owner", ["SET ROLE belagt"]],
  ["be the owner for a session", ["SET SESSION AUTHORIZATION belagt"]],
  ["give itself rights", [`GRANT TRUNCATE ON "LogEntry" TO ${ROLE}`, `TRUNCATE "LogEntry" CASCADE`]],
  ["make itself more", [`ALTER ROLE ${ROLE} SUPERUSER`]],
  ["make another", ["CREATE ROLE other SUPERUSER"]],
  ["make a table in our schema", [`CREATE TABLE "public"."Mine" (id int)`]],
  [
    "make a temporary table that triggers might read",
    [`CREATE TEMP TABLE "LogEntry" (LIKE public."LogEntry")`],
  ],
  ["make a schema", ["CREATE SCHEMA mine"]],
  [
    "put another function in the place of ours",
    [
      "CREATE OR REPLACE FUNCTION public.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    ],
  ],
  ["drop a function", ["DROP FUNCTION public.refuse_change() CASCADE"]],
  ["drop a trigger", [`DROP TRIGGER "LogEntry_published" ON "LogEntry"`]],
  [
    "say that a migration was applied",
    [`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', '', 'x')`],
  ],
  ["set what only a superuser may", ["ALTER SYSTEM SET fsync = off"]],
  ["run a program", ["COPY (SELECT 1) TO PROGRAM 'cat'"]],
])("it cannot %s", async (_, statements) => {
  // ALTER SYSTEM is never run in a transaction; it is refused before that is looked at, or for that.
  expect([DENIED, "25001"]).toContain(await refusal(...statements));
});

test("where the temporary schema is to be had, a table in it leads no trigger astray", async () => {
  await owner.query(`GRANT TEMPORARY ON DATABASE ${new URL(ownerUrl).pathname.slice(1)} TO ${ROLE}`);
  const backdated = `INSERT INTO "Party" ("id", "slug", "kind", "createdBy", "publishedAt") VALUES (gen_random_uuid(), 'x', 'organisation', 'x', '2001-01-01')`;
  expect(await refusal(`CREATE TEMP TABLE "LogEntry" (LIKE public."LogEntry")`, backdated)).toBe("BE012");
});

test("a role that is not there is no reason to go on without one", async () => {
  await expect(holdGround(ownerUrl, "nobody_of_that_name", "pgboss")).rejects.toThrow(/does not exist/);
});
