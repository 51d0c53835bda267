import "server-only";
import { unstable_cache } from "next/cache";
import { cache } from "react";
import { correctionVersion, correctionView } from "../correction/correction.ts";
import { db } from "../db.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { falsifierView } from "../falsifier/falsifier.ts";
import { isSlug } from "../language/slug.ts";
import { OBJECTION_COLUMNS, objectionView } from "../objection/objection.ts";
import { namedParty } from "../party/party.ts";
import { type AsOf, newestWording, publishedAsking, publishedBy } from "../published.ts";
import type { Rating } from "../rating/rating.ts";
import { heardIn, replyState } from "../reply/reply.ts";
import { frozenVerdict } from "../verdict/verdict-schema.ts";
import { withdrawalSelect, withdrawalView } from "../withdrawal/withdrawal.ts";
import type { ClaimLine, ClaimView, VerdictView } from "./claim.ts";
import { claimTags } from "./claim-tags.ts";

/** For an address that cannot be one of ours: it is not looked up, and leaves no entry in any cache. */
const nothing = Promise.resolve(null);

/** What a claim needs to stand in a list. */
export const claimLineSelect = (asOf: AsOf) => ({
  slug: true,
  number: true,
  kind: true,
  wordings: newestWording(asOf),
  verdicts: {
    where: publishedBy(asOf),
    orderBy: { version: "desc" as const },
    take: 1,
    select: { rating: true, withdrawals: withdrawalSelect(asOf) },
  },
});

interface LineRow {
  slug: string;
  number: number;
  kind: ClaimLine["kind"];
  wordings: { textSv: string; textEn: string; shortSv: string; shortEn: string }[];
  verdicts: { rating: Rating; withdrawals: Parameters<typeof withdrawalView>[0] }[];
}

export function claimLine({ slug, number, kind, wordings: [wording], verdicts }: LineRow): ClaimLine {
  const [verdict] = verdicts;
  const withdrawn = verdict !== undefined && withdrawalView(verdict.withdrawals) !== null;
  return {
    slug,
    number,
    kind,
    text: { sv: wording?.textSv ?? slug, en: wording?.textEn ?? slug },
    short: { sv: wording?.shortSv ?? slug, en: wording?.shortEn ?? slug },
    rating: withdrawn ? null : (verdict?.rating ?? null),
    withdrawn,
  };
}

