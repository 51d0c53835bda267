import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import { claimLine, claimLineSelect } from "../claim/claim-queries.ts";
import { correctionView } from "../correction/correction.ts";
import { db } from "../db.ts";
import { compareEdtf, edtf } from "../edtf/edtf.ts";
import { falsifierView } from "../falsifier/falsifier.ts";
import { isSlug } from "../language/slug.ts";
import { namedParty } from "../party/party.ts";
import { type AsOf, newestWording, publishedAsking, publishedBy } from "../published.ts";
import { replyState } from "../reply/reply.ts";
import { independence } from "../source/source.ts";
import type {
  DisputeClaim,
  DisputeEvent,
  DisputeHead,
  DisputeParty,
  DisputeSource,
  DisputeView,
} from "./dispute.ts";
import { disputeTags } from "./dispute-tags.ts";

/** For an address that cannot be one of ours: it is not looked up, and leaves no entry in any cache. */
const nothing = Promise.resolve(null);

const bilingual = (sv: string | null, en: string | null) => (sv === null || en === null ? null : { sv, en });

async function readParties(disputeId: string, asOf: AsOf): Promise<DisputeParty[]> {
  const rows = await db().partyRole.findMany({
    where: { disputeId, ...publishedBy(asOf) },
    orderBy: { position: "asc" },
    include: {
      party: {
        select: { slug: true, kind: true, wordings: newestWording(asOf), partOf: { select: { slug: true } } },
      },
    },
  });
  return rows.map(({ party, side, titleSv, titleEn, saysSv, saysEn }) => ({
    ...namedParty(party),
    kind: party.kind,
    side,
    role: { sv: titleSv, en: titleEn },
    says: { sv: saysSv, en: saysEn },
    body: party.partOf?.slug ?? null,
  }));
}

async function readClaims(disputeId: string, asOf: AsOf): Promise<DisputeClaim[]> {
  const visible = publishedBy(asOf);
  const line = claimLineSelect(asOf);
  const rows = await db().claim.findMany({
    where: { disputeId, ...visible },
    orderBy: { number: "asc" },
    select: {
      ...line,
      verdicts: {
        ...line.verdicts,
        select: { rating: true, version: true, publishedAt: true, conclusionSv: true, conclusionEn: true },
      },
      appearances: {
        where: visible,
        orderBy: { id: "asc" },
        include: {
          party: { select: { slug: true } },
          source: { select: { producer: { select: { slug: true } } } },
        },
      },
      requests: {
        where: visible,
        orderBy: { id: "asc" },
        include: { party: { select: { slug: true } }, asking: true, replies: { where: visible } },
      },
      relations: {
        where: { ...visible, to: visible },
        select: { kind: true, to: { select: { number: true } } },
      },
    },
  });
  const now = (asOf ?? new Date()).toISOString();
  return rows.map((row) => {
    const [verdict] = row.verdicts;
    return {
      ...claimLine(row),
      conclusion: verdict ? { sv: verdict.conclusionSv, en: verdict.conclusionEn } : null,
      version: verdict?.version ?? null,
      verdictAt: verdict?.publishedAt.toISOString() ?? null,
      appearances: row.appearances.map((appearance) => ({
        id: appearance.id,
        party: appearance.party.slug,
        mode: appearance.mode,
        happened: appearance.happened,
        known: appearance.known,
        dateNote: bilingual(appearance.dateNoteSv, appearance.dateNoteEn),
        relatedBy:
          appearance.source.producer && appearance.source.producer.slug !== appearance.party.slug
            ? appearance.source.producer.slug
            : null,
        paragraph: appearance.paragraph,
      })),
      requests: row.requests.map((request) => {
        const asking = publishedAsking(request.asking, asOf);
        const deadline = asking?.deadline.toISOString() ?? null;
        return {
          id: request.id,
          party: request.party.slug,
          state: replyState({ answered: request.replies.length > 0, deadline }, now),
          askedAt: asking?.askedAt.toISOString() ?? null,
          deadline,
          answeredAt: request.replies[0]?.receivedAt.toISOString() ?? null,
          reasonNotAsked: bilingual(request.reasonNotAskedSv, request.reasonNotAskedEn),
          inSources: { sv: request.inSourcesSv, en: request.inSourcesEn },
        };
      }),
      relations: row.relations.map(({ kind, to }) => ({ kind, to: to.number })),
    };
  });
}

