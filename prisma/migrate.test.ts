import { createHash, randomUUID } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyMigrations } from "./migrate.ts";

const server = String(process.env.TEST_DATABASE_URL);
const ours = "prisma/migrations";
const names = readdirSync(ours)
  .filter((entry) => entry !== "migration_lock.toml")
  .sort();

let name: string;
let url: string;
let folder: string;

/** Asks one database; the server's own `postgres` when it is not said which. */
async function ask(sql: string, of = at("postgres")) {
  const client = new pg.Client({ connectionString: of });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function at(database: string): string {
  const address = new URL(server);
  address.pathname = `/${database}`;
  return address.href;
}

/** An empty database and an empty folder of migrations for each test. */
beforeEach(async () => {
  name = `belagt_test_${randomUUID().replaceAll("-", "")}`;
  url = at(name);
  await ask(`CREATE DATABASE ${name} TEMPLATE template0`);
  folder = mkdtempSync(path.join(tmpdir(), "belagt-migrations-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await ask(`DROP DATABASE ${name} WITH (FORCE)`);
});

function write(migration: string, script: string) {
  mkdirSync(path.join(folder, migration), { recursive: true });
  writeFileSync(path.join(folder, migration, "migration.sql"), script);
}

const history = () =>
  ask(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS "rolledBack", applied_steps_count AS steps
       FROM _prisma_migrations ORDER BY migration_name, started_at`,
    url,
  );
const tables = async () =>
  (await ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1", url)).map(
    ({ tablename }) => tablename,
  );

test("an empty database gets every migration in order, and a second time none", async () => {
  expect(await applyMigrations(url)).toEqual(names);
  expect(await applyMigrations(url)).toEqual([]);
  expect(await history()).toEqual(
    names.map((migration) => ({
      name: migration,
      checksum: createHash("sha256")
        .update(readFileSync(path.join(ours, migration, "migration.sql")))
        .digest("hex"),
      finished: true,
      rolledBack: false,
      steps: 1,
    })),
  );
});

test("a database that Prisma's own engine has migrated is recognised, and only what is new is applied", async () => {
  cpSync(ours, folder, { recursive: true });
  await applyMigrations(url, folder);
  // As that engine wrote them, on the day before it was replaced.
  await ask("DELETE FROM _prisma_migrations", url);
  for (const [migration, checksum] of Object.entries(WRITTEN_BY_PRISMA))
    await ask(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('${randomUUID()}', '${checksum}', '${migration}', now(), 1)`,
      url,
    );
  const later = names.filter((migration) => !(migration in WRITTEN_BY_PRISMA));
  for (const migration of later) rmSync(path.join(folder, migration), { recursive: true });
  write("29990101000000_new", `CREATE TABLE "New" (id int)`);
  expect(await applyMigrations(url, folder)).toEqual(["29990101000000_new"]);
});

const WRITTEN_BY_PRISMA = {
  "20261123130000_the_record": "f6a9cae3810ba0381e35a058df31c5006fd444a22bf6b6dc407102ae8f96415c",
  "20261123160000_people": "5bebfdc58446da4b5cbb5db8ba77f09d019cd27cf10c2560896bcb55a5324d4d",
  "20261123170000_the_desk": "b7b85fa8a8a6832fe9786b91ba61bd32b8589c6a88f7b29a2df0426ba26f0b6f",
  "20261123200000_copies": "021b00a72f84fdc9f3fd3d68b3a2a8a024edec21c872f29f5e7cc64f000c43c3",
};

describe("a migration that fails", () => {
  beforeEach(() => {
    write("1_first", `CREATE TABLE "First" (id int)`);
    write("2_wrong", `CREATE TABLE "Half" (id int);\n\nINSERT INTO "Nowhere" VALUES (1)`);
    write("3_never", `CREATE TABLE "Never" (id int)`);
  });

  test("is named with PostgreSQL's own words and the line, and leaves nothing of itself", async () => {
    await expect(applyMigrations(url, folder)).rejects.toThrow(
      '2_wrong: relation "Nowhere" does not exist\nline 3',
    );
    expect(await tables()).toEqual(["First", "_prisma_migrations"]);
    expect(await history()).toMatchObject([{ name: "1_first" }]);
  });

  test("is tried again as soon as its file is right", async () => {
    await applyMigrations(url, folder).catch(() => undefined);
    write("2_wrong", `CREATE TABLE "Half" (id int)`);
    expect(await applyMigrations(url, folder)).toEqual(["2_wrong", "3_never"]);
  });

  test("and a failed try of Prisma's own is marked as undone when it succeeds", async () => {
    await applyMigrations(url, folder).catch(() => undefined);
    await ask(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'of another file', '2_wrong')`,
      url,
    );
    write("2_wrong", `CREATE TABLE "Half" (id int)`);
    await applyMigrations(url, folder);
    expect(await history()).toMatchObject([
      { name: "1_first", finished: true },
      { name: "2_wrong", finished: false, rolledBack: true },
      { name: "2_wrong", finished: true, rolledBack: false },
      { name: "3_never", finished: true },
    ]);
  });
});

test("a migration that was edited after the database had it is refused, and nothing more is applied", async () => {
  write("1_first", `CREATE TABLE "First" (id int)`);
  await applyMigrations(url, folder);
  write("1_first", `CREATE TABLE "First" (id bigint)`);
  write("2_next", `CREATE TABLE "Next" (id int)`);
  await expect(applyMigrations(url, folder)).rejects.toThrow("1_first: this file is not the one");
  expect(await tables()).toEqual(["First", "_prisma_migrations"]);
});

test("of two at once one does the work, and the other finds it done", async () => {
  write("1_first", `CREATE TABLE "First" (id int); SELECT pg_sleep(0.2)`);
  const [one, other] = await Promise.all([applyMigrations(url, folder), applyMigrations(url, folder)]);
  expect([...one, ...other]).toEqual(["1_first"]);
});

test("somebody else's database is left alone", async () => {
  write("1_first", `CREATE TABLE "First" (id int)`);
  await ask(`CREATE TABLE "Theirs" (id int)`, url);
  await expect(applyMigrations(url, folder)).rejects.toThrow("never been Belagt's");
  expect(await tables()).toEqual(["Theirs"]);
});
