import "server-only";
import { type Actor, atLeast } from "../auth/actor.ts";
import { type Transaction, transaction } from "../db.ts";
import { columns, draft } from "../draft.ts";
import { contentHash } from "../record-log/record-log.ts";
import { appendToLog, beginPublishing } from "../record-log/record-log-commands.ts";
import { done, type Result, refused } from "../result.ts";
import type { NewDispute } from "./dispute-schema.ts";

/** Opens a draft dispute with the first version of its title and summary. */
export const openDispute = (actor: Actor, { title, short, summary, ...dispute }: NewDispute) =>
  draft(actor, "journalist", (tx) =>
    tx.dispute.create({
      data: {
        ...dispute,
        createdBy: actor.id,
        wordings: {
          create: {
            version: 1,
            status: "open",
            ...columns("title", title),
            ...columns("short", short),
            ...columns("summary", summary),
            createdBy: actor.id,
          },
        },
      },
    }),
  );

/**
 * Publishes every draft row of a dispute at one moment, with one log entry over all of them. Verdicts are published
 * one by one (publishVerdict).
 *
 * @returns how many rows became public; refuses when nobody may, when there is no such dispute, or nothing to publish
 */
export function publishDispute(
  actor: Actor,
  disputeId: string,
  now: Date = new Date(),
): Promise<Result<{ rows: number }, "not-allowed" | "unknown-dispute" | "nothing-to-publish">> {
  return transaction(async (tx) => {
    if (!atLeast(actor, "editor")) return refused("not-allowed");
    const dispute = await tx.dispute.findUnique({ where: { id: disputeId }, select: { slug: true } });
    if (!dispute) return refused("unknown-dispute");
    const at = await beginPublishing(now);

    const published: Record<string, unknown[]> = {};
    for (const [name, publish] of Object.entries(DRAFTS)) {
      const rows = await publish(tx, disputeId, at);
      if (rows.length > 0) published[name] = rows;
    }
    const rows = Object.values(published).flat().length;
    if (rows === 0) return refused("nothing-to-publish");
    // Through JSON, so that the hash covers what a reader can be shown: moments as text, no undefined.
    const content: unknown = JSON.parse(JSON.stringify(published));
    await appendToLog(
      { type: "dispute.published", subject: dispute.slug, version: null, contentHash: contentHash(content) },
      at,
    );
    return done({ rows });
  });
}

type Publish = (tx: Transaction, disputeId: string, publishedAt: Date) => Promise<unknown[]>;

/** Who made a row is the desk's business: it is neither published nor hashed. */
const omit = { createdBy: true } as const;
const draftOf = <W extends object>(where: W) => ({ ...where, publishedAt: null });

/** The tables that hold the rows of a dispute, and how a draft of each is found. */
const DRAFTS: Record<string, Publish> = {
  dispute: (tx, id, publishedAt) =>
    tx.dispute.updateManyAndReturn({ where: draftOf({ id }), data: { publishedAt }, omit }),
  disputeWording: (tx, disputeId, publishedAt) =>
    tx.disputeWording.updateManyAndReturn({ where: draftOf({ disputeId }), data: { publishedAt }, omit }),
  party: (tx, disputeId, publishedAt) =>
    tx.party.updateManyAndReturn({
      where: draftOf({ roles: { some: { disputeId } } }),
      data: { publishedAt },
      omit,
    }),
  partyWording: (tx, disputeId, publishedAt) =>
    tx.partyWording.updateManyAndReturn({
      where: draftOf({ party: { roles: { some: { disputeId } } } }),
      data: { publishedAt },
      omit,
    }),
  partyRole: (tx, disputeId, publishedAt) =>
    tx.partyRole.updateManyAndReturn({ where: draftOf({ disputeId }), data: { publishedAt }, omit }),
  claim: (tx, disputeId, publishedAt) =>
    tx.claim.updateManyAndReturn({ where: draftOf({ disputeId }), data: { publishedAt }, omit }),
  claimWording: (tx, disputeId, publishedAt) =>
    tx.claimWording.updateManyAndReturn({
      where: draftOf({ claim: { disputeId } }),
      data: { publishedAt },
      omit,
    }),
  interest: (tx, disputeId, publishedAt) =>
    tx.interest.updateManyAndReturn({
      where: draftOf({ claim: { disputeId } }),
      data: { publishedAt },
      omit,
    }),
  source: (tx, disputeId, publishedAt) =>
    tx.source.updateManyAndReturn({ where: draftOf({ disputeId }), data: { publishedAt }, omit }),
  snapshot: (tx, disputeId, publishedAt) =>
    tx.snapshot.updateManyAndReturn({
      where: draftOf({ source: { disputeId } }),
      data: { publishedAt },
      omit,
    }),
  sourceEdge: (tx, disputeId, publishedAt) =>
    tx.sourceEdge.updateManyAndReturn({
      where: draftOf({ from: { disputeId } }),
      data: { publishedAt },
      omit,
    }),
  appearance: (tx, disputeId, publishedAt) =>
    tx.appearance.updateManyAndReturn({
      where: draftOf({ claim: { disputeId } }),
      data: { publishedAt },
      omit,
    }),
  relation: (tx, disputeId, publishedAt) =>
    tx.relation.updateManyAndReturn({ where: draftOf({ from: { disputeId } }), data: { publishedAt }, omit }),
  evidence: (tx, disputeId, publishedAt) =>
    tx.evidence.updateManyAndReturn({
      where: draftOf({ claim: { disputeId } }),
      data: { publishedAt },
      omit,
    }),
  event: (tx, disputeId, publishedAt) =>
    tx.event.updateManyAndReturn({ where: draftOf({ disputeId }), data: { publishedAt }, omit }),
  falsifier: (tx, disputeId, publishedAt) =>
    tx.falsifier.updateManyAndReturn({ where: draftOf({ disputeId }), data: { publishedAt }, omit }),
  claimFalsifier: (tx, disputeId, publishedAt) =>
    tx.claimFalsifier.updateManyAndReturn({
      where: draftOf({ claim: { disputeId } }),
      data: { publishedAt },
      omit,
    }),
  falsifierState: (tx, disputeId, publishedAt) =>
    tx.falsifierState.updateManyAndReturn({
      where: draftOf({ falsifier: { disputeId } }),
      data: { publishedAt },
      omit,
    }),
  replyRequest: (tx, disputeId, publishedAt) =>
    tx.replyRequest.updateManyAndReturn({
      where: draftOf({ claim: { disputeId } }),
      data: { publishedAt },
      omit,
    }),
  asking: (tx, disputeId, publishedAt) =>
    tx.asking.updateManyAndReturn({
      where: draftOf({ request: { claim: { disputeId } } }),
      data: { publishedAt },
      omit,
    }),
  reply: (tx, disputeId, publishedAt) =>
    tx.reply.updateManyAndReturn({
      where: draftOf({ request: { claim: { disputeId } } }),
      data: { publishedAt },
      omit,
    }),
  correction: (tx, disputeId, publishedAt) =>
    tx.correction.updateManyAndReturn({ where: draftOf({ disputeId }), data: { publishedAt }, omit }),
};
