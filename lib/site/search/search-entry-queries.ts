import "server-only";
import { db } from "../../core/db.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { MOST_COUNTED, type SearchKind } from "./search-schema.ts";

/** What is looked for among the entries of one kind. */
export interface Asked {
  readonly kind: SearchKind;
  /** As `wordsQuery` makes it; null: everything. */
  readonly words: string | null;
  /** The same, where it is what the thing says first. */
  readonly first: string | null;
  /** Filters, as words with a colon. */
  readonly filters: readonly (readonly string[])[];
  /** YYYY-MM-DD. */
  readonly from: string | null;
  readonly to: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** What was found of one kind. */
export interface Entries {
  readonly kind: SearchKind;
  readonly ids: readonly string[];
  /** Counted no further than MOST_COUNTED; one more says that there are more. */
  readonly total: number;
  /** Of those counted, how many have each rating, and each of the parties that most have. */
  readonly ratings: Readonly<Record<string, number>>;
  readonly parties: Readonly<Record<string, number>>;
}

const MOST_FACETS = 8;
/** Of words that stand in very many places, so many more are weighed that say them first. */
const BEST = 400;

/**
 * Finds entries, best first. It costs no more than so much, however many there are: only the first so many are counted and
 * weighed, and beside those, when there are more, some in which the words stand first.
 */
export async function readEntries(asked: readonly Asked[]): Promise<Entries[]> {
  if (asked.length === 0) return [];
  return db().$queryRaw<Entries[]>(Prisma.join(asked.map(oneKind), " UNION ALL "));
}

function oneKind({ kind, words, first, filters, from, to, limit, offset }: Asked): Prisma.Sql {
  const narrowing = [[`'k:${kind}'`], ...filters.map((filter) => filter.map((one) => `'${one}'`))].map(
    (filter) => `(${filter.join(" | ")})`,
  );
  const having = (query: string | null) => [...narrowing, ...(query ? [`(${query})`] : [])].join(" & ");
  const within =
    from || to ? Prisma.sql`AND e."said" && daterange(${from}::date, ${to}::date, '[]')` : Prisma.empty;
  const most = MOST_COUNTED + 1;
  // The newest first, when there is nothing to weigh: then a kind is read in the order of its index.
  const found =
    words === null && filters.length === 0 && !from && !to
      ? Prisma.sql`SELECT e.* FROM "SearchEntry" e WHERE e."kind" = ${kind} ORDER BY e."since" DESC, e."id" LIMIT ${most}`
      : Prisma.sql`SELECT e.* FROM "SearchEntry" e WHERE e."words" @@ ${having(words)}::tsquery ${within} LIMIT ${most}`;
  const best = first
    ? Prisma.sql`UNION (SELECT e."id", e."words", e."since" FROM "SearchEntry" e
        WHERE (SELECT count(*) FROM found) = ${most} AND e."words" @@ ${having(first)}::tsquery ${within} LIMIT ${BEST})`
    : Prisma.empty;
  const rank = words
    ? Prisma.sql`ts_rank('{0.03, 0.15, 0.4, 1}', p."words", ${words}::tsquery, 1)`
    : Prisma.sql`0`;
  return Prisma.sql`(
    WITH found AS MATERIALIZED (${found}),
    pool AS (SELECT f."id", f."words", f."since" FROM found f ${best}),
    ranked AS (SELECT p."id", row_number() OVER (ORDER BY ${rank} DESC, p."since" DESC, p."id") AS n FROM pool p)
    SELECT ${kind} AS "kind",
      ARRAY(SELECT r."id"::text FROM ranked r WHERE r.n > ${offset} ORDER BY r.n LIMIT ${limit}) AS "ids",
      (SELECT count(*)::int FROM found) AS "total",
      (SELECT coalesce(jsonb_object_agg(g."rating", g.n), '{}') FROM (SELECT f."rating", count(*) AS n FROM found f WHERE f."rating" IS NOT NULL GROUP BY 1) g) AS "ratings",
      (SELECT coalesce(jsonb_object_agg(g.party, g.n), '{}') FROM (SELECT party, count(*) AS n FROM found f, unnest(f."parties") party GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_FACETS}) g) AS "parties")`;
}

/** The party with this address, as a filter names it; null: there is none. */
export async function readPartyId(slug: string): Promise<string | null> {
  const party = await db().party.findUnique({ where: { slug }, select: { id: true } });
  return party?.id ?? null;
}
