import "server-only";
import { db } from "../../core/db.ts";
import { type AsOf, publishedBy } from "../../core/published.ts";
import type { QuotedPassage, RecheckTurn, RecheckView } from "./recheck.ts";

/** A source's page as its look needs it: the published passages that a copy has, word for word. */
export interface PageToLookAt {
  readonly url: string;
  readonly passages: readonly (QuotedPassage & { readonly copy: string })[];
}

/**
 * What is to be looked for on a source's page. Null: nothing, or nothing that has not been looked for since the look
 * was asked for.
 */
export async function pageToLookAt(sourceId: string, askedAt: Date): Promise<PageToLookAt | null> {
  const source = await db().source.findFirst({
    where: { id: sourceId, ...publishedBy(null) },
    select: {
      url: true,
      evidence: {
        where: {
          ...publishedBy(null),
          snapshot: { pages: { some: {} } },
          rechecks: { none: { at: { gte: askedAt } } },
        },
        orderBy: { id: "asc" },
        select: {
          id: true,
          excerpt: true,
          page: true,
          charStart: true,
          charEnd: true,
          prefix: true,
          suffix: true,
          snapshot: { select: { sha256: true } },
        },
      },
    },
  });
  if (!source?.url || source.evidence.length === 0) return null;
  return {
    url: source.url,
    passages: source.evidence.map((piece) => ({
      evidenceId: piece.id,
      exact: piece.excerpt,
      page: piece.page ?? 1,
      start: piece.charStart ?? 0,
      end: piece.charEnd ?? 0,
      prefix: piece.prefix ?? "",
      suffix: piece.suffix ?? "",
      copy: piece.snapshot?.sha256 ?? "",
    })),
  };
}

/**
 * Since when each passage has stood as it did when it was last seen. That a page could not be reached says nothing of
 * its words, so such looks are passed over.
 */
export async function turnsOf(evidenceIds: readonly string[], asOf: AsOf): Promise<RecheckTurn[]> {
  if (evidenceIds.length === 0) return [];
  return await db().$queryRaw<RecheckTurn[]>`
    WITH seen AS (
      SELECT *, lag("state") OVER looks AS "stateBefore", lag("nearest") OVER looks AS "nearestBefore"
        FROM "Recheck"
       WHERE "evidenceId" = ANY (${[...evidenceIds]}::uuid[]) AND "state" <> 'unreachable'
         AND "publishedAt" <= coalesce(${asOf}::timestamptz, 'infinity')
      WINDOW looks AS (PARTITION BY "evidenceId" ORDER BY "publishedAt", "id")
    )
    SELECT DISTINCT ON ("evidenceId")
           "id", "evidenceId", "state"::text, "nearest", "snapshotId", "publishedAt" AS "at"
      FROM seen
     WHERE ("state", "nearest") IS DISTINCT FROM ("stateBefore", "nearestBefore")
     ORDER BY "evidenceId", "publishedAt" DESC, "id" DESC`;
}

/** How passages stand on their live pages. Those that have not been looked for are left out. */
export async function rechecksOf(evidenceIds: readonly string[], asOf: AsOf): Promise<RecheckView[]> {
  const turns = new Map((await turnsOf(evidenceIds, asOf)).map((turn) => [turn.evidenceId, turn]));
  const looks = await db().recheck.groupBy({
    by: ["evidenceId", "state"],
    where: { evidenceId: { in: [...evidenceIds] }, ...publishedBy(asOf) },
    _max: { publishedAt: true },
  });
  return [...new Set(looks.map(({ evidenceId }) => evidenceId))].sort().map((evidenceId) => {
    const last = (isWanted: (state: string) => boolean) =>
      Math.max(
        ...looks
          .filter((look) => look.evidenceId === evidenceId && isWanted(look.state))
          .map((look) => Number(look._max.publishedAt ?? 0)),
        0,
      );
    const turn = turns.get(evidenceId);
    const seen = last((state) => state !== "unreachable");
    const missed = last((state) => state === "unreachable");
    return {
      evidenceId,
      seen: turn
        ? {
            state: turn.state,
            nearest: turn.nearest,
            since: turn.at.toISOString(),
            last: new Date(seen).toISOString(),
          }
        : null,
      unreachable: missed > seen ? new Date(missed).toISOString() : null,
    };
  });
}
