import "server-only";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import { publishedBy } from "../../core/published.ts";
import { disputeTags } from "../../record/dispute/dispute-tags.ts";
import { lastChanges, lastOf } from "../../record/record-log/record-log-changed-queries.ts";

export interface SitemapPage {
  /** Without language: `/claims/x`. */
  readonly path: string;
  /** The last moment it changed; null where we do not keep count. */
  readonly changedAt: string | null;
}

/** The address and last change of every published record: a few columns each, as there may be tens of thousands. */
export async function readRecordPages(): Promise<SitemapPage[]> {
  // While nobody publishes, what is there shows the product.
  if ((await db().imprint.count({ where: publishedBy(null) })) === 0) return [];
  const all = { where: publishedBy(null), orderBy: { id: "asc" as const } };
  const named = { id: true, slug: true };
  const disputes = await db().dispute.findMany({ ...all, select: named });
  const claims = await db().claim.findMany({ ...all, select: { ...named, disputeId: true } });
  const parties = await db().party.findMany({ ...all, select: named });
  const sources = await db().source.findMany({ ...all, select: { id: true, disputeId: true } });
  const changes = await lastChanges(null);
  const page = (path: string, ids: readonly string[]) => ({
    path,
    changedAt: lastOf(changes, ids).toISOString(),
  });
  const within = Map.groupBy([...claims, ...sources], ({ disputeId }) => disputeId);
  return [
    ...disputes.map(({ id, slug }) =>
      page(`/disputes/${slug}`, [id, ...(within.get(id) ?? []).map((part) => part.id)]),
    ),
    ...claims.map(({ id, slug }) => page(`/claims/${slug}`, [id])),
    ...parties.map(({ id, slug }) => page(`/parties/${slug}`, [id])),
    ...sources.map(({ id }) => page(`/sources/${id}`, [id])),
  ];
}

export const recordPages = () =>
  kept(["record-pages"], [disputeTags.record(), disputeTags.everything()], readRecordPages);
