import "server-only";
import { fromPrisma, PgBoss } from "pg-boss";
import { tables } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import type { JobData, JobKind } from "./job.ts";
import { QUEUE_SETTINGS } from "./job-queue.ts";

const kept = globalThis as typeof globalThis & { belagtQueue?: Promise<PgBoss> | undefined };

/**
 * An instance that sends and does nothing by itself. Which queues there are it asks on a connection of its own; what it
 * is given to send goes through ours, so that it is in the transaction of its reason.
 */
function queue(): Promise<PgBoss> {
  if (!kept.belagtQueue) {
    const boss = new PgBoss({ ...QUEUE_SETTINGS, connectionString: env.DATABASE_URL, max: 2 });
    // Its own upkeep failing is nothing to whoever asks for a job; the job's own failing is thrown.
    boss.on("error", () => undefined);
    kept.belagtQueue = boss.start().catch((error: unknown) => {
      kept.belagtQueue = undefined;
      throw error;
    });
  }
  return kept.belagtQueue;
}

interface JobOptions {
  /** What it is about: one job of a kind waits or works for each. */
  readonly key: string;
  /** Of jobs in one group one is done at a time: a web server is not asked for two pages at once. */
  readonly group?: string;
}

/**
 * Asks for a job in the transaction of its reason: both happen or neither. Asking for what is waiting already does
 * nothing.
 *
 * Part of other commands, which have checked who asks.
 */
export async function queueJob<Kind extends JobKind>(
  kind: Kind,
  data: JobData[Kind],
  { key, group }: JobOptions,
): Promise<void> {
  const boss = await queue();
  await boss.send(
    kind,
    { ...data },
    { singletonKey: key, ...(group ? { group: { id: group } } : {}), db: fromPrisma(tables()) },
  );
}

/**
 * Has a parked job tried once more, in the transaction of the row that it is about: both are taken up or neither.
 *
 * Part of the command that repeats a job, which has checked who asks.
 */
export async function reviveJob(kind: JobKind, id: string): Promise<void> {
  const boss = await queue();
  await boss.retry(kind, id, { db: fromPrisma(tables()) });
}
