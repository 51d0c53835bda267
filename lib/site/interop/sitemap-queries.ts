import "server-only";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import { publishedBy } from "../../core/published.ts";
import { disputeTags } from "../../record/dispute/dispute-tags.ts";

export interface SitemapPage {
  /** Without language: `/claims/x`. */
  readonly path: string;
  /** The last moment it changed; null where we do not keep count. */
  readonly changedAt: string | null;
}

const newest = (...moments: readonly (Date | null | undefined)[]): string | null => {
  const known = moments.flatMap((moment) => moment ?? []);
  return known.length > 0 ? new Date(Math.max(...known.map(Number))).toISOString() : null;
};

/** The address and last change of every published record: a few columns each, as there may be tens of thousands. */
export async function readRecordPages(): Promise<SitemapPage[]> {
  // While nobody publishes, what is there shows the product.
  if ((await db().imprint.count({ where: publishedBy(null) })) === 0) return [];
  const visible = publishedBy(null);
  const last = {
    where: visible,
    orderBy: { publishedAt: "desc" as const },
    take: 1,
    select: { publishedAt: true },
  };
  const [disputes, claims, parties, sources] = await Promise.all([
    db().dispute.findMany({
      where: visible,
      orderBy: { id: "asc" },
      select: {
        slug: true,
        publishedAt: true,
        wordings: last,
        events: last,
        corrections: last,
        amendments: last,
      },
    }),
    db().claim.findMany({
      where: visible,
      orderBy: { id: "asc" },
      select: {
        slug: true,
        publishedAt: true,
        dispute: { select: { slug: true } },
        ...{
          wordings: last,
          verdicts: last,
          evidence: last,
          requests: last,
          corrections: last,
          amendments: last,
          withdrawals: last,
        },
        objections: { where: { outcome: visible }, select: { outcome: { select: { publishedAt: true } } } },
      },
    }),
    db().party.findMany({
      where: visible,
      orderBy: { id: "asc" },
      select: { id: true, slug: true, publishedAt: true, wordings: last },
    }),
    db().source.findMany({
      where: visible,
      orderBy: { id: "asc" },
      select: { id: true, publishedAt: true, withdrawals: last },
    }),
  ]);
  const since = await readSinceThen();
  const corrected = await readCorrected();

  const claimPages = claims.map(({ slug, publishedAt, dispute, objections, ...rows }) => ({
    dispute: dispute.slug,
    path: `/claims/${slug}`,
    changedAt: newest(
      publishedAt,
      ...Object.values(rows).flatMap((each) => each.map((row) => row.publishedAt)),
      ...objections.map(({ outcome }) => outcome?.publishedAt),
      ...(since.get(slug) ?? []),
    ),
  }));
  return [
    ...disputes.map(({ slug, publishedAt, ...rows }) => {
      const within = claimPages.flatMap((page) =>
        page.dispute === slug && page.changedAt ? [new Date(page.changedAt)] : [],
      );
      const own = Object.values(rows).flatMap((each) => each.map((row) => row.publishedAt));
      return { path: `/disputes/${slug}`, changedAt: newest(publishedAt, ...own, ...within) };
    }),
    ...claimPages.map(({ path, changedAt }) => ({ path, changedAt })),
    ...parties.map(({ id, slug, publishedAt, wordings }) => ({
      path: `/parties/${slug}`,
      changedAt: newest(publishedAt, wordings[0]?.publishedAt, corrected.get(id)),
    })),
    ...sources.map(({ id, publishedAt, withdrawals }) => ({
      path: `/sources/${id}`,
      changedAt: newest(publishedAt, withdrawals[0]?.publishedAt, corrected.get(id)),
    })),
  ];
}

/** When a source or a party was last corrected, by its id. */
async function readCorrected(): Promise<ReadonlyMap<string, Date | null>> {
  const rows = await db().amendment.groupBy({
    by: ["rowId"],
    where: { table: { in: ["Source", "Party"] }, ...publishedBy(null) },
    _max: { publishedAt: true },
  });
  return new Map(rows.map(({ rowId, _max }) => [rowId, _max.publishedAt]));
}

/** When something was told of what claims rest on: a passage that is not as it was, a clearance, a source withdrawn. */
async function readSinceThen(): Promise<ReadonlyMap<string, readonly Date[]>> {
  const told = await db().logEntry.groupBy({
    by: ["subject"],
    where: { type: { in: ["passage.rechecked", "taint.cleared", "fact.corrected"] } },
    _max: { at: true },
  });
  const withdrawals = await db().sourceWithdrawal.findMany({
    where: publishedBy(null),
    select: {
      publishedAt: true,
      source: {
        select: { evidence: { where: publishedBy(null), select: { claim: { select: { slug: true } } } } },
      },
    },
  });
  const moments = [
    ...told.map(({ subject, _max }) => [subject, _max.at] as const),
    ...withdrawals.flatMap(({ publishedAt, source }) =>
      source.evidence.map(({ claim }) => [claim.slug, publishedAt] as const),
    ),
  ];
  const since = new Map<string, Date[]>();
  for (const [slug, at] of moments) if (at) since.set(slug, [...(since.get(slug) ?? []), at]);
  return since;
}

export const recordPages = () =>
  kept(["record-pages"], [disputeTags.record(), disputeTags.everything()], readRecordPages);
