import "server-only";
import { cache } from "react";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isSlug } from "../../core/language/slug.ts";
import { nothing, publishedBy, standing } from "../../core/published.ts";
import type { AmendmentView } from "../amendment/amendment.ts";
import { amendmentsOf } from "../amendment/amendment-queries.ts";
import type { ClaimLine } from "../claim/claim.ts";
import { claimLine, claimLineSelect } from "../claim/claim-line.ts";
import type { CorrectionView } from "../correction/correction.ts";
import { correctionsOn } from "../correction/correction-queries.ts";
import { disputeTitle, disputeZone } from "../dispute/dispute.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import type { MergeView } from "../merge/merge.ts";
import { mergedInto } from "../merge/merge-queries.ts";
import type { RemovalView } from "../removal/removal.ts";
import { takenDownOf } from "../removal/removal-queries.ts";
import { type ReplyState, replyState } from "../reply/reply.ts";
import { requestFacts, requestFactsSelect } from "../reply/reply-facts.ts";
import { type Identifier, identifierUrl, type NamedParty, namedParty, type PartyKind } from "./party.ts";
import { partyTags } from "./party-tags.ts";

export interface PartyView extends NamedParty {
  readonly kind: PartyKind;
  readonly description: Bilingual;
  readonly body: NamedParty | null;
  readonly members: readonly NamedParty[];
  readonly roles: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly says: Bilingual;
    /** EDTF; null where the source gives none. */
    readonly held: string | null;
    readonly dispute: { readonly slug: string; readonly title: Bilingual; readonly timeZone: string };
  }[];
  readonly made: readonly ClaimLine[];
  readonly about: readonly ClaimLine[];
  readonly requests: readonly {
    readonly claim: ClaimLine;
    readonly state: ReplyState;
    readonly deadline: string | null;
  }[];
  readonly identifiers: readonly Identifier[];
  /** Addresses elsewhere of the same party. */
  readonly sameAs: readonly string[];
  readonly demonstration: boolean;
  /** What of it readers are no longer shown. */
  readonly takenDown: readonly RemovalView[];
  /** What turned out to be the same, and is a part of it now. */
  readonly merged: readonly MergeView[];
  /** What of it, its roles and identifiers has been corrected, the newest first; and what has been said of it. */
  readonly amendments: readonly AmendmentView[];
  readonly corrections: readonly CorrectionView[];
}

const unique = (claims: readonly ClaimLine[]) =>
  [...new Map(claims.map((claim) => [claim.slug, claim])).values()].sort((a, b) => a.number - b.number);

/** Reads a party and its claims, made and about. Null: no such party is public. */
export async function readParty(slug: string): Promise<PartyView | null> {
  if (!isSlug(slug)) return null;
  const visible = publishedBy(null);
  const named = { select: { slug: true, wordings: standing(null) } };
  const line = { select: claimLineSelect(null) };
  const row = await db().party.findFirst({
    where: { slug, ...visible },
    select: {
      id: true,
      slug: true,
      kind: true,
      wordings: standing(null),
      partOf: named,
      parts: { where: visible, ...named },
      identifiers: {
        where: visible,
        orderBy: [{ scheme: "asc" }, { value: "asc" }],
        select: { id: true, scheme: true, value: true },
      },
      roles: {
        where: visible,
        include: { dispute: { select: { slug: true, demonstration: true, wordings: standing(null) } } },
      },
      appearances: { where: visible, select: { claim: line } },
      interests: { where: { about: true, ...visible }, select: { claim: line } },
      requests: {
        where: visible,
        include: {
          ...{ claim: line, ...requestFactsSelect(null) },
          replies: { where: visible, select: { id: true } },
        },
      },
    },
  });
  const wording = row?.wordings[0];
  if (!row || !wording) return null;
  const now = clock.now().toISOString();
  const shown = [row, ...row.roles, ...row.identifiers].map(({ id }) => id);
  return {
    ...namedParty(row),
    kind: row.kind,
    description: { sv: wording.descriptionSv, en: wording.descriptionEn },
    body: row.partOf && namedParty(row.partOf),
    members: row.parts.map(namedParty),
    identifiers: row.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    sameAs: row.identifiers.flatMap((each) => identifierUrl(each) ?? []),
    roles: row.roles.map((role) => ({
      id: role.id,
      title: { sv: role.titleSv, en: role.titleEn },
      says: { sv: role.saysSv, en: role.saysEn },
      held: role.held,
      dispute: {
        slug: role.dispute.slug,
        title: disputeTitle(role.dispute),
        timeZone: disputeZone(role.dispute),
      },
    })),
    made: unique(row.appearances.map(({ claim }) => claimLine(claim))),
    about: unique(row.interests.map(({ claim }) => claimLine(claim))),
    requests: row.requests.map((request) => {
      const facts = requestFacts(request, request.replies.length, null);
      return {
        claim: claimLine(request.claim),
        state: replyState(facts, now),
        deadline: facts.deadline,
      };
    }),
    demonstration: row.roles.some((role) => role.dispute.demonstration),
    takenDown: await takenDownOf([row.id]),
    merged: await mergedInto(row.id),
    amendments: await amendmentsOf({ rowIds: shown }, null),
    corrections: await correctionsOn({ rowIds: shown }, null),
  };
}

export const partyOn = cache((slug: string) =>
  isSlug(slug)
    ? kept(["party", slug], [partyTags.party(slug), disputeTags.everything()], () => readParty(slug))
    : nothing,
);

/** Every public party by name, for the search filter. */
export async function readParties(): Promise<NamedParty[]> {
  const rows = await db().party.findMany({
    where: publishedBy(null),
    select: { slug: true, wordings: standing(null) },
  });
  return rows.map(namedParty).sort((a, b) => a.name.sv.localeCompare(b.name.sv, "sv"));
}

export const parties = cache(() =>
  kept(["parties"], [disputeTags.record(), disputeTags.everything()], readParties),
);
