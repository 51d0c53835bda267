import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newestWording, publishedBy } from "../../core/published.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { claimText } from "../claim/claim.ts";
import { seenRow } from "../seen/seen-queries.ts";
import { answerDue } from "./objection.ts";

const claimSelect = { id: true, slug: true, number: true, wordings: newestWording(null) };

/** Objections nobody has answered, the oldest first. */
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

/** The objections answered last. */
export async function objectionsAnswered(actor: Actor, most = 50) {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().objection.findMany({
    where: { outcome: { isNot: null } },
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
  atLeast(actor, "journalist") && isId(id) ? oneMoment(() => readObjection(id)) : null;

async function readObjection(id: string) {
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
    seen: await seenRow("Objection", id),
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
      publishedAt: outcome.publishedAt?.toISOString() ?? null,
    },
    corrections: corrections.map(({ id: correction, wrongSv, wrongEn }) => ({
      id: correction,
      wrong: { sv: wrongSv, en: wrongEn },
    })),
  };
}

export type DeskObjection = NonNullable<Awaited<ReturnType<typeof objectionFor>>>;
