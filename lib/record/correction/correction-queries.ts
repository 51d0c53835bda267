import "server-only";
import { cache } from "react";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import { newestWording, publishedBy } from "../../core/published.ts";
import { claimLine, claimLineSelect } from "../claim/claim-line.ts";
import { disputeShort } from "../dispute/dispute.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { type CorrectionView, correctionVersion, correctionView } from "./correction.ts";

/** Every published correction, newest first. */
export async function readCorrections(): Promise<CorrectionView[]> {
  const rows = await db().correction.findMany({
    where: publishedBy(null),
    orderBy: { publishedAt: "desc" },
    include: {
      ...correctionVersion,
      claim: { select: claimLineSelect(null) },
      dispute: { select: { slug: true, wordings: newestWording(null) } },
    },
  });
  return rows.map((row) => {
    const claim = row.claim && claimLine(row.claim);
    return correctionView(row, {
      claim: claim && { slug: claim.slug, text: claim.text },
      dispute: { slug: row.dispute.slug, short: disputeShort(row.dispute) },
    });
  });
}

export const corrections = cache(() =>
  kept(["corrections"], [disputeTags.record(), disputeTags.everything()], readCorrections),
);
