import "server-only";
import { z } from "zod";
import { db } from "../../core/db.ts";
import { type AsOf, called, standing, type Versions } from "../../core/published.ts";
import { type Amended, type Columns, stoodThen, UNTOLD } from "./amendment.ts";

const columns = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What the database keeps of a row, as it was written there. */
export const columnsIn = (json: unknown): Columns => columns.parse(json);

interface AmendedRow {
  readonly rowId: string;
  readonly version: number;
  readonly before: unknown;
  readonly after: unknown;
  readonly publishedAt: Date | null;
}

const amended = (row: AmendedRow): Amended[] =>
  row.publishedAt
    ? [
        {
          ...{ rowId: row.rowId, version: row.version, publishedAt: row.publishedAt },
          ...{ before: columnsIn(row.before), after: columnsIn(row.after) },
        },
      ]
    : [];

/** Gives a row, or what a query took of it, as it stood at the moment that is read. */
export type Stood = <R extends { readonly id: string }>(row: R) => R;

/**
 * The rows of a dispute, or of some, as they stood at a moment, whatever of them has been corrected since. Of now nothing is asked: the
 * rows say it.
 */
export async function stoodAt(disputeId: string | readonly string[], asOf: AsOf): Promise<Stood> {
  if (!asOf) return (row) => row;
  const rows = await db().amendment.findMany({
    // A party is of every dispute that it appears in.
    where: { publishedAt: { gt: asOf }, OR: [{ disputeId: { in: [disputeId].flat() } }, { table: "Party" }] },
    orderBy: { version: "asc" },
  });
  const then = new Map<string, Columns>();
  for (const [rowId, those] of Map.groupBy(rows.flatMap(amended), (each) => each.rowId)) {
    const stood = stoodThen(those, asOf);
    if (stood) then.set(rowId, stood);
  }
  return (row) => {
    const stood = then.get(row.id);
    if (!stood) return row;
    const taken = Object.entries(stood).filter(([name]) => name in row && !UNTOLD.has(name));
    return { ...row, ...Object.fromEntries(taken) };
  };
}

/** How rows are looked at when they are named: by which of their versions, and as they stood when. */
export interface Look {
  readonly versions: Versions;
  readonly stood: Stood;
}

/** As it stood in public. */
export const inPublic = async (disputeIds: readonly string[], asOf: AsOf): Promise<Look> => ({
  versions: standing(asOf),
  stood: await stoodAt(disputeIds, asOf),
});

/** As the desk calls it. */
export const atDesk: Look = { versions: called, stood: (row) => row };
