import "server-only";
import type { Transaction } from "../../core/db.ts";
import type { Publication } from "../record-log/publication-schema.ts";
import type { SeenTable, Which } from "./seen.ts";

/** What is published together, by table. */
type Published = Extract<Publication, { readonly type: "dispute.published" }>["rows"];

/** A table, as far as publishing its drafts needs it. */
interface Publishable {
  updateManyAndReturn(change: { where: object; data: object }): Promise<object[]>;
}

/** The tables whose drafts are published together, in the order in which they are. */
const PUBLISHED_TABLES = [
  "Reply",
  "Dispute",
  "DisputeWording",
  "Party",
  "PartyWording",
  "PartyRole",
  "Claim",
  "ClaimWording",
  "Interest",
  "NotConcerned",
  "Source",
  "Snapshot",
  "SourceEdge",
  "Appearance",
  "Relation",
  "Evidence",
  "Event",
  "Falsifier",
  "ClaimFalsifier",
  "FalsifierState",
  "ReplyRequest",
  "PartyIdentifier",
  "Asking",
] as const satisfies readonly SeenTable[];
type PublishedTable = (typeof PUBLISHED_TABLES)[number];

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
export async function publishRows(tx: Transaction, which: Which, publishedAt: Date): Promise<Published> {
  const tables: Readonly<Record<Uncapitalize<PublishedTable>, Publishable>> = tx;
  const published: Published = {};
  for (const table of PUBLISHED_TABLES) {
    const ids = which[table] ?? [];
    if (ids.length === 0) continue;
    const rows = await tables[inTypes(table)].updateManyAndReturn({
      where: { ...byIds(table, ids), publishedAt: null },
      data: { publishedAt, ...ALSO[table] },
    });
    if (rows.length > 0) Object.assign(published, { [inTypes(table)]: rows });
  }
  return published;
}
