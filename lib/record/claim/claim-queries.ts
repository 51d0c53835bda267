import "server-only";
import { cache } from "react";
import { clock } from "../../core/clock.ts";
import { bilingualOf } from "../../core/columns.ts";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import { isSlug } from "../../core/language/slug.ts";
import { type AsOf, nothing, publishedAsking, publishedBy, standing } from "../../core/published.ts";
import { ASSURANCE_COLUMNS } from "../../intake/assurance/assurance-facts.ts";
import { formerSlugs } from "../address/address-queries.ts";
import { amendmentsOf } from "../amendment/amendment-queries.ts";
import { type Stood, stoodAt } from "../amendment/amendment-stood-queries.ts";
import { correctionsOn } from "../correction/correction-queries.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { quoteView } from "../evidence/evidence-quote.ts";
import { falsifierView } from "../falsifier/falsifier.ts";
import { mergedInto } from "../merge/merge-queries.ts";
import { OBJECTION_COLUMNS, objectionView } from "../objection/objection.ts";
import { namedParty } from "../party/party.ts";
import { rechecksOf } from "../recheck/recheck-queries.ts";
import { lastChanges, lastOf } from "../record-log/record-log-changed-queries.ts";
import { takenDownOf } from "../removal/removal-queries.ts";
import { replyState, type Weighed, weighedIn } from "../reply/reply.ts";
import { requestFacts, requestFactsSelect } from "../reply/reply-facts.ts";
import { sourceEdgesOf } from "../source/source-queries.ts";
import { sourceWithdrawalSelect, sourceWithdrawalView } from "../source/source-withdrawal.ts";
import { clearanceViews } from "../taint/taint.ts";
import { changedSince } from "../taint/taint-queries.ts";
import { shownVerdict } from "../verdict/verdict-schema.ts";
import { withdrawalSelect, withdrawalView } from "../withdrawal/withdrawal.ts";
import type { AppearanceView, ClaimView } from "./claim.ts";
import { claimLine, claimLineSelect } from "./claim-line.ts";
import { claimTags } from "./claim-tags.ts";
import { evidenceView, namedToday } from "./claim-today-queries.ts";

/** A party that has made a claim, as its page names it. */
const claimantSelect = (asOf: AsOf) => ({
  id: true,
  slug: true,
  kind: true,
  wordings: standing(asOf),
  roles: { where: publishedBy(asOf) },
});
/** A source in which a claim was made. */
const citedSelect = (asOf: AsOf) => ({
  ...{ id: true, titleSv: true, titleEn: true, language: true, url: true, producerId: true },
  producer: { select: { id: true, slug: true, wordings: standing(asOf) } },
});

/** Everything of a claim that was public at a moment. */
function findClaim(slug: string, asOf: AsOf) {
  const visible = publishedBy(asOf);
  const party = { select: { slug: true, wordings: standing(asOf) } };
  return db().claim.findFirst({
    where: { slug, ...visible },
    select: {
      ...claimLineSelect(asOf),
      id: true,
      publishedAt: true,
      verdicts: {
        where: visible,
        orderBy: { version: "desc" },
        include: {
          withdrawals: withdrawalSelect(asOf),
          clearances: { where: visible, orderBy: [{ publishedAt: "asc" }, { id: "asc" }] },
        },
      },
      dispute: {
        select: {
          id: true,
          slug: true,
          demonstration: true,
          wordings: standing(asOf),
          _count: { select: { claims: { where: visible } } },
        },
      },
      appearances: {
        where: visible,
        orderBy: { id: "asc" },
        include: {
          party: { select: claimantSelect(asOf) },
          source: { select: citedSelect(asOf) },
        },
      },
      evidence: {
        where: visible,
        orderBy: { id: "asc" },
        include: {
          snapshot: {
            select: {
              publishedAt: true,
              mediaType: true,
              concerns: true,
              _count: { select: { pages: true } },
            },
          },
          source: {
            select: {
              ...{ id: true, titleSv: true, titleEn: true, url: true, producerId: true },
              snapshots: { where: visible, include: ASSURANCE_COLUMNS },
              withdrawals: sourceWithdrawalSelect(asOf),
            },
          },
        },
      },
      requests: {
        where: visible,
        orderBy: { id: "asc" },
        include: {
          ...{ party, ...requestFactsSelect(asOf) },
          replies: { where: visible, orderBy: { receivedAt: "asc" } },
        },
      },
      relations: {
        where: { ...visible, to: visible },
        select: { id: true, kind: true, to: { select: { id: true, ...claimLineSelect(asOf) } } },
      },
      relatedBy: {
        where: { ...visible, from: visible },
        select: { id: true, kind: true, from: { select: { id: true, ...claimLineSelect(asOf) } } },
      },
      falsifiers: {
        where: visible,
        select: {
          falsifier: { include: { states: { where: visible, orderBy: { publishedAt: "desc" }, take: 1 } } },
        },
      },
      objections: {
        where: { outcome: visible },
        orderBy: { outcome: { publishedAt: "desc" } },
        select: OBJECTION_COLUMNS,
      },
    },
  });
}

