import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { bilingualOf } from "../../core/columns.ts";
import { db, oneMoment } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { publishedBy, standing } from "../../core/published.ts";
import { asFields } from "../../desk/form/form.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { claimText } from "../claim/claim.ts";
import { toPublish } from "../seen/seen-queries.ts";
import { answerDue } from "./objection.ts";
import { answerShown } from "./objection-queries.ts";

const claimSelect = { id: true, slug: true, number: true, wordings: standing(null) };

/** Objections that nobody has begun to answer, the oldest first. */
export async function objectionsWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().objection.findMany({
    where: { outcome: null },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: { id: true, receivedAt: true, claim: { select: claimSelect } },
  });
  return rows.map(({ id, receivedAt, claim }) => ({
    id,
    href: `/desk/voices/objections/${id}`,
    title: claimText(claim),
    at: receivedAt.toISOString(),
  }));
}

/** Draft answers, the oldest objection first. */
export async function objectionAnswersWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().objection.findMany({
    where: { outcome: { publishedAt: null } },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: { id: true, receivedAt: true, claim: { select: claimSelect } },
  });
  return rows.map(({ id, receivedAt, claim }) => ({
    id,
    href: `/desk/voices/objections/${id}`,
    title: claimText(claim),
    at: receivedAt.toISOString(),
  }));
}

/** The objections answered last. */
export async function objectionsAnswered(actor: Actor, most = 50) {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().objection.findMany({
    where: { outcome: publishedBy(null) },
    orderBy: { outcome: { publishedAt: "desc" } },
    take: most,
    select: {
      id: true,
      claim: { select: claimSelect },
      outcome: { select: { publishedAt: true, decision: true } },
    },
  });
  return rows.flatMap(({ id, claim, outcome }) =>
    outcome?.publishedAt
      ? {
          id,
          href: `/desk/voices/objections/${id}`,
          title: claimText(claim),
          at: outcome.publishedAt.toISOString(),
          decision: outcome.decision,
        }
      : [],
  );
}

/** One objection with everything the reader sent, and the corrections it may be tied to. Null: none, or not for this role. */
export const objectionFor = async (actor: Actor, id: string) =>
  atLeast(actor, "journalist") && isId(id) ? oneMoment(() => readObjection(actor, id)) : null;

async function readObjection(actor: Actor, id: string) {
  const row = await db().objection.findUnique({
    where: { id },
    include: {
      claim: { select: { ...claimSelect, disputeId: true } },
      evidence: {
        select: {
          id: true,
          excerpt: true,
          excerptLanguage: true,
          source: { select: { titleSv: true, titleEn: true } },
        },
      },
      outcome: true,
    },
  });
  if (!row) return null;
  const corrections = await db().correction.findMany({
    where: {
      ...publishedBy(null),
      OR: [{ claimId: row.claimId }, { claimId: null, disputeId: row.claim.disputeId }],
    },
    orderBy: { publishedAt: "desc" },
    select: { id: true, wrongSv: true, wrongEn: true },
  });
  const { outcome, evidence, claim } = row;
  return {
    id: row.id,
    seen: (await toPublish(answerShown(id)))?.seen ?? "",
    target: row.target,
    sentence: row.sentence,
    version: row.version,
    text: row.text,
    language: row.language,
    contact: row.contact,
    receivedAt: row.receivedAt.toISOString(),
    due: answerDue(row.receivedAt.toISOString()),
    claim: { id: claim.id, slug: claim.slug, number: claim.number, text: claimText(claim) },
    evidence: evidence && {
      id: evidence.id,
      excerpt: evidence.excerpt,
      language: evidence.excerptLanguage,
      source: { sv: evidence.source.titleSv, en: evidence.source.titleEn },
    },
    outcome: outcome && {
      decision: outcome.decision,
      summary: { sv: outcome.summarySv, en: outcome.summaryEn },
      reason: { sv: outcome.reasonSv, en: outcome.reasonEn },
      wordingReason: bilingualOf(outcome.wordingReasonSv, outcome.wordingReasonEn),
      correctionId: outcome.correctionId,
      revision: outcome.revision,
      /** Whoever asks has written in it, and so may not publish it. */
      own: outcome.createdBy === actor.id || (await wroteAmong(actor.id, [id])),
      publishedAt: outcome.publishedAt?.toISOString() ?? null,
    },
    corrections: corrections.map(({ id: correction, wrongSv, wrongEn }) => ({
      id: correction,
      wrong: { sv: wrongSv, en: wrongEn },
    })),
  };
}

export type DeskObjection = NonNullable<Awaited<ReturnType<typeof objectionFor>>>;

/** An answer in the fields of its form; of none, what the form begins with. Null: no objection, or it is answered. */
export async function objectionAnswerFields(actor: Actor, { id }: { readonly id: string }) {
  const objection = await objectionFor(actor, id);
  if (!objection || objection.outcome?.publishedAt) return null;
  if (!objection.outcome) return { fields: {}, revision: 0 };
  const { decision, summary, reason, wordingReason, correctionId, revision } = objection.outcome;
  return { fields: asFields({ decision, summary, reason, wordingReason, correctionId }), revision };
}
