import "server-only";
import { type Actor, atLeast, reachOf } from "../../core/actor.ts";
import { type DateFrame, SWEDISH_FRAME } from "../../core/date-words/date-words-read.ts";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { SWEDEN } from "../../core/zone.ts";
import { asFields } from "../../desk/form/form.ts";
import { claimText } from "../claim/claim.ts";
import { namedParty } from "../party/party.ts";
import { toldApart } from "../source/source-title.ts";
import type { ClaimKind } from "../verdict/verdict.ts";
import { disputeTitle, type Side } from "./dispute.ts";
import type { DisputeWords } from "./dispute-schema.ts";

/** The newest wording somebody may see, draft or not. */
const newestWithin = (actor: Actor) => ({ where: reachOf(actor), ...newest });

export interface DisputeLine {
  readonly id: string;
  readonly slug: string;
  readonly title: Bilingual;
  readonly published: boolean;
  readonly claims: number;
}

/** Every dispute somebody may work on, the newest first. */
export async function disputesFor(actor: Actor): Promise<readonly DisputeLine[]> {
  const rows = await db().dispute.findMany({
    where: reachOf(actor),
    orderBy: { createdAt: "desc" },
    include: {
      wordings: newestWithin(actor),
      _count: { select: { claims: { where: reachOf(actor) } } },
    },
  });
  return rows.map(({ id, slug, wordings, publishedAt, _count }) => ({
    id,
    slug,
    title: disputeTitle({ slug, wordings }),
    published: publishedAt !== null,
    claims: _count.claims,
  }));
}

/** One row of a dispute's desk: enough to know it by and to go on from. */
export interface DeskLine {
  readonly id: string;
  readonly words: Bilingual;
  readonly published: boolean;
}

export interface DisputeDesk extends DisputeLine {
  readonly short: Bilingual;
  readonly summary: Bilingual;
  readonly status: DisputeWords["status"];
  readonly timeZone: string;
  /** The newest wording is a draft. */
  readonly rewording: boolean;
  readonly parties: readonly (DeskLine & {
    readonly partyId: string;
    readonly role: Bilingual;
    readonly side: Side;
  })[];
  readonly lines: readonly (DeskLine & {
    readonly number: number;
    readonly kind: ClaimKind;
    readonly appearances: number;
  })[];
  readonly sources: readonly DeskLine[];
  readonly events: readonly (DeskLine & { readonly happened: string | null })[];
  readonly falsifiers: readonly DeskLine[];
}

/** Everything in a dispute that somebody may work on. Null: there is no such dispute within reach. */
export async function disputeDesk(actor: Actor, id: string): Promise<DisputeDesk | null> {
  if (!isId(id)) return null;
  const where = reachOf(actor);
  const row = await db().dispute.findFirst({
    where: { id, ...where },
    include: {
      wordings: newestWithin(actor),
      roles: {
        where,
        orderBy: { position: "asc" },
        include: { party: { include: { wordings: newestWithin(actor) } } },
      },
      claims: {
        where,
        orderBy: { number: "asc" },
        include: { wordings: newestWithin(actor), _count: { select: { appearances: { where } } } },
      },
      sources: { where, orderBy: { id: "asc" } },
      events: { where, orderBy: { id: "asc" } },
      falsifiers: { where, orderBy: { position: "asc" } },
    },
  });
  const wording = row?.wordings[0];
  if (!row || !wording) return null;
  const titles = toldApart(row.sources.map((source) => ({ ...source, title: titleOf(source) })));
  return {
    id,
    slug: row.slug,
    title: { sv: wording.titleSv, en: wording.titleEn },
    short: { sv: wording.shortSv, en: wording.shortEn },
    summary: { sv: wording.summarySv, en: wording.summaryEn },
    status: wording.status,
    timeZone: wording.timeZone,
    published: row.publishedAt !== null,
    rewording: wording.publishedAt === null,
    claims: row.claims.length,
    parties: row.roles.map((role) => ({
      ...line(role, namedParty(role.party).name),
      partyId: role.partyId,
      role: { sv: role.titleSv, en: role.titleEn },
      side: role.side,
    })),
    lines: row.claims.map((claim) => ({
      ...line(claim, claimText(claim)),
      number: claim.number,
      kind: claim.kind,
      appearances: claim._count.appearances,
    })),
    sources: row.sources.map((source) => line(source, titles.get(source.id) ?? titleOf(source))),
    events: row.events.map((event) => ({
      ...line(event, { sv: event.textSv, en: event.textEn }),
      happened: event.happened,
    })),
    falsifiers: row.falsifiers.map((each) => line(each, { sv: each.textSv, en: each.textEn })),
  };
}

const titleOf = ({ titleSv, titleEn }: { titleSv: string; titleEn: string }): Bilingual => ({
  sv: titleSv,
  en: titleEn,
});

const line = (row: { id: string; publishedAt: Date | null }, words: Bilingual): DeskLine => ({
  id: row.id,
  words,
  published: row.publishedAt !== null,
});

/** The newest wording of a dispute, in the fields of its form, and the save that a change begins from. */
export async function disputeWording(actor: Actor, id: string) {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const row = await db().disputeWording.findFirst({ where: { disputeId: id }, orderBy: { version: "desc" } });
  if (!row) return null;
  const wording: DisputeWords = {
    status: row.status,
    title: { sv: row.titleSv, en: row.titleEn },
    short: { sv: row.shortSv, en: row.shortEn },
    summary: { sv: row.summarySv, en: row.summaryEn },
    timeZone: row.timeZone,
  };
  return {
    id: row.id,
    version: row.version,
    published: row.publishedAt !== null,
    revision: row.revision,
    fields: asFields(wording),
  };
}

export interface Choices {
  readonly parties: readonly DeskLine[];
  readonly sources: readonly DeskLine[];
  readonly events: readonly DeskLine[];
  readonly claims: readonly (DeskLine & { readonly number: number })[];
}

/** What the forms of a dispute may choose from. */
export async function choicesOf(actor: Actor, id: string): Promise<Choices | null> {
  const desk = await disputeDesk(actor, id);
  if (!desk) return null;
  const parties = new Map(desk.parties.map((each) => [each.partyId, { ...each, id: each.partyId }]));
  return { parties: [...parties.values()], sources: desk.sources, events: desk.events, claims: desk.lines };
}

/** What the dates of a dispute are told by: its zone, and its events by both their names ("after the e-mail"). */
export async function frameOf(actor: Actor, disputeId: string): Promise<DateFrame> {
  if (!isId(disputeId)) return SWEDISH_FRAME;
  const wording = await db().disputeWording.findFirst({
    where: { disputeId, dispute: reachOf(actor) },
    orderBy: { version: "desc" },
    select: { timeZone: true },
  });
  const events = await db().event.findMany({
    where: { disputeId, ...reachOf(actor) },
    orderBy: { id: "asc" },
  });
  return {
    zone: wording?.timeZone ?? SWEDEN,
    anchors: events.map(({ id, happened, textSv, textEn, shortSv, shortEn }) => ({
      id,
      names: [shortSv, shortEn, textSv, textEn].filter((name) => name !== ""),
      edtf: happened,
    })),
  };
}

/** The same for a form that is about a claim. */
export async function frameOfClaim(actor: Actor, claimId: string): Promise<DateFrame> {
  if (!isId(claimId)) return SWEDISH_FRAME;
  const claim = await db().claim.findUnique({ where: { id: claimId }, select: { disputeId: true } });
  return claim ? frameOf(actor, claim.disputeId) : SWEDISH_FRAME;
}
