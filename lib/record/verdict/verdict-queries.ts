import "server-only";
import { db } from "../../core/db.ts";
import { newestWording, publishedAsking } from "../../core/published.ts";
import { readGrounds } from "./verdict-ground-queries.ts";

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
          asking: true,
          replies: { where: { publishedAt: { not: null } } },
          submitted: { where: { accepted: null }, select: { id: true } },
          _count: { select: { replies: { where: { publishedAt: null } } } },
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
    asking: publishedAsking(request.asking, null),
  }));
  const ground = (await readGrounds([claim.id], { withDrafts })).get(claim.id);
  if (!ground) return null;
  return { claim: { ...claim, requests }, ground };
}

export type VerdictContext = NonNullable<Awaited<ReturnType<typeof verdictContext>>>;

/**
 * Whether an answer to this request has come that nobody has decided on: sent by the party's link, or written down by the
 * desk. As long as it lies there no verdict on the claim may say what the party has answered, or that it has not.
 */
export const hasUndecidedReply = (request: {
  readonly submitted: readonly unknown[];
  readonly _count: { readonly replies: number };
}): boolean => request.submitted.length > 0 || request._count.replies > 0;
