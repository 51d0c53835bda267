import { execFile } from "node:child_process";
import { promisify } from "node:util";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { ownDatabase, ownerUrl } from "../e2e/fixtures/own-database.ts";

const run = promisify(execFile);

/** The engine is loaded by plain Node, as the command does it. */
const drift = () =>
  run(process.execPath, ["bin/belagt.ts", "migrate", "drift"], {
    env: { ...process.env, DATABASE_URL: ownerUrl },
  }).then(
    () => "none",
    (error: { stdout: string }) => error.stdout,
  );

beforeAll(ownDatabase);

test("the migrations make the database that the schema describes", async () => {
  expect(await drift()).toBe("none");
});

test("and a column nobody planned would be seen", async () => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`ALTER TABLE "Claim" ADD COLUMN "unplanned" text`);
  await client.end();
  expect(await drift()).toContain('DROP COLUMN "unplanned"');
});
