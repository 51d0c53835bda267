/**
 * The queue itself: pg-boss, in a schema of its own beside the record. Why a library and why this one:
 * docs/decisions/0014-jobs.md.
 */
import { type ConstructorOptions, PgBoss } from "pg-boss";
import {
  DAYS_SHOWN,
  FIRST_WAIT,
  HEARTBEAT,
  JOB_KINDS,
  JOBS,
  LONGEST_WAIT,
  MOST_TRIES,
  PARKED,
} from "./job.ts";
import { assertJobTable, JOB_SCHEMA } from "./job-table.ts";

/** What every instance is told, whether it sends, installs or works. */
export const QUEUE_SETTINGS = {
  schema: JOB_SCHEMA,
  schedule: false,
  supervise: false,
  migrate: false,
  createSchema: false,
} as const satisfies ConstructorOptions;

/**
 * Makes the queue's tables and one queue for each kind of job; brings older ones up to date. Safe to repeat.
 *
 * @param databaseUrl - a database that our own migrations have been applied to
 */
export async function installQueue(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({
    ...QUEUE_SETTINGS,
    connectionString: databaseUrl,
    max: 2,
    migrate: true,
    createSchema: true,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    await boss.createQueue(PARKED, { retryLimit: MOST_TRIES, retryBackoff: true, notify: true });
    for (const kind of JOB_KINDS) {
      const { seconds, firstWait = FIRST_WAIT, daysShown = DAYS_SHOWN } = JOBS[kind];
      const settings = {
        retryLimit: MOST_TRIES - 1,
        retryDelay: firstWait,
        retryBackoff: true,
        retryDelayMax: LONGEST_WAIT,
        expireInSeconds: seconds,
        heartbeatSeconds: HEARTBEAT,
        deleteAfterSeconds: daysShown * 24 * 3600,
        deadLetter: PARKED,
        notify: true,
      };
      // One for each thing, waiting or at work: asking twice does nothing.
      await boss.createQueue(kind, { ...settings, policy: "exclusive" });
      await boss.updateQueue(kind, settings);
    }
    const own = boss.getDb();
    await assertJobTable((sql) => own.executeSql(sql));
  } finally {
    await boss.stop({ graceful: false });
  }
}
