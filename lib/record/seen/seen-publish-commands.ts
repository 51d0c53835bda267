import "server-only";
import type { Transaction } from "../../core/db.ts";
import type { SeenTable, Which } from "./seen.ts";

type Row = Readonly<Record<string, unknown>>;

/** A table, as far as publishing its drafts needs it. */
interface Publishable {
  updateManyAndReturn(change: { where: object; data: object; omit: object }): Promise<Row[]>;
}

/** Who made a row, and how often it was saved, is the desk's business: it is neither published nor hashed. */
const creator = { createdBy: true } as const;
const saves = { ...creator, revision: true } as const;

/** The tables whose drafts are published together, in the order in which they are, each with what is left out of its rows. */
const LEFT_OUT = {
  Reply: creator,
  Dispute: creator,
  DisputeWording: saves,
  Party: creator,
  PartyWording: saves,
  PartyRole: saves,
  Claim: saves,
  ClaimWording: saves,
  Interest: creator,
  Source: saves,
  Snapshot: { ...creator, fileName: true },
  SourceEdge: creator,
  Appearance: saves,
  Relation: creator,
  Evidence: saves,
  Event: saves,
  Falsifier: saves,
  ClaimFalsifier: creator,
  FalsifierState: creator,
  ReplyRequest: saves,
  PartyIdentifier: creator,
  Asking: { ...saves, sentTo: true },
} as const satisfies Partial<Record<SeenTable, Readonly<Record<string, true>>>>;

/** A table whose drafts are published with others. */
type PublishedTable = keyof typeof LEFT_OUT;
/** These, in the order in which they are published. */
const PUBLISHED_TABLES = Object.keys(LEFT_OUT) as PublishedTable[];

/** What becomes of a row besides its being public. */
const ALSO: Partial<Record<PublishedTable, object>> = { Asking: { sentTo: null } };

/** Finds rows by their ids as the history has them. */
const byIds = (table: PublishedTable, ids: readonly string[]): object => {
  if (table === "Asking") return { requestId: { in: ids } };
  if (table !== "ClaimFalsifier") return { id: { in: ids } };
  const pairs = ids.map((id) => id.split("/"));
  return { OR: pairs.map(([claimId, falsifierId]) => ({ claimId, falsifierId })) };
};

const inTypes = <T extends string>(table: T) =>
  (table.charAt(0).toLowerCase() + table.slice(1)) as Uncapitalize<T>;

/**
 * Makes draft rows public: those named, which the caller holds, and no others.
 *
 * Part of commands that publish several rows at once.
 *
 * @returns the rows by table, as they now stand; tables without any are left out
 */
export async function publishRows(tx: Transaction, which: Which, publishedAt: Date) {
  const tables: Readonly<Record<Uncapitalize<PublishedTable>, Publishable>> = tx;
  const published: Record<string, Row[]> = {};
  for (const table of PUBLISHED_TABLES) {
    const ids = which[table] ?? [];
    if (ids.length === 0) continue;
    const rows = await tables[inTypes(table)].updateManyAndReturn({
      where: { ...byIds(table, ids), publishedAt: null },
      data: { publishedAt, ...ALSO[table] },
      omit: LEFT_OUT[table],
    });
    if (rows.length > 0) published[inTypes(table)] = rows;
  }
  return published;
}
