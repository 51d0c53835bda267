import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import type { GainsIf } from "../../generated/prisma/client.ts";
import { claimText } from "../claim/claim.ts";
import { newestName } from "../party/party.ts";
import { type RequestLine, requestLine, requestLineInclude } from "./reply-line.ts";

const party = { select: { id: true, slug: true, wordings: newest } };

export interface ConcernedParty {
  readonly party: { readonly id: string; readonly name: Bilingual };
  readonly about: boolean;
  readonly gainsIf: GainsIf | null;
  /** The row that says so; null: only a request names the party. */
  readonly interest: { readonly id: string; readonly published: boolean } | null;
  readonly request: RequestLine | null;
}

/** The parties a claim concerns, drafts included, each with what became of asking it. Null: not for this actor. */
export async function partiesToAsk(
  actor: Actor,
  claimId: string,
  now: Date = clock.now(),
): Promise<{ claim: { id: string; text: Bilingual }; parties: ConcernedParty[] } | null> {
  if (!isId(claimId) || !atLeast(actor, "journalist")) return null;
  const claim = await db().claim.findUnique({
    where: { id: claimId },
    select: {
      id: true,
      slug: true,
      wordings: newest,
      interests: { orderBy: { id: "asc" }, include: { party } },
      requests: { orderBy: { id: "asc" }, include: { ...requestLineInclude, party } },
    },
  });
  if (!claim) return null;
  const lines = new Map(claim.requests.map((row) => [row.partyId, requestLine(row, now)]));
  const concerned = new Set(claim.interests.map(({ partyId }) => partyId));
  return {
    claim: { id: claim.id, text: claimText(claim) },
    parties: [
      ...claim.interests.map((interest) => ({
        party: newestName(interest.party),
        about: interest.about,
        gainsIf: interest.gainsIf,
        interest: { id: interest.id, published: interest.publishedAt !== null },
        request: lines.get(interest.partyId) ?? null,
      })),
      // A request whose party is no longer, or not yet, among those the claim concerns is not lost sight of.
      ...claim.requests
        .filter(({ partyId }) => !concerned.has(partyId))
        .map((row) => ({
          party: newestName(row.party),
          about: false,
          gainsIf: null,
          interest: null,
          request: lines.get(row.partyId) ?? null,
        })),
    ],
  };
}

/** Who can be named in a new request: the parties a claim concerns that have none. Null: not for this actor. */
export async function partiesWithoutRequest(actor: Actor, claimId: string) {
  const found = await partiesToAsk(actor, claimId);
  return (
    found && {
      claim: found.claim,
      parties: found.parties.flatMap(({ party: each, request }) => (request ? [] : [each])),
    }
  );
}
