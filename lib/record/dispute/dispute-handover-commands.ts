import "server-only";
import { atLeast } from "../../core/actor.ts";
import { command } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { done, refused } from "../../core/result.ts";
import { keyOf } from "../seen/seen.ts";
import { rowsNow } from "../seen/seen-queries.ts";
import { handoverState } from "./dispute-handover.ts";
import type { ToHandOver } from "./dispute-handover-schema.ts";
import { thingsOf } from "./dispute-plan.ts";
import { disputeShown } from "./dispute-unpublished-queries.ts";

/** One at a time of a dispute, so that the newest step is one that somebody has seen. */
async function newestOf(tx: Transaction, { disputeId, about }: { disputeId: string; about: string }) {
  await tx.$queryRaw`SELECT 1 FROM "Dispute" WHERE "id" = ${disputeId}::uuid FOR UPDATE`;
  return tx.handover.findFirst({ where: { disputeId, about }, orderBy: { id: "desc" } });
}

/**
 * Says that a draft of a dispute, or all of them, are ready for somebody else to read and publish: they stand in the queue
 * of whoever may, until none of them is a draft any more.
 */
export const handOver = command(
  { name: "dispute.hand-over", role: "journalist" },
  async (tx, actor, { disputeId, about, note }: ToHandOver, now) => {
    const newest = await newestOf(tx, { disputeId, about });
    const shown = await disputeShown(disputeId);
    if (!shown) return refused("unknown-dispute");
    const things = thingsOf(await rowsNow(shown.which));
    const handed = things.filter(({ key }) => about === "" || key === about);
    const drafts = handed.flatMap(({ rows }) => rows.map(keyOf));
    if (drafts.length === 0) return refused(about === "" ? "nothing-to-publish" : "unknown-draft");
    // What has come since the others were told of it can be handed over too.
    const isNew = drafts.some((key) => !newest?.drafts.includes(key));
    if (handoverState(newest) === "ready" && !isNew) return refused("already-in-review");
    await tx.handover.create({
      data: { disputeId, about, drafts, kind: "submitted", note, by: actor.id, at: now },
    });
    return done({ disputeId });
  },
);

/**
 * Gives back what was handed over: an editor, saying what should be different, or whoever handed it over, who takes it back.
 */
export const giveBack = command(
  { name: "dispute.give-back", role: "journalist" },
  async (tx, actor, { disputeId, about, note }: ToHandOver, now) => {
    const newest = await newestOf(tx, { disputeId, about });
    if (!newest || handoverState(newest) !== "ready") return refused("not-in-review");
    const isOwn = newest.by === actor.id;
    if (!isOwn && !atLeast(actor, "editor")) return refused("not-allowed");
    if (!isOwn && note.trim() === "") return refused("say-what", "note");
    await tx.handover.create({
      data: {
        ...{ disputeId, about, note, by: actor.id, at: now, drafts: newest.drafts },
        kind: isOwn ? "withdrawn" : "changes_requested",
      },
    });
    return done({ disputeId });
  },
);
