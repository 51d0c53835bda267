import "server-only";
import { cache } from "react";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import { type AsOf, publishedBy, standing } from "../../core/published.ts";
import { claimLine, claimLineSelect } from "../claim/claim-line.ts";
import { disputeShort } from "../dispute/dispute.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { type CorrectionView, correctionVersion, correctionView } from "./correction.ts";

/** Every published correction, newest first. */
export const readCorrections = () => findCorrections({}, null);

/** Those of a claim, and those about rows that are shown with it, as they were public at a moment; newest first. */
export const correctionsOn = (
  { claimId, rowIds }: { readonly claimId?: string; readonly rowIds: readonly string[] },
  asOf: AsOf,
) =>
  findCorrections(
    { OR: [...(claimId === undefined ? [] : [{ claimId }]), { aboutId: { in: [...rowIds] } }] },
    asOf,
  );

async function findCorrections(which: object, asOf: AsOf): Promise<CorrectionView[]> {
  const rows = await db().correction.findMany({
    where: { ...which, ...publishedBy(asOf) },
    orderBy: { publishedAt: "desc" },
    include: {
      ...correctionVersion,
      claim: { select: claimLineSelect(asOf) },
      dispute: { select: { slug: true, wordings: standing(asOf) } },
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
