import "server-only";
import { db } from "../../core/db.ts";
import { type AmendableTable, type Columns, isAmendable } from "../amendment/amendment.ts";
import { columnsIn } from "../amendment/amendment-stood-queries.ts";
import type { SeenTable, Which } from "../seen/seen.ts";
import { together } from "../seen/seen.ts";
import type { Shown } from "../seen/seen-queries.ts";

/** What the ids in a row lead to, by the column. */
const LEADS_TO: Readonly<Record<string, "Party" | "Source" | "Event" | "Snapshot">> = {
  ...{ partyId: "Party", producerId: "Party", actorId: "Party", targetId: "Party" },
  ...{ holderId: "Party", partOfId: "Party", sourceId: "Source", originId: "Source" },
  ...{ beforeId: "Event", afterId: "Event", answersId: "Event", snapshotId: "Snapshot" },
};

/** A row that another names, and by which column. */
export interface Reference {
  readonly column: string;
  readonly table: "Party" | "Source" | "Event" | "Snapshot";
  readonly id: string;
}

/** What a row names. */
export const referencesIn = (row: Columns): Reference[] =>
  Object.entries(row).flatMap(([column, id]) => {
    const table = LEADS_TO[column];
    return table && typeof id === "string" ? [{ column, table, id }] : [];
  });

const draftOf = (id: string) =>
  db().amendment.findUnique({ where: { id }, include: { dispute: true, claim: { select: { slug: true } } } });

export interface AmendmentInPlace {
  readonly row: NonNullable<Awaited<ReturnType<typeof draftOf>>>;
  readonly table: AmendableTable;
  readonly before: Columns;
  readonly after: Columns;
}

/** What `publishAmendment` publishes, with the row it changes and all that the row then names. */
export async function amendmentShown(id: string): Promise<Shown<AmendmentInPlace> | null> {
  const row = await draftOf(id);
  if (!row || !isAmendable(row.table)) return null;
  const { table } = row;
  const [before, after] = [columnsIn(row.before), columnsIn(row.after)];
  const named = referencesIn(after).map((each): Which => ({ [each.table satisfies SeenTable]: [each.id] }));
  return {
    which: together({ Amendment: [id] }, { [table]: [row.rowId] }, ...named),
    view: { row, table, before, after },
  };
}
