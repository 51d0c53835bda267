import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { momentOfId } from "../../core/moment-of-id.ts";
import { newest, standing } from "../../core/published.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { claimText } from "../claim/claim.ts";
import { disputeShort } from "../dispute/dispute.ts";
import { seenRow } from "../seen/seen-queries.ts";

/** A published claim as somebody sees it who thinks of withdrawing its verdict. Null: no such claim, or not for this role. */
export const withdrawalFor = async (actor: Actor, claimId: string) =>
  atLeast(actor, "journalist") && isId(claimId) ? oneMoment(() => readWithdrawal(actor, claimId)) : null;

async function readWithdrawal(actor: Actor, claimId: string) {
  const claim = await db().claim.findFirst({
    where: { id: claimId, publishedAt: { not: null } },
    select: {
      id: true,
      slug: true,
      number: true,
      wordings: standing(null),
      dispute: { select: { id: true, slug: true, wordings: standing(null) } },
      verdicts: {
        ...newest,
        select: {
          id: true,
          version: true,
          rating: true,
          conclusionSv: true,
          conclusionEn: true,
          publishedAt: true,
          withdrawals: {
            select: { id: true, reasonSv: true, reasonEn: true, createdBy: true, publishedAt: true },
          },
        },
      },
    },
  });
  if (!claim) return null;
  const [verdict] = claim.verdicts;
  const [withdrawal] = verdict?.withdrawals ?? [];
  return {
    id: claim.id,
    slug: claim.slug,
    number: claim.number,
    text: claimText(claim),
    dispute: { id: claim.dispute.id, short: disputeShort(claim.dispute) },
    verdict: verdict
      ? {
          version: verdict.version,
          rating: verdict.rating,
          publishedAt: verdict.publishedAt.toISOString(),
          conclusion: { sv: verdict.conclusionSv, en: verdict.conclusionEn },
        }
      : null,
    withdrawal: withdrawal
      ? {
          id: withdrawal.id,
          seen: await seenRow("Withdrawal", withdrawal.id),
          reason: { sv: withdrawal.reasonSv, en: withdrawal.reasonEn },
          publishedAt: withdrawal.publishedAt?.toISOString() ?? null,
          /** Whoever asks wrote it, and so may not publish it. */
          own: withdrawal.createdBy === actor.id,
        }
      : null,
  };
}

export type WithdrawalDesk = NonNullable<Awaited<ReturnType<typeof withdrawalFor>>>;

/** Withdrawals that somebody has asked for and nobody has published, oldest first; those of a superseded version are moot. */
export async function withdrawalsWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().withdrawal.findMany({
    where: { publishedAt: null },
    orderBy: { id: "asc" },
    select: {
      id: true,
      verdictId: true,
      claim: {
        select: {
          id: true,
          slug: true,
          wordings: standing(null),
          verdicts: { ...newest, select: { id: true } },
        },
      },
      verdict: { select: { publishedAt: true } },
    },
  });
  return rows
    .filter((row) => row.claim.verdicts[0]?.id === row.verdictId)
    .map(({ id, claim }) => ({
      id,
      href: `/desk/claims/${claim.id}/withdraw`,
      title: claimText(claim),
      at: momentOfId(id),
    }));
}
