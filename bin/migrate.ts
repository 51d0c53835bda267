import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { installQueue } from "../lib/desk/job/job-queue.ts";
import { JOB_SCHEMA } from "../lib/desk/job/job-table.ts";
import { applyMigrations } from "../prisma/migrate.ts";
import { holdGround, makeRole } from "../prisma/rights.ts";
import { catchUpSearch } from "../prisma/search-entries.ts";
import { type ApplicationRole, applicationRole } from "./application-role.ts";
import { lockDataDir } from "./data-dir.ts";
import { openDatabase, runningDatabase } from "./database.ts";
import { type ExitCode, exitCodes, Refusal } from "./exit-codes.ts";
import { say, step } from "./say.ts";
import { readSettings, root } from "./settings.ts";

/**
 * `npm run belagt -- migrate`: applies the migrations the database has not had.
 * `… migrate new <name>`: writes the next migration, from the database to prisma/schema.prisma.
 * `… migrate drift`: says what differs between the database and the schema; fails when something does.
 */
export async function migrate(args: readonly string[], stop: AbortSignal): Promise<ExitCode> {
  const [what, name] = args;
  if (what === undefined) {
    return withDatabase(stop, async (url) => {
      const applied = await bringUpToDate(url, applicationRole(readSettings(process.env)));
      if (applied.length === 0) say("✓ The database is up to date");
      return exitCodes.done;
    });
  }
  if (what === "new" && name !== undefined) return withDatabase(stop, (url) => writeMigration(url, name));
  if (what === "drift") return withDatabase(stop, showDrift);
  throw new Refusal(
    exitCodes.usage,
    "This is not something migrate can do.",
    "Use: migrate, migrate new <name>, migrate drift",
  );
}

async function writeMigration(url: string, name: string): Promise<ExitCode> {
  await bringUpToDate(url, applicationRole(readSettings(process.env)));
  const { newMigrationSql } = await schemaEngine();
  const sql = await newMigrationSql(url);
  if (sql === "") {
    say("✓ The migrations already lead to prisma/schema.prisma; nothing was written");
    return exitCodes.done;
  }
  const folder = path.join("prisma", "migrations", migrationFolder(new Date(), name));
  await mkdir(path.join(root, folder), { recursive: true });
  await writeFile(path.join(root, folder, "migration.sql"), sql, { flag: "wx" });
  say(
    `✓ Wrote ${folder}/migration.sql: read it, add what the schema cannot say, then run: npm run belagt -- migrate`,
  );
  return exitCodes.done;
}

async function showDrift(url: string): Promise<ExitCode> {
  const { driftFrom } = await schemaEngine();
  const sql = await driftFrom(url);
  if (sql === "") {
    say("✓ The database is as prisma/schema.prisma says");
    return exitCodes.done;
  }
  say(sql);
  throw new Refusal(
    exitCodes.failed,
    "The database differs from prisma/schema.prisma.",
    "The SQL above would make them equal.",
  );
}

/** Prisma's engine is for developers, and is a development package: a start must do without it. */
async function schemaEngine() {
  try {
    return await import("../prisma/schema-engine.ts");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")) throw error;
    throw new Refusal(
      exitCodes.usage,
      "This compares the database with the schema, and needs the development packages.",
      "Run npm run check once, which installs them, and then this command again.",
      error.message,
    );
  }
}

/** `20261123140500_add_tips`: the UTC second, so that names sort in the order of writing, and the name in plain letters. */
export function migrationFolder(at: Date, name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");
  return `${at.toISOString().replaceAll(/\D/g, "").slice(0, 14)}_${plain}`;
}

/** Uses the database that a running Belagt has open, or opens it for the length of this command. */
async function withDatabase(stop: AbortSignal, work: (url: string) => Promise<ExitCode>): Promise<ExitCode> {
  const settings = readSettings(process.env);
  const running = await runningDatabase(settings);
  if (running !== undefined) return work(running);
  const lock = lockDataDir(settings.dataDir, "migrate");
  try {
    const database = await step(
      "Starting the database",
      () => openDatabase(settings, stop),
      (it) => it.description,
    );
    try {
      return await work(database.url);
    } finally {
      await database.stop();
    }
  } finally {
    lock.release();
  }
}

/**
 * The step of every start: applies the migrations that the database has not had, and names them.
 *
 * @param databaseUrl - as the owner of the tables
 * @param role - what the application works under (bin/application-role.ts): it is given its rights
 */
export async function bringUpToDate(databaseUrl: string, role: ApplicationRole | null): Promise<string[]> {
  return step(
    "Bringing the database up to date",
    async () => {
      try {
        const applied = await applyMigrations(databaseUrl);
        await installQueue(databaseUrl);
        if (role?.isOurs) await makeRole(databaseUrl, role.name, null);
        await holdGround(databaseUrl, role?.name ?? null, JOB_SCHEMA);
        await catchUpSearch(databaseUrl);
        return applied;
      } catch (error) {
        throw new Refusal(
          exitCodes.migrationFailed,
          "The database could not be brought up to date.",
          "Each migration applies whole or not at all, so the records are as they were. The message above names the cause.",
          error instanceof Error ? error.message : String(error),
        );
      }
    },
    (applied) => (applied.length === 0 ? undefined : `Database brought up to date: ${applied.join(", ")}`),
  );
}
