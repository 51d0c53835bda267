import "server-only";
import type { Transaction } from "../../core/db.ts";
import { type DraftTable, ROWS_OF } from "./dispute-drafts.ts";

type Row = Readonly<Record<string, unknown>>;
type Publish = (tx: Transaction, disputeId: string, publishedAt: Date) => Promise<Row[]>;

/** Who made a row is the desk's business: it is neither published nor hashed. */
const omit = { createdBy: true, revision: true } as const;
const omitCreator = { createdBy: true } as const;
const draftOf = <W extends object>(where: W) => ({ ...where, publishedAt: null });

/**
 * Makes every draft row of a dispute public that has no command of its own to do so (ROWS_OF).
 *
 * @returns the rows by table, as they now stand; tables without drafts are left out
 */
export async function publishDraftsOf(tx: Transaction, disputeId: string, at: Date) {
  const published: Record<string, Row[]> = {};
  for (const [name, publish] of Object.entries(DRAFTS)) {
    const rows = await publish(tx, disputeId, at);
    if (rows.length > 0) published[name] = rows;
  }
  return published;
}

/** How the drafts of each table become public. */
const DRAFTS: Record<DraftTable, Publish> = {
  // Before the dispute itself: which answers go with it is asked of it while it is a draft.
  reply: (tx, disputeId, publishedAt) =>
    tx.reply.updateManyAndReturn({
      where: draftOf(ROWS_OF.reply(disputeId)),
      data: { publishedAt },
      omit: omitCreator,
    }),
  dispute: (tx, id, publishedAt) =>
    tx.dispute.updateManyAndReturn({
      where: draftOf(ROWS_OF.dispute(id)),
      data: { publishedAt },
      omit: omitCreator,
    }),
  disputeWording: (tx, disputeId, publishedAt) =>
    tx.disputeWording.updateManyAndReturn({
      where: draftOf(ROWS_OF.disputeWording(disputeId)),
      data: { publishedAt },
      omit,
    }),
  party: (tx, disputeId, publishedAt) =>
    tx.party.updateManyAndReturn({
      where: draftOf(ROWS_OF.party(disputeId)),
      data: { publishedAt },
      omit: omitCreator,
    }),
  partyWording: (tx, disputeId, publishedAt) =>
    tx.partyWording.updateManyAndReturn({
      where: draftOf(ROWS_OF.partyWording(disputeId)),
      data: { publishedAt },
      omit,
    }),
  partyRole: (tx, disputeId, publishedAt) =>
    tx.partyRole.updateManyAndReturn({
      where: draftOf(ROWS_OF.partyRole(disputeId)),
      data: { publishedAt },
      omit,
    }),
  claim: (tx, disputeId, publishedAt) =>
    tx.claim.updateManyAndReturn({ where: draftOf(ROWS_OF.claim(disputeId)), data: { publishedAt }, omit }),
  claimWording: (tx, disputeId, publishedAt) =>
    tx.claimWording.updateManyAndReturn({
      where: draftOf(ROWS_OF.claimWording(disputeId)),
      data: { publishedAt },
      omit,
    }),
  interest: (tx, disputeId, publishedAt) =>
    tx.interest.updateManyAndReturn({
      where: draftOf(ROWS_OF.interest(disputeId)),
      data: { publishedAt },
      omit: omitCreator,
    }),
  source: (tx, disputeId, publishedAt) =>
    tx.source.updateManyAndReturn({ where: draftOf(ROWS_OF.source(disputeId)), data: { publishedAt }, omit }),
  snapshot: (tx, disputeId, publishedAt) =>
    tx.snapshot.updateManyAndReturn({
      where: draftOf(ROWS_OF.snapshot(disputeId)),
      data: { publishedAt },
      omit: { createdBy: true, fileName: true },
    }),
  sourceEdge: (tx, disputeId, publishedAt) =>
    tx.sourceEdge.updateManyAndReturn({
      where: draftOf(ROWS_OF.sourceEdge(disputeId)),
      data: { publishedAt },
      omit: omitCreator,
    }),
  appearance: (tx, disputeId, publishedAt) =>
    tx.appearance.updateManyAndReturn({
      where: draftOf(ROWS_OF.appearance(disputeId)),
      data: { publishedAt },
      omit,
    }),
  relation: (tx, disputeId, publishedAt) =>
    tx.relation.updateManyAndReturn({
      where: draftOf(ROWS_OF.relation(disputeId)),
      data: { publishedAt },
      omit: omitCreator,
    }),
  evidence: (tx, disputeId, publishedAt) =>
    tx.evidence.updateManyAndReturn({
      where: draftOf(ROWS_OF.evidence(disputeId)),
      data: { publishedAt },
      omit,
    }),
  event: (tx, disputeId, publishedAt) =>
    tx.event.updateManyAndReturn({ where: draftOf(ROWS_OF.event(disputeId)), data: { publishedAt }, omit }),
  falsifier: (tx, disputeId, publishedAt) =>
    tx.falsifier.updateManyAndReturn({
      where: draftOf(ROWS_OF.falsifier(disputeId)),
      data: { publishedAt },
      omit,
    }),
  claimFalsifier: (tx, disputeId, publishedAt) =>
    tx.claimFalsifier.updateManyAndReturn({
      where: draftOf(ROWS_OF.claimFalsifier(disputeId)),
      data: { publishedAt },
      omit: omitCreator,
    }),
  falsifierState: (tx, disputeId, publishedAt) =>
    tx.falsifierState.updateManyAndReturn({
      where: draftOf(ROWS_OF.falsifierState(disputeId)),
      data: { publishedAt },
      omit: omitCreator,
    }),
  replyRequest: (tx, disputeId, publishedAt) =>
    tx.replyRequest.updateManyAndReturn({
      where: draftOf(ROWS_OF.replyRequest(disputeId)),
      data: { publishedAt },
      omit,
    }),
  partyIdentifier: (tx, disputeId, publishedAt) =>
    tx.partyIdentifier.updateManyAndReturn({
      where: draftOf(ROWS_OF.partyIdentifier(disputeId)),
      data: { publishedAt },
      omit: omitCreator,
    }),
  asking: (tx, disputeId, publishedAt) =>
    tx.asking.updateManyAndReturn({
      where: draftOf(ROWS_OF.asking(disputeId)),
      data: { publishedAt, sentTo: null },
      omit: { ...omit, sentTo: true },
    }),
};
