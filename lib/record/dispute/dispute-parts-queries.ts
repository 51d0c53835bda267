import "server-only";
import { clock } from "../../core/clock.ts";
import { bilingualOf } from "../../core/columns.ts";
import { db } from "../../core/db.ts";
import { inOrder } from "../../core/edtf/edtf-order.ts";
import { type AsOf, publishedBy, standing } from "../../core/published.ts";
import type { Stood } from "../amendment/amendment-stood-queries.ts";
import { claimLine, claimLineSelect } from "../claim/claim-line.ts";
import { namedParty } from "../party/party.ts";
import { replyState } from "../reply/reply.ts";
import { requestFacts, requestFactsSelect } from "../reply/reply-facts.ts";
import { independence } from "../source/source.ts";
import { readGraphs } from "../source/source-graph-queries.ts";
import { withdrawalSelect, withdrawalView } from "../withdrawal/withdrawal.ts";
import type { DisputeClaim, DisputeEvent, DisputeParty, DisputeSource } from "./dispute.ts";

/** What parties are called in addresses, by their ids. */
async function slugsOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string | null, string>> {
  const id = { in: [...new Set(ids.filter((each) => each !== null))] };
  const rows = await db().party.findMany({ where: { id }, select: { id: true, slug: true } });
  return new Map(rows.map((row) => [row.id, row.slug]));
}

/** The parties of a dispute, each with its side, its role and what it says. */
export async function readParties(disputeId: string, asOf: AsOf, stood: Stood): Promise<DisputeParty[]> {
  const rows = await db().partyRole.findMany({
    where: { disputeId, ...publishedBy(asOf) },
    orderBy: { position: "asc" },
    include: {
      party: {
        select: { id: true, slug: true, kind: true, partOfId: true, wordings: standing(asOf) },
      },
    },
  });
  const roles = rows.map((row) => ({ ...stood(row), party: stood(row.party) }));
  const bodies = await slugsOf(roles.map(({ party }) => party.partOfId));
  return roles.map(({ id, party, side, titleSv, titleEn, saysSv, saysEn }) => ({
    ...namedParty(party),
    ...{ roleId: id, partyId: party.id },
    kind: party.kind,
    side,
    role: { sv: titleSv, en: titleEn },
    says: { sv: saysSv, en: saysEn },
    body: bodies.get(party.partOfId) ?? null,
  }));
}

/** The claims by number, each with its newest verdict, where it was made, and who was asked to reply. */
export async function readClaims(disputeId: string, asOf: AsOf, stood: Stood): Promise<DisputeClaim[]> {
  const visible = publishedBy(asOf);
  const line = claimLineSelect(asOf);
  const rows = await db().claim.findMany({
    where: { disputeId, ...visible },
    orderBy: { number: "asc" },
    select: {
      ...line,
      id: true,
      verdicts: {
        ...line.verdicts,
        select: {
          ...line.verdicts.select,
          version: true,
          publishedAt: true,
          conclusionSv: true,
          conclusionEn: true,
        },
      },
      appearances: {
        where: visible,
        orderBy: { id: "asc" },
      },
      requests: {
        where: visible,
        orderBy: { id: "asc" },
        include: {
          party: { select: { slug: true } },
          ...requestFactsSelect(asOf),
          replies: { where: visible, orderBy: { receivedAt: "asc" } },
        },
      },
      relations: {
        where: { ...visible, to: visible },
        select: { id: true, kind: true, to: { select: { number: true } } },
      },
    },
  });
  const appearances = new Map(rows.map((row) => [row.id, row.appearances.map(stood)]));
  const made = await madeBy([...appearances.values()].flat(), stood);
  const versions = Map.groupBy(
    await db().verdict.findMany({
      where: { claim: { disputeId }, ...visible },
      orderBy: { version: "asc" },
      select: {
        ...{ version: true, rating: true, publishedAt: true, withdrawals: withdrawalSelect(asOf) },
        claim: { select: { number: true } },
      },
    }),
    ({ claim }) => claim.number,
  );
  const now = (asOf ?? clock.now()).toISOString();
  return rows.map((row) => {
    const [verdict] = row.verdicts;
    const claim = claimLine(stood(row));
    return {
      ...claim,
      conclusion: verdict && !claim.withdrawn ? { sv: verdict.conclusionSv, en: verdict.conclusionEn } : null,
      version: verdict?.version ?? null,
      verdictAt: verdict?.publishedAt.toISOString() ?? null,
      withdrawal: verdict ? withdrawalView(verdict.withdrawals) : null,
      versions: (versions.get(row.number) ?? []).map(({ version, rating, publishedAt, withdrawals }) => ({
        ...{ version, rating, publishedAt: publishedAt.toISOString() },
        withdrawal: withdrawalView(withdrawals),
      })),
      appearances: (appearances.get(row.id) ?? []).map((appearance) => ({
        id: appearance.id,
        ...made(appearance),
        mode: appearance.mode,
        happened: appearance.happened,
        known: appearance.known,
        dateNote: bilingualOf(appearance.dateNoteSv, appearance.dateNoteEn),
        paragraph: appearance.paragraph,
        quote: quoteOf(appearance),
      })),
      requests: row.requests.map((request) => {
        const facts = requestFacts(request, request.replies.length, asOf);
        return {
          id: request.id,
          party: request.party.slug,
          state: replyState(facts, now),
          askedAt: facts.askedAt,
          sentAt: facts.sentAt,
          deadline: facts.deadline,
          declined: facts.declined,
          answeredAt: request.replies[0]?.receivedAt.toISOString() ?? null,
          answerKnownAt: request.replies[0]?.publishedAt?.toISOString() ?? null,
          reasonNotAsked:
            facts.askedAt === null ? bilingualOf(request.reasonNotAskedSv, request.reasonNotAskedEn) : null,
          inSources: { sv: request.inSourcesSv, en: request.inSourcesEn },
        };
      }),
      relations: row.relations.map(stood).map(({ kind, to }) => ({ kind, to: to.number })),
    };
  });
}

