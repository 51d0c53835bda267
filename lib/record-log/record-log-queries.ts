import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import { db } from "../db.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import type { LogEntry } from "./record-log.ts";

const TYPES = ["dispute.published", "verdict.published", "correction.published"] as const;

export type LogLine = LogEntry & { readonly hash: string };

/** The whole log, oldest first. */
export async function readLog(): Promise<LogLine[]> {
  const rows = await db().logEntry.findMany({ orderBy: { seq: "asc" } });
  return rows.map((row) => {
    const type = TYPES.find((each) => each === row.type);
    if (!type) throw new Error(`Unknown type in the log: ${row.type}`);
    return { ...row, type, at: row.at.toISOString() };
  });
}

export const recordLog = cache(() => unstable_cache(readLog, ["log"], { tags: [disputeTags.record()] })());
