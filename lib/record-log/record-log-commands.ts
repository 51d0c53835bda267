import "server-only";
import { transaction } from "../db.ts";
import { entryHash, type LogEntry } from "./record-log.ts";

/** One lock for all publishing: the log is a chain, so entries are made one at a time. */
const LOG_LOCK = 7_235_001;

/**
 * Takes the publishing lock and says what time it is for the record: never before the last entry, whatever the clock
 * of the machine does. Call it first in every transaction that publishes.
 */
export function beginPublishing(at: Date): Promise<Date> {
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOG_LOCK})`;
    const last = await tx.logEntry.findFirst({ orderBy: { seq: "desc" }, select: { at: true } });
    return last && last.at > at ? last.at : at;
  });
}

/** Appends one entry. The caller holds the lock (beginPublishing) in the same transaction. */
export function appendToLog(entry: Pick<LogEntry, "type" | "subject" | "version" | "contentHash">, at: Date) {
  return transaction(async (tx) => {
    const last = await tx.logEntry.findFirst({ orderBy: { seq: "desc" } });
    const full: LogEntry = {
      seq: (last?.seq ?? -1) + 1,
      at: at.toISOString(),
      ...entry,
      previousHash: last?.hash ?? null,
    };
    await tx.logEntry.create({ data: { ...full, at, hash: entryHash(full) } });
  });
}
