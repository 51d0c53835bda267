import "server-only";
import { db } from "../../core/db.ts";
import { publishedBy } from "../../core/published.ts";

/** The slugs that rows had before, by their ids: what was written about them then names them so. */
export async function formerSlugs(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows =
    ids.length === 0
      ? []
      : await db().address.findMany({
          where: { rowId: { in: [...ids] }, ...publishedBy(null) },
          select: { rowId: true, previous: true },
        });
  return new Map(
    [...new Set(rows.map(({ rowId }) => rowId))].map((id) => [
      id,
      rows.filter(({ rowId }) => rowId === id).map(({ previous }) => previous),
    ]),
  );
}

/** Those of a dispute and of its claims that are public. */
export async function formerSlugsIn(disputeId: string): Promise<string[]> {
  const claims = await db().claim.findMany({
    where: { disputeId, ...publishedBy(null) },
    select: { id: true },
  });
  return [...(await formerSlugs([disputeId, ...claims.map(({ id }) => id)])).values()].flat();
}
