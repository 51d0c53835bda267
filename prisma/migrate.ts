import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { DROP_SHOWN } from "./shown.ts";

/**
 * Applies the migrations of prisma/migrations, with nothing but the driver. The bookkeeping is Prisma's own
 * (`_prisma_migrations`, the same columns, checksums and lock), so its command line can take over at any time.
 */

const migrationsFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), "migrations");

/** Only one process migrates a database at a time. The number is the one that Prisma's own commands take. */
const migrationLock = 72_707_369;

type Migration = { name: string; script: string; checksum: string };

/**
 * Brings the database up to the newest migration.
 *
 * A migration file and the note that it was applied are one transaction: both happen or neither. That is why
 * one that failed before is simply tried again, where Prisma's own command stops and asks. (So a file cannot
 * hold what PostgreSQL refuses inside a transaction, such as `CREATE INDEX CONCURRENTLY`.)
 *
 * @param folder the migrations, one folder each
 * @returns the names of the migrations that were applied now, oldest first
 * @throws Error saying which migration failed and why
 */
export async function applyMigrations(databaseUrl: string, folder = migrationsFolder): Promise<string[]> {
  const migrations = await migrationsIn(folder);
  return withClient(databaseUrl, async (client) => {
    // Ending the session releases it, also when the work throws.
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await makeHistory(client);
    const history = await client.query<{ name: string; checksum: string }>(appliedMigrations);
    const applied = new Map(history.rows.map(({ name, checksum }) => [name, checksum]));
    const edited = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum);
    if (edited !== undefined)
      throw new Error(
        `${edited.name}: this file is not the one that the database has had. A migration is never edited: put the file back as it was.`,
      );
    const pending = migrations.filter(({ name }) => !applied.has(name));
    if (pending.length > 0) await client.query(DROP_SHOWN);
    for (const migration of pending) await applyOne(client, migration);
    return pending.map(({ name }) => name);
  });
}

/** @returns the names of the migrations on disk that the database has not had, oldest first */
export async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  const applied = new Set(await rowNames(databaseUrl, appliedMigrations));
  return (await migrationsIn(migrationsFolder)).map(({ name }) => name).filter((name) => !applied.has(name));
}

async function applyOne(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    const { rows } = await client.query<{ at: Date }>("SELECT clock_timestamp() AS at");
    await client.query(script);
    // Where another program left a failed try behind, Prisma's command line would stop at it.
    await client.query(
      "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL",
      [name],
    );
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, $4, clock_timestamp(), 1)",
      [randomUUID(), checksum, name, rows[0]?.at],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new Error(`${name}: ${whatWentWrong(error, script)}`, { cause: error });
  }
}

/** PostgreSQL's own words, and the line of the file where it stopped reading, where it says so. */
function whatWentWrong(error: unknown, script: string): string {
  if (!(error instanceof pg.DatabaseError)) return error instanceof Error ? error.message : String(error);
  const line = error.position && `line ${script.slice(0, Number(error.position)).split("\n").length}`;
  return [error.message, error.detail, error.hint, line].filter(Boolean).join("\n");
}

/**
 * Makes the table of what has been applied, unless it is there.
 *
 * @throws Error where the database already holds somebody else's tables; those of extensions are nobody's
 */
async function makeHistory(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ history: boolean; others: boolean }>(
    `SELECT coalesce(bool_or(relname = '_prisma_migrations'), false) AS history, count(*) > 0 AS others
       FROM pg_class c
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`,
  );
  if (rows[0]?.history) return;
  if (rows[0]?.others)
    throw new Error("This database is not empty and has never been Belagt's. Give it a database of its own.");
  await client.query(`
    CREATE TABLE _prisma_migrations (
      id                  VARCHAR(36) PRIMARY KEY NOT NULL,
      checksum            VARCHAR(64) NOT NULL,
      finished_at         TIMESTAMPTZ,
      migration_name      VARCHAR(255) NOT NULL,
      logs                TEXT,
      rolled_back_at      TIMESTAMPTZ,
      started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
      applied_steps_count INTEGER NOT NULL DEFAULT 0
    )`);
}

const appliedMigrations = `
  SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;

/** Every folder that holds a migration.sql, in the order of its timestamp. */
async function migrationsIn(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}

/** Runs a query with a text column called `name`; a database without the table asked for answers nothing. */
export async function rowNames(databaseUrl: string, sql: string): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    try {
      const { rows } = await client.query<{ name: string }>(sql);
      return rows.map((row) => row.name);
    } catch (error) {
      const undefinedTable = "42P01";
      if (error instanceof pg.DatabaseError && error.code === undefinedTable) return [];
      throw error;
    }
  });
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
