import "server-only";
import { cache } from "react";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { newestWording, publishedBy } from "../../core/published.ts";
import { claimText } from "../claim/claim.ts";
import { disputeTitle } from "../dispute/dispute.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { ENTRY_TYPES, type LogEntry } from "./record-log.ts";

export type LogLine = LogEntry & {
  readonly hash: string;
  /** What the subject is called now, and where it is; null when nothing published has its slug. */
  readonly about: { readonly title: Bilingual; readonly path: string } | null;
};

/** The whole log, oldest first. */
export async function readLog(): Promise<LogLine[]> {
  const rows = await db().logEntry.findMany({ orderBy: { seq: "asc" } });
  const subjects = { slug: { in: [...new Set(rows.map(({ subject }) => subject))] }, ...publishedBy(null) };
  const [claims, disputes] = await Promise.all([
    db().claim.findMany({ where: subjects, select: { slug: true, wordings: newestWording(null) } }),
    db().dispute.findMany({ where: subjects, select: { slug: true, wordings: newestWording(null) } }),
  ]);
  const claimBySlug = new Map(
    claims.map((claim) => [claim.slug, { title: claimText(claim), path: `/claims/${claim.slug}` }]),
  );
  const disputeBySlug = new Map(
    disputes.map((dispute) => [
      dispute.slug,
      { title: disputeTitle(dispute), path: `/disputes/${dispute.slug}` },
    ]),
  );
  return rows.map((row) => {
    const type = ENTRY_TYPES.find((each) => each === row.type);
    if (!type) throw new Error(`Unknown type in the log: ${row.type}`);
    const inOrder =
      type === "dispute.published" ? [disputeBySlug, claimBySlug] : [claimBySlug, disputeBySlug];
    const about = inOrder.map((bySlug) => bySlug.get(row.subject)).find((found) => found !== undefined);
    return { ...row, type, at: row.at.toISOString(), about: about ?? null };
  });
}

export const recordLog = cache(() =>
  kept(["log"], [disputeTags.record(), disputeTags.everything()], readLog),
);