/** Reads a claim as it stands, or stood at a moment. Null: no such claim was public. */
export async function readClaim(slug: string, asOf: AsOf = null): Promise<ClaimView | null> {
  if (!isSlug(slug)) return null;
  const visible = publishedBy(asOf);
  const party = { select: { slug: true, wordings: newestWording(asOf) } };
  const row = await db().claim.findFirst({
    where: { slug, ...visible },
    select: {
      ...claimLineSelect(asOf),
      publishedAt: true,
      verdicts: {
        where: visible,
        orderBy: { version: "desc" },
        include: { withdrawals: withdrawalSelect(asOf) },
      },
      dispute: {
        select: {
          id: true,
          slug: true,
          demonstration: true,
          wordings: newestWording(asOf),
          _count: { select: { claims: { where: visible } } },
        },
      },
      appearances: {
        where: visible,
        orderBy: { id: "asc" },
        include: {
          party: { select: { ...party.select, kind: true, roles: { where: visible } } },
          source: {
            select: { id: true, titleSv: true, titleEn: true, language: true, url: true, producer: party },
          },
        },
      },
      evidence: {
        where: visible,
        orderBy: { id: "asc" },
        include: { source: { select: { id: true, titleSv: true, titleEn: true } } },
      },
      requests: {
        where: visible,
        orderBy: { id: "asc" },
        include: { party, asking: true, replies: { where: visible, orderBy: { receivedAt: "asc" } } },
      },
      relations: {
        where: { ...visible, to: visible },
        select: { kind: true, to: { select: claimLineSelect(asOf) } },
      },
      relatedBy: {
        where: { ...visible, from: visible },
        select: { kind: true, from: { select: claimLineSelect(asOf) } },
      },
      falsifiers: {
        where: visible,
        select: {
          falsifier: { include: { states: { where: visible, orderBy: { publishedAt: "desc" }, take: 1 } } },
        },
      },
      corrections: { where: visible, orderBy: { publishedAt: "desc" }, include: correctionVersion },
      objections: {
        where: { outcome: visible },
        orderBy: { outcome: { publishedAt: "desc" } },
        select: OBJECTION_COLUMNS,
      },
    },
  });
  const wording = row?.wordings[0];
  const disputeWording = row?.dispute.wordings[0];
  if (!row?.publishedAt || !wording || !disputeWording) return null;

  const versions = row.verdicts.map((verdict) => ({
    ...verdict,
    frozen: frozenVerdict.parse(verdict.frozen),
    withdrawn: withdrawalView(verdict.withdrawals),
  }));
  const [current] = versions;
  const weighed = new Set(current?.frozen.evidence.map((piece) => piece.id));
  const heard = heardIn(current?.frozen.replies ?? []);
  const now = (asOf ?? new Date()).toISOString();
  const dispute = {
    slug: row.dispute.slug,
    title: { sv: disputeWording.titleSv, en: disputeWording.titleEn },
    short: { sv: disputeWording.shortSv, en: disputeWording.shortEn },
    demonstration: row.dispute.demonstration,
  };
  const line = claimLine(row);
  const changes = [
    row.publishedAt,
    ...row.verdicts.map((verdict) => verdict.publishedAt),
    ...[
      ...[...row.evidence, ...row.corrections, ...row.requests],
      ...row.verdicts.flatMap(({ withdrawals }) => withdrawals),
      ...row.objections.flatMap(({ outcome }) => outcome ?? []),
      ...row.requests.flatMap(({ asking, replies }) => [publishedAsking(asking, asOf) ?? [], replies].flat()),
    ].flatMap((item) => item.publishedAt ?? []),
  ];

  return {
    ...line,
    restatedBy: { sv: wording.restatedBySv, en: wording.restatedByEn },
    wordingVersion: wording.version,
    publishedAt: row.publishedAt.toISOString(),
    changedAt: new Date(Math.max(...changes.map(Number))).toISOString(),
    claimsInDispute: row.dispute._count.claims,
    dispute,
    appearances: row.appearances.map((appearance) => {
      const role = appearance.party.roles.find((each) => each.disputeId === row.dispute.id);
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
        dateNote:
          appearance.dateNoteSv === null || appearance.dateNoteEn === null
            ? null
            : { sv: appearance.dateNoteSv, en: appearance.dateNoteEn },
      };
    }),
    verdict: current ? { frozen: current.frozen, hash: current.hash, withdrawn: current.withdrawn } : null,
    versions: versions.map((verdict) => ({
      version: verdict.version,
      rating: verdict.rating,
      publishedAt: verdict.publishedAt.toISOString(),
      hash: verdict.hash,
      changeReason: verdict.frozen.changeReason,
      withdrawn: verdict.withdrawn,
    })),
    unweighed: row.evidence
      .filter((piece) => !weighed.has(piece.id))
      .map((piece) => ({
        id: piece.id,
        stance: piece.stance,
        excerpt: piece.excerpt,
        language: piece.excerptLanguage,
        paragraph: piece.paragraph,
        charStart: piece.charStart,
        charEnd: piece.charEnd,
        note: { sv: piece.noteSv, en: piece.noteEn },
        source: { id: piece.source.id, title: { sv: piece.source.titleSv, en: piece.source.titleEn } },
        publishedAt: (piece.publishedAt ?? row.publishedAt ?? new Date(0)).toISOString(),
      })),
    requests: row.requests.map((request) => {
      const asking = publishedAsking(request.asking, asOf);
      return {
        party: namedParty(request.party),
        state: replyState(
          { answered: request.replies.length > 0, deadline: asking?.deadline.toISOString() ?? null },
          now,
        ),
        // A party that has been asked since is no longer one that was not.
        reasonNotAsked:
          asking || request.reasonNotAskedSv === null || request.reasonNotAskedEn === null
            ? null
            : { sv: request.reasonNotAskedSv, en: request.reasonNotAskedEn },
        inSources: { sv: request.inSourcesSv, en: request.inSourcesEn },
        askedAt: asking?.askedAt.toISOString() ?? null,
        deadline: asking?.deadline.toISOString() ?? null,
        question: asking?.question ? { text: asking.question, language: asking.language } : null,
        replies: request.replies.map(({ text, language, receivedAt }) => {
          const reply = { text, language, receivedAt: receivedAt.toISOString() };
          return { ...reply, unweighed: current !== undefined && !heard(request.party.slug, reply) };
        }),
      };
    }),
    related: [
      ...row.relations.map(({ kind, to }) => ({ kind, incoming: false, claim: claimLine(to) })),
      ...row.relatedBy.map(({ kind, from }) => ({ kind, incoming: true, claim: claimLine(from) })),
    ].sort((a, b) => a.claim.number - b.claim.number),
    falsifiers: row.falsifiers
      .map(({ falsifier }) => falsifier)
      .sort((a, b) => a.position - b.position)
      .map(falsifierView),
    corrections: row.corrections.map((correction) =>
      correctionView(correction, {
        claim: { slug: line.slug, text: line.text },
        dispute: { slug: dispute.slug, short: dispute.short },
      }),
    ),
    objections: row.objections.flatMap(objectionView),
  };
}

