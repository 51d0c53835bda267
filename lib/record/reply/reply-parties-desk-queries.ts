import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { claimText } from "../claim/claim.ts";
import { type ConcernedGain, concernedIn } from "../claim/claim-concerned.ts";
import { newestName } from "../party/party.ts";
import { type RequestLine, requestLine, requestLineInclude } from "./reply-line.ts";

const party = { select: { id: true, slug: true, kind: true, wordings: newest } };

export interface ConcernedParty {
  readonly party: { readonly id: string; readonly name: Bilingual };
  readonly about: boolean;
  /** What it gains from: both, where it is listed for one and has made a claim that says the other. */
  readonly gains: readonly ConcernedGain[];
  /** It made the claim, or is named by it, and nobody has listed it. */
  readonly computed: "made" | "named" | null;
  /** The row that lists it; null: nobody has. */
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
      publishedAt: true,
      wordings: newest,
      interests: { orderBy: { id: "asc" }, include: { party } },
      appearances: { orderBy: { id: "asc" }, select: { partyId: true, party } },
      notConcerned: { select: { partyId: true, publishedAt: true } },
      dispute: {
        select: {
          roles: {
            orderBy: [{ position: "asc" }, { id: "asc" }],
            select: { party },
          },
        },
      },
      requests: { orderBy: { id: "asc" }, include: { ...requestLineInclude, party } },
    },
  });
  if (!claim) return null;
  const lines = new Map(claim.requests.map((row) => [row.partyId, requestLine(row, now)]));
  const named = [...claim.dispute.roles, ...claim.interests, ...claim.appearances].map((row) => row.party);
  const parties = [...new Map(named.map((each) => [each.id, each])).values()];
  const concerns = Map.groupBy(
    concernedIn({
      ...claim,
      words: claimText(claim),
      // A draft says nothing yet of a claim that is public; it is published with one that is not.
      notConcerned: claim.notConcerned.filter((row) => row.publishedAt ?? !claim.publishedAt),
      parties: parties.map(({ id, kind, wordings }) => ({
        ...{ id, kind },
        names: wordings.map(({ nameSv, nameEn }) => ({ sv: nameSv, en: nameEn })),
      })),
    }),
    ({ partyId }) => partyId,
  );
  return {
    claim: { id: claim.id, text: claimText(claim) },
    parties: [
      ...parties.flatMap((each) => {
        const own = concerns.get(each.id) ?? [];
        const [first] = own;
        if (!first) return [];
        const listed = claim.interests.find(({ partyId }) => partyId === each.id);
        return [
          {
            party: newestName(each),
            about: own.some(({ about }) => about),
            gains: own.map(({ gainsIf }) => gainsIf),
            computed: listed || first.by === "listed" ? null : first.by,
            interest: listed ? { id: listed.id, published: listed.publishedAt !== null } : null,
            request: lines.get(each.id) ?? null,
          },
        ];
      }),
      // A request whose party is no longer, or not yet, among those the claim concerns is not lost sight of.
      ...claim.requests
        .filter(({ partyId }) => !concerns.has(partyId))
        .map((row) => ({
          party: newestName(row.party),
          about: false,
          gains: [],
          computed: null,
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
