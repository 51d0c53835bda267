import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import type { CorrectionView } from "../claim/claim.ts";
import { db } from "../db.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { newestWording, publishedBy } from "../published.ts";

/** Every published correction, newest first. */
export async function readCorrections(): Promise<CorrectionView[]> {
  const rows = await db().correction.findMany({
    where: publishedBy(null),
    orderBy: { publishedAt: "desc" },
    include: {
      claim: { select: { slug: true, wordings: newestWording(null) } },
      dispute: { select: { slug: true, wordings: newestWording(null) } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    publishedAt: (row.publishedAt ?? row.wrongSince).toISOString(),
    wrongSince: row.wrongSince.toISOString(),
    wrong: { sv: row.wrongSv, en: row.wrongEn },
    found: { sv: row.foundSv, en: row.foundEn },
    changesVerdict: row.changesVerdict,
    claim: row.claim && {
      slug: row.claim.slug,
      text: {
        sv: row.claim.wordings[0]?.textSv ?? row.claim.slug,
        en: row.claim.wordings[0]?.textEn ?? row.claim.slug,
      },
    },
    dispute: {
      slug: row.dispute.slug,
      short: {
        sv: row.dispute.wordings[0]?.shortSv ?? row.dispute.slug,
        en: row.dispute.wordings[0]?.shortEn ?? row.dispute.slug,
      },
    },
  }));
}

export const corrections = cache(() =>
  unstable_cache(readCorrections, ["corrections"], { tags: [disputeTags.record()] })(),
);
