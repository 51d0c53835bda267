import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import { db } from "../db.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import type { Bilingual } from "../language/language.ts";
import { newestWording, publishedBy } from "../published.ts";
import type { LogEntry } from "./record-log.ts";

const TYPES = ["dispute.published", "verdict.published", "correction.published"] as const;

export type LogLine = LogEntry & {
  readonly hash: string;
  /** What the subject is called now; null when nothing published has its slug. */
  readonly title: Bilingual | null;
};

/** The whole log, oldest first. */
export async function readLog(): Promise<LogLine[]> {
  const rows = await db().logEntry.findMany({ orderBy: { seq: "asc" } });
  const subjects = { slug: { in: [...new Set(rows.map(({ subject }) => subject))] }, ...publishedBy(null) };
  const [claims, disputes] = await Promise.all([
    db().claim.findMany({ where: subjects, select: { slug: true, wordings: newestWording(null) } }),
    db().dispute.findMany({ where: subjects, select: { slug: true, wordings: newestWording(null) } }),
  ]);
  const titles = new Map<string, Bilingual>([
    ...claims.map(
      ({ slug, wordings: [w] }) => [slug, { sv: w?.textSv ?? slug, en: w?.textEn ?? slug }] as const,
    ),
    ...disputes.map(
      ({ slug, wordings: [w] }) => [slug, { sv: w?.titleSv ?? slug, en: w?.titleEn ?? slug }] as const,
    ),
  ]);
  return rows.map((row) => {
    const type = TYPES.find((each) => each === row.type);
    if (!type) throw new Error(`Unknown type in the log: ${row.type}`);
    return { ...row, type, at: row.at.toISOString(), title: titles.get(row.subject) ?? null };
  });
}

export const recordLog = cache(() => unstable_cache(readLog, ["log"], { tags: [disputeTags.record()] })());
