import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownDatabase, ownerUrl } from "../../../e2e/fixtures/own-database.ts";
import { assertJobTable } from "./job-table.ts";

let client: pg.Client;
beforeAll(async () => {
  await ownDatabase();
  client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
});
afterAll(() => client.end());

const check = () => assertJobTable((sql) => client.query(sql));

test("the table that pg-boss makes is the one we read", async () => {
  await expect(check()).resolves.toBeUndefined();
});

test.each([
  ["a column has another name", `ALTER TABLE "pgboss"."job" RENAME COLUMN "singleton_key" TO "key"`],
  ["there is a state more", `ALTER TYPE "pgboss"."job_state" ADD VALUE 'blocked' BEFORE 'completed'`],
  ["a state has another name", `ALTER TYPE "pgboss"."job_state" RENAME VALUE 'failed' TO 'dead'`],
  ["the table is elsewhere", `ALTER SCHEMA "pgboss" RENAME TO "jobs"`],
])("it is said, and nothing starts, when %s", async (_, change) => {
  await client.query("BEGIN");
  try {
    await client.query(change);
    await expect(check()).rejects.toThrow(/not as Belagt reads it: .*npm ci/s);
  } finally {
    await client.query("ROLLBACK");
  }
});
