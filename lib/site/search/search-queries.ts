import "server-only";
import { db, tookTooLong } from "../../core/db.ts";
import { publishedBy, standing } from "../../core/published.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { ClaimLine } from "../../record/claim/claim.ts";
import { claimLine, claimLineSelect } from "../../record/claim/claim-line.ts";
import { disputeShort } from "../../record/dispute/dispute.ts";
import { type NamedParty, namedParty } from "../../record/party/party.ts";
import { MOST_MATCHES, PAGE_SIZE, type Search } from "./search-schema.ts";

export interface Hit extends ClaimLine {
  readonly claimants: readonly NamedParty[];
  readonly dispute: { readonly slug: string; readonly short: { readonly sv: string; readonly en: string } };
}

export interface Hits {
  /** Claims; when the words stand in more places than are looked through, those found in them. */
  readonly total: number;
  /** `common`: there are more places than are looked through; `slow`: it took too long, and nothing was found out. */
  readonly limit: "common" | "slow" | null;
  readonly pages: number;
  readonly hits: readonly Hit[];
}

/**
 * Claims that match, best first: the wording weighs most, then who said it, then the verdict's conclusion and the
 * evidence. Words are stemmed as Swedish and as English; the last word also matches as a beginning.
 *
 * Anybody may ask, so it costs no more than so much, however much there is to find: of each kind of place only the first
 * MOST_MATCHES are weighed, and what takes longer than every public read may take (db.ts) is given up.
 *
 * The functions and expressions are those of the indexes in the first migration.
 */
export async function searchClaims(search: Search): Promise<Hits> {
  try {
    return await findClaims(search);
  } catch (error) {
    if (tookTooLong(error)) return { total: 0, limit: "slow", pages: 1, hits: [] };
    throw error;
  }
}

/** The newest claims that match, MOST_MATCHES of them: whose publications the feed of a search tells. */
export async function claimsFound(search: Search): Promise<readonly string[] | "slow"> {
  try {
    const rows = await db().$queryRaw<{ id: string }[]>`
      SELECT c."id" ${found(search)} ORDER BY c."publishedAt" DESC, c."id" DESC LIMIT ${MOST_MATCHES}`;
    return rows.map(({ id }) => id);
  } catch (error) {
    if (tookTooLong(error)) return "slow";
    throw error;
  }
}

/** What a search finds, by all that it asks for. */
const found = (search: Search) => Prisma.sql`
    FROM "Claim" c
    ${search.q ? matches(search.q) : Prisma.empty}
    WHERE c."publishedAt" IS NOT NULL
    ${search.rating ? ratedAs(search.rating) : Prisma.empty}
    ${search.party ? concerns(search.party) : Prisma.empty}
    ${search.from || search.to ? said(search.from, search.to) : Prisma.empty}`;

async function findClaims(search: Search): Promise<Hits> {
  const rows = await db().$queryRaw<{ id: string; total: bigint; common: boolean }[]>`
    SELECT c."id", count(*) OVER () AS total, ${search.q ? Prisma.sql`m.common` : Prisma.sql`false`} AS common
    ${found(search)}
    ORDER BY ${search.q ? Prisma.sql`m.rank DESC,` : Prisma.empty} c."disputeId", c."number"
    LIMIT ${PAGE_SIZE} OFFSET ${(search.page - 1) * PAGE_SIZE}`;
  const total = Number(rows[0]?.total ?? 0);
  return {
    total,
    limit: rows[0]?.common ? "common" : null,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    hits: await readHits(rows.map(({ id }) => id)),
  };
}

/**
 * Typed text as a query: web search syntax ("exact words", or) in both languages, or its last word as a beginning. A
 * minus counts only within one text, as each text of a claim is matched by itself. `simple` keeps that word as typed; stems in the index begin as the words do.
 */
const asQuery = (text: string) => {
  const last = /([\p{L}\p{N}]+)$/u.exec(text)?.[1]?.toLocaleLowerCase("sv");
  const beginning =
    last && last.length > 2 ? Prisma.sql`|| to_tsquery('simple', search_fold(${`${last}:*`}))` : Prisma.empty;
  const whole = Prisma.sql`websearch_to_tsquery('pg_catalog.swedish', search_fold(${text})) || websearch_to_tsquery('pg_catalog.english', search_fold(${text}))`;
  const isOneWord = last?.length === text.length;
  return isOneWord ? Prisma.sql`(${whole} ${beginning})` : Prisma.sql`(${whole})`;
};

/** Of what has versions, the one that stands: what it said before is found in its history, and not as if it said it still. */
const isNewest = (
  table: "ClaimWording" | "PartyWording" | "Verdict",
  row: "w" | "p" | "v",
  of: "claimId" | "partyId",
) =>
  Prisma.raw(`NOT EXISTS (
    SELECT 1 FROM "${table}" later
    WHERE later."${of}" = ${row}."${of}" AND later."version" > ${row}."version" AND later."publishedAt" IS NOT NULL)`);

/**
 * The places where the words stand, by the claim they are about. Those of a kind are found first (by its index, which is
 * cheap) and only some of them weighed: weighing makes the stems of a place anew.
 */
