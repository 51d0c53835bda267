import "server-only";
import { db } from "../../core/db.ts";
import { type AsOf, publishedBy } from "../../core/published.ts";
import type { MergeView } from "./merge.ts";

/** What was merged into a row, newest first. */
export async function mergedInto(id: string, asOf: AsOf = null): Promise<MergeView[]> {
  const rows = await db().merge.findMany({
    where: { intoId: id, ...publishedBy(asOf) },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  if (rows.length === 0) return [];
  const verdicts = await db().logEntry.findMany({
    where: { type: "verdict.published", subject: { in: rows.map(({ previous }) => previous) } },
    orderBy: { seq: "asc" },
    select: { seq: true, subject: true },
  });
  return rows.map((row) => ({
    id: row.id,
    name: { sv: row.nameSv, en: row.nameEn },
    reason: { sv: row.reasonSv, en: row.reasonEn },
    publishedAt: (row.publishedAt ?? new Date(0)).toISOString(),
    verdicts: verdicts.filter(({ subject }) => subject === row.previous).map(({ seq }) => seq),
  }));
}
