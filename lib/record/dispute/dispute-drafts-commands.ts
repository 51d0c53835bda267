import "server-only";
import type { Transaction } from "../../core/db.ts";
import { type DraftTable, ROWS_OF } from "./dispute-drafts.ts";

type Row = Readonly<Record<string, unknown>>;

/** A table, as far as publishing its drafts needs it. */
interface Publishable {
  updateManyAndReturn(change: { where: object; data: object; omit: object }): Promise<Row[]>;
}

/** Who made a row, and how often it was saved, is the desk's business: it is neither published nor hashed. */
const creator = { createdBy: true } as const;
const saves = { ...creator, revision: true } as const;

/** The tables in the order in which they are published, each with what is left out of its rows. */
const LEFT_OUT: Readonly<Record<DraftTable, Readonly<Record<string, true>>>> = {
  // Before the dispute itself: which answers go with it is asked of it while it is a draft.
  reply: creator,
  dispute: creator,
  disputeWording: saves,
  party: creator,
  partyWording: saves,
  partyRole: saves,
  claim: saves,
  claimWording: saves,
  interest: creator,
  notConcerned: creator,
  source: saves,
  snapshot: { ...creator, fileName: true },
  sourceEdge: creator,
  appearance: saves,
  relation: creator,
  evidence: saves,
  event: saves,
  falsifier: saves,
  claimFalsifier: creator,
  falsifierState: creator,
  replyRequest: saves,
  partyIdentifier: creator,
  asking: { ...saves, sentTo: true },
};

const isDraftTable = (name: string): name is DraftTable => name in LEFT_OUT;
const draftTables = Object.keys(LEFT_OUT).filter(isDraftTable);

/** What becomes of a row besides its being public. */
const ALSO: Partial<Record<DraftTable, object>> = { asking: { sentTo: null } };

/**
 * Makes every draft row of a dispute public that has no command of its own to do so (ROWS_OF).
 *
 * @returns the rows by table, as they now stand; tables without drafts are left out
 */
export async function publishDraftsOf(tx: Transaction, disputeId: string, publishedAt: Date) {
  const tables: Readonly<Record<DraftTable, Publishable>> = tx;
  const published: Record<string, Row[]> = {};
  for (const name of draftTables) {
    const rows = await tables[name].updateManyAndReturn({
      where: { ...ROWS_OF[name](disputeId), publishedAt: null },
      data: { publishedAt, ...ALSO[name] },
      omit: LEFT_OUT[name],
    });
    if (rows.length > 0) published[name] = rows;
  }
  return published;
}
