import "server-only";
import { clock } from "../../core/clock.ts";
import { command } from "../../core/command.ts";
import { transaction } from "../../core/db.ts";
import { done, refused } from "../../core/result.ts";
import { type Limit, takeAttempt } from "../../desk/limit/limit-commands.ts";
import type { NewTip, TipDecided } from "./tip-schema.ts";

/** Tips taken from one network in an hour. */
const TIPS: Limit = { name: "tip", most: 5, within: 60 * 60_000 };

/**
 * Readers have no account. Nothing public changes by it.
 *
 * @param network - who sends it, as far as is known: lib/desk/auth/network.ts
 */
export function receiveTip(
  { claim: claimSlug, dispute: disputeSlug, ...said }: NewTip,
  network: string,
  now: Date = clock.now(),
) {
  return transaction(async (tx) => {
    const published = { publishedAt: { not: null } };
    const claim =
      claimSlug === null
        ? null
        : await tx.claim.findFirst({
            where: { slug: claimSlug, ...published },
            select: { id: true, disputeId: true },
          });
    if (claimSlug !== null && !claim) return refused("unknown-claim");
    const dispute =
      disputeSlug === null
        ? null
        : await tx.dispute.findFirst({ where: { slug: disputeSlug, ...published }, select: { id: true } });
    if (disputeSlug !== null && !dispute) return refused("unknown-dispute");
    if ((await takeAttempt(TIPS, network, now)) !== "taken") return refused("too-often");
    const { id } = await tx.tip.create({
      data: {
        ...said,
        claimId: claim?.id ?? null,
        disputeId: claim?.disputeId ?? dispute?.id ?? null,
        receivedAt: now,
      },
    });
    return done({ id });
  });
}

/** Takes a tip up, or sets it aside with a note of why. Decided once; it is never public. */
export const decideTip = command(
  { name: "tip.decide", role: "journalist" },
  async (tx, actor, { tipId, decision, note }: TipDecided, now) => {
    const { count } = await tx.tip.updateMany({
      where: { id: tipId, decision: null },
      data: { decision, note, decidedBy: actor.id, decidedAt: now },
    });
    if (count === 1) return done({ id: tipId });
    return refused((await tx.tip.count({ where: { id: tipId } })) === 0 ? "unknown-tip" : "already-decided");
  },
);