const quoteOf = ({
  quote,
  quoteLanguage,
  sourceId,
}: {
  readonly quote: string | null;
  readonly quoteLanguage: string | null;
  readonly sourceId: string;
}) => (quote === null ? null : { words: quote, language: quoteLanguage ?? "sv", source: sourceId });

interface Made {
  readonly partyId: string;
  readonly sourceId: string;
}

/** Who made a claim there, and who relates it, when that is another. */
async function madeBy(appearances: readonly Made[], stood: Stood) {
  const sources = await db().source.findMany({
    where: { id: { in: [...new Set(appearances.map(({ sourceId }) => sourceId))] } },
    select: { id: true, producerId: true },
  });
  const producers = new Map(sources.map(stood).map(({ id, producerId }) => [id, producerId]));
  const slugs = await slugsOf([...appearances.map(({ partyId }) => partyId), ...producers.values()]);
  return ({ partyId, sourceId }: Made) => {
    const producerId = producers.get(sourceId) ?? null;
    return {
      party: slugs.get(partyId) ?? "",
      relatedBy: producerId !== null && producerId !== partyId ? (slugs.get(producerId) ?? null) : null,
    };
  };
}

/** The events in the order they happened. */
export async function readEvents(disputeId: string, asOf: AsOf, stood: Stood): Promise<DisputeEvent[]> {
  const rows = await db().event.findMany({
    where: { disputeId, ...publishedBy(asOf) },
    orderBy: { id: "asc" },
  });
  const those = rows.map(stood);
  const parties = await slugsOf(those.flatMap(({ actorId, targetId }) => [actorId, targetId]));
  const events = those.map((row) => ({
    id: row.id,
    text: { sv: row.textSv, en: row.textEn },
    short: { sv: row.shortSv, en: row.shortEn },
    actor: parties.get(row.actorId) ?? "",
    target: parties.get(row.targetId) ?? null,
    happened: row.happened,
    known: row.known,
    dateNote: bilingualOf(row.dateNoteSv, row.dateNoteEn),
    before: row.beforeId,
    after: row.afterId,
    answers: row.answersId,
  }));
  return inOrder(events, ({ id, happened, before, after }) => ({ id, date: happened, before, after }));
}

/** The sources, which of them are roots, and how many independent roots the evidence has. */
export async function readSources(
  disputeId: string,
  asOf: AsOf,
  stood: Stood,
): Promise<{ sources: DisputeSource[]; roots: number }> {
  const visible = publishedBy(asOf);
  const rows = await db().source.findMany({
    where: { disputeId, ...visible },
    orderBy: { id: "asc" },
    include: {
      snapshots: { where: visible, select: { id: true } },
      withdrawals: { ...withdrawalSelect(asOf), orderBy: { publishedAt: "asc" }, take: 1 },
      evidence: { where: visible, select: { id: true, sourceId: true, originId: true } },
    },
  });
  const those = rows.map(stood);
  const graph = (await readGraphs([disputeId], () => visible, stood)).get(disputeId)?.graph;
  const { roots } = independence(
    graph ?? { sources: [], edges: [] },
    rows.flatMap((row) => row.evidence.map(stood)),
  );
  return {
    sources: those.map((row) => ({
      id: row.id,
      title: { sv: row.titleSv, en: row.titleEn },
      note: { sv: row.noteSv, en: row.noteEn },
      held: row.snapshots.length > 0,
      isRoot: roots.flat().includes(row.id),
      withdrawn: withdrawalView(row.withdrawals),
    })),
    roots: roots.length,
  };
}
