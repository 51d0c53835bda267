import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { swedishDay } from "../../core/date-words/date-words.ts";
import { db, oneMoment } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { momentOfId } from "../../core/moment-of-id.ts";
import { standing } from "../../core/published.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { isAmendable } from "../amendment/amendment.ts";
import { belongsTo, isPublic, placesOf } from "../amendment/amendment-place-queries.ts";
import { atDesk } from "../amendment/amendment-stood-queries.ts";
import { claimText } from "../claim/claim.ts";
import { disputeTitle } from "../dispute/dispute.ts";
import { seenRow } from "../seen/seen-queries.ts";
import { aboutOf } from "./correction.ts";
import type { NewCorrection } from "./correction-schema.ts";

const published = { publishedAt: { not: null } };
const claimSelect = {
  id: true,
  slug: true,
  number: true,
  wordings: standing(null),
  verdicts: { orderBy: { version: "desc" as const }, select: { version: true, publishedAt: true } },
};
const disputeSelect = { id: true, slug: true, wordings: standing(null) };

interface ClaimRow {
  id: string;
  slug: string;
  number: number;
  wordings: { textSv: string; textEn: string }[];
  verdicts: { version: number; publishedAt: Date }[];
}
interface DisputeRow {
  id: string;
  slug: string;
  wordings: { titleSv: string; titleEn: string }[];
}

const subject = (dispute: DisputeRow, claim: ClaimRow | null) => ({
  dispute: {
    id: dispute.id,
    slug: dispute.slug,
    title: disputeTitle(dispute),
  },
  claim: claim && {
    id: claim.id,
    slug: claim.slug,
    number: claim.number,
    text: claimText(claim),
    versions: claim.verdicts.map(({ version, publishedAt }) => ({
      version,
      publishedAt: publishedAt.toISOString(),
    })),
  },
});

export type CorrectionSubject = ReturnType<typeof subject>;

/** The published row that somebody wants to correct in words, with the claim or dispute it is in. Null: none, or not for this role. */
export async function correctionSubjectAbout(actor: Actor, table: string, rowId: string) {
  if (!atLeast(actor, "journalist") || !isId(rowId) || !isAmendable(table)) return null;
  const of = (await placesOf([{ table, rowId }], atDesk)).get(rowId);
  const belongs = of && (await isPublic(table, rowId)) ? await belongsTo(table, rowId) : null;
  if (!of || !belongs) return null;
  const { claimId, disputeId } = belongs;
  const within = await correctionSubject(actor, claimId === null ? { disputeId } : { claimId });
  return within && { ...within, about: { table, rowId, words: of.words } };
}

/** The published claim or dispute that somebody wants to correct. Null: none, or not for this role. */
export async function correctionSubject(
  actor: Actor,
  of: { readonly claimId: string } | { readonly disputeId: string },
): Promise<CorrectionSubject | null> {
  if (!atLeast(actor, "journalist")) return null;
  if ("claimId" in of) {
    if (!isId(of.claimId)) return null;
    const claim = await db().claim.findFirst({
      where: { id: of.claimId, ...published },
      select: { ...claimSelect, dispute: { select: disputeSelect } },
    });
    return claim && subject(claim.dispute, claim);
  }
  if (!isId(of.disputeId)) return null;
  const dispute = await db().dispute.findFirst({
    where: { id: of.disputeId, ...published },
    select: disputeSelect,
  });
  return dispute && subject(dispute, null);
}

const include = {
  claim: { select: claimSelect },
  dispute: { select: disputeSelect },
  verdict: { select: { version: true } },
};

/** One correction, draft or published. Null: none, or not for this role. */
export const correctionFor = async (actor: Actor, id: string) =>
  atLeast(actor, "journalist") && isId(id) ? oneMoment(() => readCorrection(actor, id)) : null;

async function readCorrection(actor: Actor, id: string) {
  const row = await db().correction.findUnique({ where: { id }, include });
  if (!row) return null;
  const correction: NewCorrection = {
    disputeId: row.disputeId,
    claimId: row.claimId,
    version: row.verdict?.version ?? null,
    about: aboutOf(row),
    wrong: { sv: row.wrongSv, en: row.wrongEn },
    found: { sv: row.foundSv, en: row.foundEn },
    wrongSince: swedishDay(row.wrongSince.toISOString()),
    changesVerdict: row.changesVerdict,
  };
  return {
    id: row.id,
    revision: row.revision,
    seen: await seenRow("Correction", id),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    wrongSince: row.wrongSince.toISOString(),
    /** Whoever asks has written in it, and so may not publish it. */
    own: row.createdBy === actor.id || (await wroteAmong(actor.id, [id])),
    correction,
    ...subject(row.dispute, row.claim),
  };
}

export type DeskCorrection = NonNullable<Awaited<ReturnType<typeof correctionFor>>>;

interface LineRow {
  id: string;
  wrongSv: string;
  wrongEn: string;
  wrongSince: Date;
  publishedAt: Date | null;
}

const line = (row: LineRow) => ({
  id: row.id,
  href: `/desk/corrections/${row.id}`,
  title: { sv: row.wrongSv || row.wrongEn, en: row.wrongEn || row.wrongSv },
  publishedAt: row.publishedAt?.toISOString() ?? null,
});

/** Every correction of one claim, drafts first, then the newest. */
export async function correctionsOf(actor: Actor, claimId: string) {
  if (!atLeast(actor, "journalist") || !isId(claimId)) return [];
  const rows = await db().correction.findMany({
    where: { claimId },
    orderBy: [{ publishedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
  });
  return rows.map(line);
}

/** Every correction, drafts first, then the newest. */
export async function allCorrections(actor: Actor, most = 200) {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().correction.findMany({
    orderBy: [{ publishedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }],
    take: most,
    include,
  });
  return rows.map((row) => ({ ...line(row), ...subject(row.dispute, row.claim) }));
}

/** Draft corrections, the oldest first. */
export async function correctionsWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().correction.findMany({ where: { publishedAt: null }, orderBy: { id: "asc" } });
  return rows.map((row) => {
    const { id, href, title } = line(row);
    return { id, href, title, at: momentOfId(id) };
  });
}

/** Published disputes, to choose what to correct. */
export async function correctableDisputes(actor: Actor) {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().dispute.findMany({
    where: published,
    orderBy: { id: "asc" },
    select: disputeSelect,
  });
  return rows.map((row) => subject(row, null).dispute);
}