const matches = (text: string) => {
  const query = asQuery(text);
  const found = (rows: Prisma.Sql) => Prisma.sql`AS MATERIALIZED (${rows})`;
  const some = Prisma.sql`LIMIT ${MOST_MATCHES + 1}`;
  return Prisma.sql`
    JOIN (
      WITH wording ${found(Prisma.sql`
        SELECT "id" FROM "ClaimWording" w WHERE w."publishedAt" IS NOT NULL AND search_vector(w."textSv", w."textEn") @@ ${query}
        AND ${isNewest("ClaimWording", "w", "claimId")}`)},
      name ${found(Prisma.sql`
        SELECT p."id", a."claimId" FROM "PartyWording" p JOIN "Appearance" a ON a."partyId" = p."partyId"
        WHERE p."publishedAt" IS NOT NULL AND a."publishedAt" IS NOT NULL AND search_vector(p."nameSv", p."nameEn") @@ ${query}
        AND ${isNewest("PartyWording", "p", "partyId")}`)},
      conclusion ${found(Prisma.sql`
        SELECT "id" FROM "Verdict" v WHERE search_vector(v."conclusionSv", v."conclusionEn") @@ ${query}
        AND ${isNewest("Verdict", "v", "claimId")}`)},
      passage ${found(Prisma.sql`
        SELECT "id" FROM "Evidence" e
        WHERE e."publishedAt" IS NOT NULL AND search_vector(e."excerpt" || ' ' || e."noteSv", e."noteEn") @@ ${query}`)},
      place AS MATERIALIZED (
        SELECT 1 AS kind, w."claimId", 8 * ts_rank(search_vector(w."textSv", w."textEn"), ${query}) AS rank
        FROM (SELECT * FROM wording ${some}) hit JOIN "ClaimWording" w ON w."id" = hit."id"
        UNION ALL
        SELECT 2, hit."claimId", 4 * ts_rank(search_vector(p."nameSv", p."nameEn"), ${query})
        FROM (SELECT * FROM name ${some}) hit JOIN "PartyWording" p ON p."id" = hit."id"
        UNION ALL
        SELECT 3, v."claimId", 2 * ts_rank(search_vector(v."conclusionSv", v."conclusionEn"), ${query})
        FROM (SELECT * FROM conclusion ${some}) hit JOIN "Verdict" v ON v."id" = hit."id"
        UNION ALL
        SELECT 4, e."claimId", ts_rank(search_vector(e."excerpt" || ' ' || e."noteSv", e."noteEn"), ${query})
        FROM (SELECT * FROM passage ${some}) hit JOIN "Evidence" e ON e."id" = hit."id"
      )
      SELECT "claimId", sum(rank) AS rank,
        (SELECT max(n) FROM (SELECT count(*) AS n FROM place GROUP BY kind) each) > ${MOST_MATCHES} AS common
      FROM place GROUP BY "claimId"
    ) m ON m."claimId" = c."id"`;
};

/** By the current verdict. One that has been withdrawn rates nothing. */
const ratedAs = (rating: string) => Prisma.sql`
  AND (
    SELECT CASE WHEN EXISTS (
      SELECT 1 FROM "Withdrawal" w WHERE w."verdictId" = v."id" AND w."publishedAt" IS NOT NULL
    ) THEN NULL ELSE v."rating" END
    FROM "Verdict" v WHERE v."claimId" = c."id" ORDER BY v."version" DESC LIMIT 1
  ) = ${rating}::"Rating"`;

/** Made by the party, or about it. */
const concerns = (slug: string) => Prisma.sql`
  AND EXISTS (
    SELECT 1 FROM "Party" p WHERE p."slug" = ${slug} AND (
      EXISTS (SELECT 1 FROM "Appearance" a WHERE a."claimId" = c."id" AND a."partyId" = p."id" AND a."publishedAt" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "Interest" i WHERE i."claimId" = c."id" AND i."partyId" = p."id" AND i."about" AND i."publishedAt" IS NOT NULL)
    ))`;

/** The claim may have been made within these days: a date that is not known reaches as far as it may. */
const said = (from: string | null, to: string | null) => Prisma.sql`
  AND EXISTS (
    SELECT 1 FROM "Appearance" a WHERE a."claimId" = c."id" AND a."publishedAt" IS NOT NULL
    AND (${to}::date IS NULL OR a."earliest" IS NULL OR a."earliest" <= ${to}::date)
    AND (${from}::date IS NULL OR a."latest" IS NULL OR a."latest" >= ${from}::date))`;

async function readHits(ids: readonly string[]): Promise<Hit[]> {
  const rows = await db().claim.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      ...claimLineSelect(null),
      dispute: { select: { slug: true, wordings: standing(null) } },
      appearances: {
        where: publishedBy(null),
        orderBy: { id: "asc" },
        select: { party: { select: { slug: true, wordings: standing(null) } } },
      },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const claimants = row.appearances.map(({ party }) => namedParty(party));
    return {
      ...claimLine(row),
      claimants: [...new Map(claimants.map((party) => [party.slug, party])).values()],
      dispute: {
        slug: row.dispute.slug,
        short: disputeShort(row.dispute),
      },
    };
  });
}
