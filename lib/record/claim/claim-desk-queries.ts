import "server-only";
import { type Actor, reachOf } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { disputeShort, disputeZone } from "../dispute/dispute.ts";
import { newestName } from "../party/party.ts";

const named = { select: { id: true, wordings: newest } };

/**
 * A claim as the desk works on it: published rows and drafts alike. A contributor sees what is public, and their own
 * drafts. Null: there is none that this actor may see.
 */
export async function claimForDesk(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const reach = reachOf(actor);
  const claim = await db().claim.findFirst({
    where: { id, ...reach },
    select: {
      id: true,
      slug: true,
      number: true,
      kind: true,
      publishedAt: true,
      revision: true,
      wordings: { where: reach, ...newest },
      dispute: { select: { id: true, slug: true, wordings: newest } },
      interests: {
        where: reach,
        orderBy: { id: "asc" },
        select: { id: true, about: true, gainsIf: true, publishedAt: true, party: named },
      },
      appearances: {
        where: reach,
        orderBy: { id: "asc" },
        select: {
          id: true,
          happened: true,
          publishedAt: true,
          quote: true,
          quoteLanguage: true,
          party: named,
        },
      },
      evidence: {
        where: reach,
        orderBy: { id: "asc" },
        select: {
          id: true,
          stance: true,
          excerpt: true,
          excerptLanguage: true,
          paragraph: true,
          noteSv: true,
          noteEn: true,
          publishedAt: true,
          createdBy: true,
          revision: true,
          source: { select: { id: true, titleSv: true, titleEn: true, url: true, publishedAt: true } },
        },
      },
      relations: {
        where: reach,
        select: {
          id: true,
          kind: true,
          publishedAt: true,
          to: { select: { slug: true, number: true, wordings: newest } },
        },
      },
      falsifiers: {
        select: {
          publishedAt: true,
          falsifier: { select: { id: true, textSv: true, textEn: true, publishedAt: true } },
        },
      },
      verdicts: {
        orderBy: { version: "desc" },
        select: { id: true, version: true, rating: true, publishedAt: true },
      },
      drafts: { where: { closedAt: null }, select: { id: true } },
    },
  });
  const [wording] = claim?.wordings ?? [];
  if (!claim || !wording) return null;
  return {
    ...claim,
    wording,
    text: { sv: wording.textSv, en: wording.textEn },
    dispute: {
      id: claim.dispute.id,
      slug: claim.dispute.slug,
      short: disputeShort(claim.dispute),
      timeZone: disputeZone(claim.dispute),
    },
    interests: claim.interests.map(({ party, ...interest }) => ({ ...interest, party: newestName(party) })),
    appearances: claim.appearances.map(({ party, ...appearance }) => ({
      ...appearance,
      party: newestName(party),
    })),
    evidence: claim.evidence.map(({ noteSv, noteEn, source: { titleSv, titleEn, ...source }, ...piece }) => ({
      ...piece,
      note: { sv: noteSv, en: noteEn },
      source: { ...source, title: { sv: titleSv, en: titleEn } },
    })),
    falsifiers: claim.falsifiers.map(({ publishedAt, falsifier: { textSv, textEn, ...each } }) => ({
      ...each,
      linkPublishedAt: publishedAt,
      text: { sv: textSv, en: textEn },
    })),
    draftId: claim.drafts[0]?.id ?? null,
  };
}

export type DeskClaim = NonNullable<Awaited<ReturnType<typeof claimForDesk>>>;
