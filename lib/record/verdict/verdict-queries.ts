import "server-only";
import { db } from "../../core/db.ts";
import { newestWording } from "../../core/published.ts";
import { requestFacts, requestFactsSelect } from "../reply/reply-facts.ts";

/**
 * Everything a verdict on a claim is judged from, as the record stands now. Null: no such published claim.
 *
 * @param withDrafts - as it would stand if the drafts of evidence and what they rest on were public too: for the
 *   editor's checklist, never for a publication
 */
export async function verdictContext(claimId: string, { withDrafts = false } = {}) {
  const evident = withDrafts ? {} : { publishedAt: { not: null } };
  const claim = await db().claim.findFirst({
    where: { id: claimId, publishedAt: { not: null } },
    select: {
      id: true,
      slug: true,
      number: true,
      kind: true,
      disputeId: true,
      wordings: newestWording(null),
      interests: {
        where: { publishedAt: { not: null } },
        include: { party: { include: { wordings: newestWording(null) } } },
      },
      evidence: {
        where: evident,
        include: {
          source: { include: { producer: { include: { wordings: newestWording(null) } }, snapshots: true } },
          origin: { include: { producer: { include: { wordings: newestWording(null) } }, snapshots: true } },
        },
      },
      falsifiers: {
        where: { publishedAt: { not: null } },
        include: {
          falsifier: {
            include: { states: { where: { publishedAt: { not: null } }, orderBy: { publishedAt: "desc" } } },
          },
        },
      },
      requests: {
        where: { publishedAt: { not: null } },
        include: {
          party: { include: { wordings: newestWording(null) } },
          ...requestFactsSelect(null),
          replies: { where: { publishedAt: { not: null } } },
        },
      },
      verdicts: {
        orderBy: { version: "desc" },
        take: 1,
        include: { withdrawals: { where: { publishedAt: { not: null } }, select: { id: true } } },
      },
    },
  });
  if (!claim) return null;
  const requests = claim.requests.map((request) => ({
    ...request,
    facts: requestFacts(request, request.replies.length, null),
  }));
  // One after the other: inside a transaction there is one connection.
  const sources = await db().source.findMany({
    where: { disputeId: claim.disputeId, ...evident },
    select: {
      id: true,
      producerId: true,
      _count: { select: { snapshots: { where: evident } } },
    },
  });
  const edges = await db().sourceEdge.findMany({
    where: { from: { disputeId: claim.disputeId }, ...evident },
    select: { fromId: true, toId: true, kind: true },
  });
  const parties = await db().party.findMany({
    where: { roles: { some: { disputeId: claim.disputeId } } },
    select: { id: true, partOfId: true },
  });
  const body = new Map(parties.map((party) => [party.id, party.partOfId]));
  return {
    claim: { ...claim, requests },
    graph: {
      sources: sources.map(({ _count, ...source }) => ({ ...source, held: _count.snapshots > 0 })),
      edges,
    },
    bodyOf: (partyId: string) => body.get(partyId) ?? null,
  };
}

export type VerdictContext = NonNullable<Awaited<ReturnType<typeof verdictContext>>>;
