import "server-only";
import { db, tookTooLong } from "../../core/db.ts";
import { publishedBy, standing } from "../../core/published.ts";
import type { ClaimLine } from "../../record/claim/claim.ts";
import { claimLine, claimLineSelect } from "../../record/claim/claim-line.ts";
import { disputeShort } from "../../record/dispute/dispute.ts";
import { type NamedParty, namedParty } from "../../record/party/party.ts";
import { type Asked, readEntries, readPartyId } from "./search-entry-queries.ts";
import { readLexicon } from "./search-lexicon-queries.ts";
import { wordsQuery } from "./search-match.ts";
import { MOST_COUNTED, PAGE_SIZE, type Search, yearsAsked } from "./search-schema.ts";
import { readWords } from "./search-words.ts";

export interface Hit extends ClaimLine {
  readonly claimants: readonly NamedParty[];
  readonly dispute: { readonly slug: string; readonly short: { readonly sv: string; readonly en: string } };
}

export interface Hits {
  /** Claims, counted no further than MOST_COUNTED. */
  readonly total: number;
  /** `common`: there are more than are counted; `slow`: it took too long, and nothing was found out. */
  readonly limit: "common" | "slow" | null;
  readonly pages: number;
  readonly hits: readonly Hit[];
}

/**
 * Claims that match, best first: what the claim itself says weighs most, then who said it, then the verdict's conclusion
 * and the evidence. Words are found by their stem in Swedish and English and in compounds; the last word also as a beginning.
 *
 * Anybody may ask, so it costs no more than so much, however much there is to find (search-entry-queries.ts), and what takes
 * longer than every public read may take (db.ts) is given up.
 */
export async function searchClaims(search: Search): Promise<Hits> {
  try {
    return await findClaims(search);
  } catch (error) {
    if (tookTooLong(error)) return { total: 0, limit: "slow", pages: 1, hits: [] };
    throw error;
  }
}

/** How many of the claims that a search finds are followed by its feed. */
const MOST_FOLLOWED = 400;

/** The claims that match best: whose publications the feed of a search tells. */
export async function claimsFound(search: Search): Promise<readonly string[] | "slow"> {
  try {
    const asked = await asClaims(search);
    const [found] = asked ? await readEntries([{ ...asked, limit: MOST_FOLLOWED, offset: 0 }]) : [];
    return found?.ids ?? [];
  } catch (error) {
    if (tookTooLong(error)) return "slow";
    throw error;
  }
}

async function findClaims(search: Search): Promise<Hits> {
  const asked = await asClaims(search);
  const [found] = asked ? await readEntries([asked]) : [];
  const total = Math.min(found?.total ?? 0, MOST_COUNTED);
  return {
    total,
    limit: found && found.total > MOST_COUNTED ? "common" : null,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    hits: await readHits(found?.ids ?? []),
  };
}

async function asClaims({ q, rating, party, from, to, page }: Search): Promise<Asked | null> {
  const wanted = readWords(q);
  // Nothing but signs is a search for nothing.
  if (q && wanted.length === 0) return null;
  const lexicon = await readLexicon(wanted);
  const partyId = party && (await readPartyId(party));
  if (party && !partyId) return null;
  return {
    kind: "claim",
    words: wordsQuery(wanted, lexicon) || null,
    first: wordsQuery(wanted, lexicon, "A") || null,
    filters: [
      ...(rating ? [[`r:${rating}`]] : []),
      ...(partyId ? [[`p:${partyId}`]] : []),
      ...yearsAsked(from, to),
    ],
    from,
    to,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  };
}

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