async function readEvents(disputeId: string, asOf: AsOf): Promise<DisputeEvent[]> {
  const rows = await db().event.findMany({
    where: { disputeId, ...publishedBy(asOf) },
    orderBy: { id: "asc" },
    include: { actor: { select: { slug: true } }, target: { select: { slug: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    text: { sv: row.textSv, en: row.textEn },
    short: { sv: row.shortSv, en: row.shortEn },
    actor: row.actor.slug,
    target: row.target?.slug ?? null,
    happened: row.happened,
    known: row.known,
    dateNote: bilingual(row.dateNoteSv, row.dateNoteEn),
    before: row.beforeId,
    after: row.afterId,
    answers: row.answersId,
  }));
}

async function readSources(
  disputeId: string,
  asOf: AsOf,
): Promise<{ sources: DisputeSource[]; roots: number }> {
  const visible = publishedBy(asOf);
  const rows = await db().source.findMany({
    where: { disputeId, ...visible },
    orderBy: { id: "asc" },
    include: {
      snapshots: { where: visible, select: { id: true } },
      restsOn: { where: visible, select: { fromId: true, toId: true, kind: true } },
      evidence: { where: visible, select: { sourceId: true, originId: true } },
    },
  });
  const graph = {
    sources: rows.map((row) => ({ id: row.id, producerId: row.producerId, held: row.snapshots.length > 0 })),
    edges: rows.flatMap((row) => row.restsOn),
  };
  const { roots } = independence(
    graph,
    rows.flatMap((row) => row.evidence),
  );
  return {
    sources: rows.map((row) => ({
      id: row.id,
      title: { sv: row.titleSv, en: row.titleEn },
      note: { sv: row.noteSv, en: row.noteEn },
      held: row.snapshots.length > 0,
      isRoot: roots.flat().includes(row.id),
    })),
    roots: roots.length,
  };
}

interface HeadRow {
  slug: string;
  demonstration: boolean;
  publishedAt: Date | null;
  wordings: {
    status: DisputeHead["status"];
    titleSv: string;
    titleEn: string;
    shortSv: string;
    shortEn: string;
    summarySv: string;
    summaryEn: string;
  }[];
  claims: { publishedAt: Date | null; verdicts: { publishedAt: Date }[] }[];
}

const headSelect = (asOf: AsOf) => ({
  slug: true,
  demonstration: true,
  publishedAt: true,
  wordings: newestWording(asOf),
  claims: {
    where: publishedBy(asOf),
    select: { publishedAt: true, verdicts: { where: publishedBy(asOf), select: { publishedAt: true } } },
  },
});

function head(row: HeadRow): DisputeHead | null {
  const [wording] = row.wordings;
  if (!wording || !row.publishedAt) return null;
  const moments = [
    row.publishedAt,
    ...row.claims.flatMap((claim) =>
      [claim.publishedAt ?? [], ...claim.verdicts.map((v) => v.publishedAt)].flat(),
    ),
  ];
  return {
    slug: row.slug,
    demonstration: row.demonstration,
    title: { sv: wording.titleSv, en: wording.titleEn },
    short: { sv: wording.shortSv, en: wording.shortEn },
    summary: { sv: wording.summarySv, en: wording.summaryEn },
    status: wording.status,
    changedAt: new Date(Math.max(...moments.map(Number))).toISOString(),
  };
}

/** Reads a dispute as it stands, or stood at a moment. Null: no such dispute was public. */
export async function readDispute(slug: string, asOf: AsOf = null): Promise<DisputeView | null> {
  if (!isSlug(slug)) return null;
  const visible = publishedBy(asOf);
  const row = await db().dispute.findFirst({
    where: { slug, ...visible },
    select: { id: true, ...headSelect(asOf) },
  });
  const top = row && head(row);
  if (!row?.publishedAt || !top) return null;
  const [parties, claims, events, { sources, roots }, falsifiers, corrections] = await Promise.all([
    readParties(row.id, asOf),
    readClaims(row.id, asOf),
    readEvents(row.id, asOf),
    readSources(row.id, asOf),
    db().falsifier.findMany({
      where: { disputeId: row.id, ...visible },
      orderBy: { position: "asc" },
      include: { states: { where: visible, orderBy: { publishedAt: "desc" }, take: 1 } },
    }),
    db().correction.findMany({
      where: { disputeId: row.id, ...visible },
      orderBy: { publishedAt: "desc" },
      include: { claim: { select: claimLineSelect(asOf) } },
    }),
  ]);
  const moments = await db().logEntry.findMany({
    where: { subject: { in: [slug, ...claims.map((claim) => claim.slug)] } },
    orderBy: { seq: "desc" },
    select: { at: true },
  });
  return {
    ...top,
    publishedAt: row.publishedAt.toISOString(),
    parties,
    claims,
    events: inOrder(events),
    sources,
    independentRoots: roots,
    falsifiers: falsifiers.map(falsifierView),
    corrections: corrections.map((correction) => {
      const claim = correction.claim && claimLine(correction.claim);
      return correctionView(correction, {
        claim: claim && { slug: claim.slug, text: claim.text },
        dispute: { slug: top.slug, short: top.short },
      });
    }),
    moments: [...new Set(moments.map(({ at }) => at.toISOString()))],
    asOf: asOf?.toISOString() ?? null,
  };
}

/** Dated events in order; an undated one stands just before, or just after, the event it is placed by. */
function inOrder(events: readonly DisputeEvent[]): DisputeEvent[] {
  const ordered = events
    .filter((event) => event.happened !== null)
    .sort((a, b) => compareEdtf(edtf(a.happened ?? ""), edtf(b.happened ?? "")));
  for (const event of events.filter(({ happened }) => happened === null)) {
    const beside = ordered.findIndex(({ id }) => id === (event.before ?? event.after));
    ordered.splice(beside === -1 ? ordered.length : event.before ? beside : beside + 1, 0, event);
  }
  return ordered;
}

export const disputeOn = cache((slug: string) =>
  isSlug(slug)
    ? unstable_cache(() => readDispute(slug), ["dispute", slug], {
        tags: [disputeTags.dispute(slug), disputeTags.record()],
      })()
    : nothing,
);

/** @param moment - RFC 3339 in UTC. What stood in the past stays so; a moment to come changes with the record. */
export const disputeAsOf = cache((slug: string, moment: string) =>
  isSlug(slug)
    ? unstable_cache(() => readDispute(slug, new Date(moment)), ["dispute", slug, moment], {
        tags: [disputeTags.dispute(slug), disputeTags.record()],
      })()
    : nothing,
);

/** All disputes, the newest change first. */
export async function readDisputes(): Promise<DisputeHead[]> {
  const rows = await db().dispute.findMany({ where: publishedBy(null), select: headSelect(null) });
  return rows.flatMap((row) => head(row) ?? []).sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

export const disputes = cache(() =>
  unstable_cache(readDisputes, ["disputes"], { tags: [disputeTags.record()] })(),
);