type ClaimRow = NonNullable<Awaited<ReturnType<typeof findClaim>>>;

/** What of a claim has been corrected since a moment is as it was then: what its page shows, each with what it names. */
async function asItStood(row: ClaimRow, stood: Stood, asOf: AsOf): Promise<ClaimRow> {
  if (!asOf) return row;
  const appearances = row.appearances.map(stood);
  const parties = await db().party.findMany({
    where: { id: { in: appearances.map(({ partyId }) => partyId) } },
    select: claimantSelect(asOf),
  });
  const sources = await db().source.findMany({
    where: { id: { in: appearances.map(({ sourceId }) => sourceId) } },
    select: citedSelect(asOf),
  });
  const cited = sources.map(stood);
  const producers = await db().party.findMany({
    where: { id: { in: cited.flatMap(({ producerId }) => producerId ?? []) } },
    select: claimantSelect(asOf),
  });
  return {
    ...stood(row),
    appearances: appearances.map((each) => {
      const party = parties.find(({ id }) => id === each.partyId) ?? each.party;
      const source = cited.find(({ id }) => id === each.sourceId) ?? each.source;
      return {
        ...each,
        party: { ...stood(party), roles: party.roles.map(stood) },
        source: { ...source, producer: producers.find(({ id }) => id === source.producerId) ?? null },
      };
    }),
    evidence: row.evidence.map((piece) => ({ ...stood(piece), source: stood(piece.source) })),
    relations: row.relations.map((each) => ({ ...stood(each), to: stood(each.to) })),
    relatedBy: row.relatedBy.map((each) => ({ ...stood(each), from: stood(each.from) })),
    falsifiers: row.falsifiers.map(({ falsifier }) => ({ falsifier: stood(falsifier) })),
  };
}

/** The rows beside the claim itself whose corrections its page tells. */
const shownWith = (row: ClaimRow): string[] => [
  ...row.appearances.map(({ sourceId }) => sourceId),
  ...row.evidence.flatMap(({ sourceId, originId }) => [sourceId, originId ?? []].flat()),
  ...row.relatedBy.map(({ id }) => id),
  ...row.falsifiers.map(({ falsifier }) => falsifier.id),
  ...row.appearances.flatMap(({ party }) =>
    party.roles.filter(({ disputeId }) => disputeId === row.dispute.id).map(({ id }) => id),
  ),
];

/** Reads a claim as it stands, or stood at a moment. Null: no such claim was public. */
export async function readClaim(slug: string, asOf: AsOf = null): Promise<ClaimView | null> {
  if (!isSlug(slug)) return null;
  const found = await findClaim(slug, asOf);
  const stood = found && (await stoodAt(found.dispute.id, asOf));
  const row = found && stood && (await asItStood(found, stood, asOf));
  const wording = row?.wordings[0];
  const disputeWording = row?.dispute.wordings[0];
  if (!stood || !row?.publishedAt || !wording || !disputeWording) return null;

  const versions = row.verdicts.map((verdict) => ({
    ...verdict,
    frozen: shownVerdict.parse(verdict.frozen),
    withdrawn: withdrawalView(verdict.withdrawals),
    cleared: clearanceViews(verdict.clearances),
  }));
  const [current] = versions;
  const weighed = new Set(current?.frozen.evidence.map((piece) => piece.id));
  const formerly = await formerSlugs(row.requests.map(({ partyId }) => partyId));
  const weighedThere = weighedIn(current?.frozen ?? null);
  const dispute = {
    slug: row.dispute.slug,
    title: { sv: disputeWording.titleSv, en: disputeWording.titleEn },
    short: { sv: disputeWording.shortSv, en: disputeWording.shortEn },
    demonstration: row.dispute.demonstration,
    timeZone: disputeWording.timeZone,
  };
  const line = claimLine(row);
  const since = await sinceThen(row, asOf);
  const shown = shownWith(row);
  const amendments = await amendmentsOf({ claimId: row.id, rowIds: shown }, asOf);
  const corrections = await correctionsOn({ claimId: row.id, rowIds: shown }, asOf);

  return {
    ...line,
    restatedBy: { sv: wording.restatedBySv, en: wording.restatedByEn },
    wordingVersion: wording.version,
    publishedAt: row.publishedAt.toISOString(),
    changedAt: lastOf(
      await lastChanges([row.id], asOf),
      [row.id],
      ...[row.publishedAt, ...became(since)],
    ).toISOString(),
    claimsInDispute: row.dispute._count.claims,
    dispute,
    appearances: row.appearances.map((appearance) => appearanceView(appearance, row.dispute.id)),
    verdict: current ? { frozen: current.frozen, hash: current.hash, withdrawn: current.withdrawn } : null,
    today: current
      ? await namedToday(current.frozen, row.evidence, stood, asOf)
      : { evidence: [], parties: [] },
    versions: versions.map((verdict) => ({
      version: verdict.version,
      rating: verdict.rating,
      publishedAt: verdict.publishedAt.toISOString(),
      hash: verdict.hash,
      changeReason: verdict.frozen.changeReason,
      withdrawn: verdict.withdrawn,
      clearances: verdict.cleared,
    })),
    sourceEdges: await sourceEdgesOf(row.dispute.id, asOf, stood),
    quotes: Object.fromEntries(row.evidence.map((piece) => [piece.id, quoteView(piece)])),
    unweighed: row.evidence.filter((piece) => !weighed.has(piece.id)).map(evidenceView),
    ...since,
    requests: row.requests.map((request) =>
      requestView(request, asOf, (reply) =>
        weighedThere([request.party.slug, ...(formerly.get(request.partyId) ?? [])], reply),
      ),
    ),
    related: [
      ...row.relations.map(({ kind, to }) => ({ kind, incoming: false, claim: claimLine(to) })),
      ...row.relatedBy.map(({ kind, from }) => ({ kind, incoming: true, claim: claimLine(from) })),
    ].sort((a, b) => a.claim.number - b.claim.number),
    falsifiers: row.falsifiers
      .map(({ falsifier }) => falsifier)
      .sort((a, b) => a.position - b.position)
      .map(falsifierView),
    corrections,
    amendments,
    objections: row.objections.flatMap(objectionView),
    takenDown: await takenDownOf([row.id]),
    merged: await mergedInto(row.id, asOf),
  };
}

