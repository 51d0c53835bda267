import "server-only";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { publishedBy, standing } from "../../core/published.ts";
import { claimText } from "../claim/claim.ts";
import { disputeTitle } from "../dispute/dispute.ts";

/** When a tip came, for whoever has its number. Null: no such number. */
export async function tipByNumber(id: string) {
  const row = isId(id) ? await db().tip.findUnique({ where: { id }, select: { receivedAt: true } }) : null;
  return row && { receivedAt: row.receivedAt.toISOString() };
}

/** What a tip is said to be about, by the slug in its address. Null: nothing published is called that. */
export async function tipAbout(slugs: { readonly claim?: string; readonly dispute?: string }) {
  if (slugs.claim) {
    const claim = await db().claim.findFirst({
      where: { slug: slugs.claim, ...publishedBy(null) },
      select: { slug: true, wordings: standing(null) },
    });
    if (claim) return { kind: "claim" as const, slug: claim.slug, text: claimText(claim) };
  }
  if (slugs.dispute) {
    const dispute = await db().dispute.findFirst({
      where: { slug: slugs.dispute, ...publishedBy(null) },
      select: { slug: true, wordings: standing(null) },
    });
    if (dispute)
      return {
        kind: "dispute" as const,
        slug: dispute.slug,
        text: disputeTitle(dispute),
      };
  }
  return null;
}
