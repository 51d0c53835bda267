import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installQueue } from "../lib/desk/job/job-queue.ts";
import { JOB_SCHEMA } from "../lib/desk/job/job-table.ts";
import { applyMigrations } from "../prisma/migrate.ts";
import { holdGround, makeRole } from "../prisma/rights.ts";
import { embeddedRole } from "./application-role.ts";
import { createDatabase, openEmbedded } from "./embedded-database.ts";
import { isHeldBySomeone, takeLock } from "./lock.ts";
import { stopOrphan } from "./postgres-server.ts";

/**
 * A PostgreSQL for one test run, with two migrated and otherwise empty databases on it. The addresses are of their owner; the
 * application's role has the same password (e2e/fixtures/own-database.ts, e2e/fixtures/application.ts).
 */
export type TestDatabases = { unit: string; e2e: string; remove(): Promise<void> };

const prefix = "belagt-test-";

/** The record of a test run need not survive a power cut, and not waiting for the disk halves its time. */
const forgetful = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/** @param environment what the server is given beside its own: the clock of another day */
export async function openTestDatabases(
  stop: AbortSignal,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestDatabases> {
  await sweep();
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  const lock = takeLock(path.join(folder, "belagt.lock"), "test");
  if (isHeldBySomeone(lock)) throw new Error(`A folder made just now is locked: ${folder}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const database = await openEmbedded(folder, stop, forgetful, environment);
    const e2e = await createDatabase(database.url, "belagt_e2e");
    for (const url of [database.url, e2e]) {
      await applyMigrations(url);
      await installQueue(url);
      await makeRole(url, embeddedRole, new URL(url).password);
      await holdGround(url, embeddedRole, JOB_SCHEMA);
    }
    return { unit: database.url, e2e, remove: () => database.stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Clears up after test runs that were killed and could not do it themselves. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = path.join(tmpdir(), name);
    try {
      if (isHeldBySomeone(takeLock(path.join(folder, "belagt.lock"), "sweep"))) continue;
      await stopOrphan(path.join(folder, "postgres"));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, then: theirs to clear up.
    }
  }
}