/** What has become of the evidence since it was published, and what that means for the verdict. */
async function sinceThen(row: ClaimRow, asOf: AsOf) {
  const withdrawn = row.evidence.flatMap(({ source }) => sourceWithdrawalView(source.withdrawals) ?? []);
  return {
    rechecks: await rechecksOf(
      row.evidence.map(({ id }) => id),
      asOf,
    ),
    withdrawnSources: [...new Map(withdrawn.map((each) => [each.sourceId, each])).values()],
    ...(await changedSince(row.id, asOf)),
  };
}

/** When what the page shows was seen to have become another: of some of it the log says nothing. */
const became = ({ rechecks, taints }: Awaited<ReturnType<typeof sinceThen>>): Date[] =>
  [...rechecks.flatMap(({ seen }) => seen?.since ?? []), ...taints.map(({ at }) => at)].map(
    (moment) => new Date(moment),
  );

function appearanceView(appearance: ClaimRow["appearances"][number], disputeId: string): AppearanceView {
  const role = appearance.party.roles.find((each) => each.disputeId === disputeId);
  const { id, mode, quote, quoteLanguage, verbatim, paragraph, charStart, charEnd, happened, known } =
    appearance;
  return {
    ...{ id, mode, quote, quoteLanguage, verbatim, paragraph, charStart, charEnd, happened, known },
    party: { ...namedParty(appearance.party), kind: appearance.party.kind },
    role: role ? { sv: role.titleSv, en: role.titleEn } : null,
    source: {
      id: appearance.source.id,
      title: { sv: appearance.source.titleSv, en: appearance.source.titleEn },
      language: appearance.source.language,
      url: appearance.source.url,
      producer: appearance.source.producer && namedParty(appearance.source.producer),
    },
    dateNote: bilingualOf(appearance.dateNoteSv, appearance.dateNoteEn),
  };
}

function requestView(
  request: ClaimRow["requests"][number],
  asOf: AsOf,
  weighed: (reply: { text: string; receivedAt: string }) => Weighed,
): ClaimView["requests"][number] {
  const facts = requestFacts(request, request.replies.length, asOf);
  const question = publishedAsking(request.asking, asOf)?.question;
  return {
    party: namedParty(request.party),
    state: replyState(facts, (asOf ?? clock.now()).toISOString()),
    // A party that has been asked since is no longer one that was not.
    reasonNotAsked:
      facts.askedAt === null ? bilingualOf(request.reasonNotAskedSv, request.reasonNotAskedEn) : null,
    inSources: { sv: request.inSourcesSv, en: request.inSourcesEn },
    askedAt: facts.askedAt,
    sentAt: facts.sentAt,
    sentWay: facts.sentWay,
    deadline: facts.deadline,
    question: question && request.asking ? { text: question, language: request.asking.language } : null,
    replies: request.replies.map(({ text, language, receivedAt, way, publisherSv, publisherEn }) => {
      const reply = { text, language, receivedAt: receivedAt.toISOString() };
      return {
        ...reply,
        ...{ way, publishedBy: bilingualOf(publisherSv, publisherEn) },
        ...weighed(reply),
      };
    }),
    declined: facts.declined,
  };
}

/** The claim on its public page, kept until its tag expires. */
export const claimOn = cache((slug: string) =>
  isSlug(slug)
    ? kept(["claim", slug], [claimTags.claim(slug), disputeTags.everything()], () => readClaim(slug))
    : nothing,
);