/** The claim on its public page, kept until its tag expires. */
export const claimOn = cache((slug: string) =>
  isSlug(slug)
    ? unstable_cache(() => readClaim(slug), ["claim", slug], {
        tags: [claimTags.claim(slug), disputeTags.everything()],
      })()
    : nothing,
);

/** One frozen version of the verdict on a claim. */
export async function readVersion(slug: string, version: number): Promise<VerdictView | null> {
  if (!isSlug(slug)) return null;
  const row = await db().verdict.findFirst({
    where: { version, claim: { slug, publishedAt: { not: null } } },
    select: { frozen: true, hash: true, withdrawals: withdrawalSelect(null) },
  });
  return (
    row && {
      frozen: frozenVerdict.parse(row.frozen),
      hash: row.hash,
      withdrawn: withdrawalView(row.withdrawals),
    }
  );
}

export const versionOn = cache((slug: string, version: number) =>
  isSlug(slug)
    ? unstable_cache(() => readVersion(slug, version), ["verdict", slug, String(version)], {
        tags: [claimTags.claim(slug), disputeTags.everything()],
      })()
    : nothing,
);

/** The slugs of the claims with the newest verdicts that stand; those of one moment in the order of their dispute. */
export async function readLatestVerdicts(count: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ slug: string }[]>`
    SELECT c."slug" FROM "Verdict" v JOIN "Claim" c ON c."id" = v."claimId"
    WHERE NOT EXISTS (SELECT 1 FROM "Verdict" n WHERE n."claimId" = v."claimId" AND n."version" > v."version")
      AND NOT EXISTS (SELECT 1 FROM "Withdrawal" w WHERE w."verdictId" = v."id" AND w."publishedAt" IS NOT NULL)
    ORDER BY v."publishedAt" DESC, c."number" LIMIT ${count}`;
  return rows.map(({ slug }) => slug);
}

export const latestVerdicts = cache((count: number) =>
  unstable_cache(() => readLatestVerdicts(count), ["latest-verdicts", String(count)], {
    tags: [disputeTags.record(), disputeTags.everything()],
  })(),
);
