import "server-only";
import { db } from "../../core/db.ts";
import { publishedBy } from "../../core/published.ts";

/**
 * The slugs that rows had before, and those of what was merged into them, by their ids: what was written then names them so.
 */
export async function formerSlugs(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const former = new Map<string, string[]>();
  if (ids.length === 0) return former;
  const visible = publishedBy(null);
  const moves = await db().address.findMany({
    where: { rowId: { in: [...ids] }, ...visible },
    select: { rowId: true, previous: true },
  });
  const merges = await db().merge.findMany({
    where: { intoId: { in: [...ids] }, ...visible },
    select: { intoId: true, previous: true },
  });
  for (const { id, previous } of [
    ...moves.map(({ rowId: id, previous }) => ({ id, previous })),
    ...merges.map(({ intoId: id, previous }) => ({ id, previous })),
  ])
    former.set(id, [...(former.get(id) ?? []), previous]);
  return former;
}

/** Those of a dispute and of its claims that are public. */
export async function formerSlugsIn(disputeId: string): Promise<string[]> {
  const claims = await db().claim.findMany({
    where: { disputeId, ...publishedBy(null) },
    select: { id: true },
  });
  return [...(await formerSlugs([disputeId, ...claims.map(({ id }) => id)])).values()].flat();
}

/** Which rows had one of these slugs, or what was merged into them had. */
export async function rowsFormerly(
  slugs: readonly string[],
): Promise<{ readonly rowId: string; readonly previous: string }[]> {
  const where = { previous: { in: [...slugs] }, ...publishedBy(null) };
  const moves = await db().address.findMany({ where, select: { rowId: true, previous: true } });
  const merges = await db().merge.findMany({ where, select: { intoId: true, previous: true } });
  return [...moves, ...merges.map(({ intoId: rowId, previous }) => ({ rowId, previous }))];
}
