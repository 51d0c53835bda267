import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { newest } from "../../core/published.ts";
import { invitationsRunOut } from "../../desk/invitation/invitation-queries.ts";
import { lettersWaiting } from "../../desk/letter/letter-queries.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { addressesWaiting } from "../../record/address/address-desk-queries.ts";
import { amendmentsWaiting } from "../../record/amending/amending-desk-queries.ts";
import { claimText } from "../../record/claim/claim.ts";
import { correctionsWaiting } from "../../record/correction/correction-desk-queries.ts";
import { handoversWaiting } from "../../record/dispute/dispute-handover-desk-queries.ts";
import { mergesWaiting } from "../../record/merge/merge-desk-queries.ts";
import { objectionAnswersWaiting, objectionsWaiting } from "../../record/objection/objection-desk-queries.ts";
import { removalsWaiting } from "../../record/removal/removal-desk-queries.ts";
import { replyState } from "../../record/reply/reply.ts";
import { requestFacts, requestFactsSelect } from "../../record/reply/reply-facts.ts";
import {
  questionsToPut,
  requestsWaiting,
  submittedReplies,
} from "../../record/reply/reply-queue-desk-queries.ts";
import { sourceWithdrawalsWaiting } from "../../record/source/source-withdrawal-desk-queries.ts";
import { clearancesWaiting } from "../../record/taint/taint-desk-queries.ts";
import { taintedClaims } from "../../record/taint/taint-queries.ts";
import { tipsWaiting } from "../../record/tip/tip-desk-queries.ts";
import { withdrawalsWaiting } from "../../record/withdrawal/withdrawal-desk-queries.ts";
import type { QueueItem, QueueKind } from "./queue.ts";

const claimName = { select: { id: true, slug: true, wordings: newest } };

/** Draft verdicts: those to review, those given back, those one is writing. */
async function drafts(actor: Actor): Promise<QueueItem[]> {
  const rows = await db().verdictDraft.findMany({
    where: { closedAt: null },
    orderBy: { savedAt: "asc" },
    include: { claim: claimName, reviews: { orderBy: { id: "desc" }, take: 1 } },
  });
  return rows.flatMap(({ id, claim, authors, savedAt, revision, reviews: [review] }) => {
    const mine = authors.includes(actor.id);
    const isSubmitted = review?.kind === "submitted" && review.revision === revision;
    const kind: QueueKind | null =
      isSubmitted && !mine && atLeast(actor, "editor")
        ? "review"
        : mine && review?.kind === "changes_requested"
          ? "changes"
          : mine
            ? isSubmitted
              ? "submitted"
              : "drafts"
            : null;
    const at = (kind === "drafts" ? savedAt : (review?.at ?? savedAt)).toISOString();
    return kind ? [{ id, kind, href: `/desk/verdicts/${id}`, title: claimText(claim), at, why: null }] : [];
  });
}

/** Draft evidence of others on published claims: for editors to publish. */
async function evidence(actor: Actor): Promise<QueueItem[]> {
  if (!atLeast(actor, "editor")) return [];
  const rows = await db().evidence.findMany({
    where: { publishedAt: null, claim: { publishedAt: { not: null } }, createdBy: { not: actor.id } },
    orderBy: { id: "asc" },
    include: { claim: claimName },
  });
  return rows.map(({ id, claim }) => ({
    id,
    kind: "evidence",
    href: `/desk/claims/${claim.id}#evidence-${id}`,
    title: claimText(claim),
    at: null,
    why: null,
  }));
}

/**
 * Claims whose verdict is to be looked at again: what it rests on has become another, or something that it would be judged
 * from was published after it. Computed from the rows, so that nothing has to be remembered and nothing can be forgotten.
 */
async function reReview(actor: Actor, now: Date): Promise<QueueItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const tainted = (await taintedClaims(null)).flatMap(({ standing: [first], ...claim }): QueueItem[] =>
    first
      ? [
          {
            id: claim.id,
            kind: "reReview",
            href: `/desk/claims/${claim.id}#taint`,
            title: claimText(claim),
            at: first.at.toISOString(),
            why: first.cause,
          },
        ]
      : [],
  );
  const known = new Set(tainted.map(({ id }) => id));
  return [...tainted, ...(await overtaken(now)).filter(({ id }) => !known.has(id))];
}

/** Claims of which more has been published since their verdict, and that nobody is judging anew. */
async function overtaken(now: Date): Promise<QueueItem[]> {
  const claims = await db().claim.findMany({
    where: { publishedAt: { not: null }, verdicts: { some: {} }, drafts: { none: { closedAt: null } } },
    orderBy: { number: "asc" },
    select: {
      id: true,
      slug: true,
      wordings: { where: { publishedAt: { not: null } }, ...newest },
      verdicts: { ...newest, select: { publishedAt: true } },
      evidence: { where: { publishedAt: { not: null } }, select: { publishedAt: true } },
      requests: {
        select: {
          ...requestFactsSelect(null),
          replies: { where: { publishedAt: { not: null } }, select: { publishedAt: true } },
        },
      },
      corrections: {
        where: { publishedAt: { not: null }, changesVerdict: true },
        select: { publishedAt: true },
      },
    },
  });
  return claims.flatMap((claim) => {
    const [verdict] = claim.verdicts;
    if (!verdict) return [];
    const since = verdict.publishedAt;
    const after = (rows: readonly { readonly publishedAt: Date | null }[]) =>
      rows.find(({ publishedAt }) => publishedAt !== null && publishedAt > since)?.publishedAt ?? null;
    const deadline = claim.requests
      .map((request) => requestFacts(request, request.replies.length, null))
      .filter((facts) => replyState(facts, now.toISOString()) === "no_answer")
      .map((facts) => new Date(facts.deadline ?? since))
      .find((due) => due > since);
    const reasons = [
      ["evidence", after(claim.evidence)],
      ["reply", after(claim.requests.flatMap(({ replies, declinings }) => [...replies, ...declinings]))],
      ["correction", after(claim.corrections)],
      ["deadline", deadline],
    ] as const;
    const found = reasons.find(([, at]) => at);
    return found
      ? [
          {
            id: claim.id,
            kind: "reReview" as const,
            href: `/desk/claims/${claim.id}`,
            title: claimText(claim),
            at: found[1]?.toISOString() ?? null,
            why: found[0],
          },
        ]
      : [];
  });
}

/** What readers, parties and the desk have brought: each noun says itself what waits. */
async function brought(actor: Actor, now: Date): Promise<QueueItem[]> {
  const [deadlines, replies, questions, objections, tips, corrections, withdrawals] = await Promise.all([
    requestsWaiting(actor, now),
    submittedReplies(actor),
    questionsToPut(actor),
    objectionsWaiting(actor),
    tipsWaiting(actor),
    correctionsWaiting(actor),
    withdrawalsWaiting(actor),
  ]);
  const amendments = await amendmentsWaiting(actor);
  const clearances = await clearancesWaiting(actor);
  const sources = await sourceWithdrawalsWaiting(actor);
  const answers = await objectionAnswersWaiting(actor);
  const addresses = await addressesWaiting(actor);
  const merges = await mergesWaiting(actor);
  const removals = await removalsWaiting(actor);
  const letters = await lettersWaiting(actor);
  const invitations = await invitationsRunOut(actor, now);
  const items = (kind: QueueKind, rows: readonly WaitingItem[]): QueueItem[] =>
    rows.map((row) => ({ ...row, kind, why: null }));
  return [
    ...items("deadline", deadlines),
    ...items("reply", replies),
    ...items("question", questions),
    ...items("objection", objections),
    ...items("objectionAnswer", answers),
    ...items("tip", tips),
    ...items("correction", corrections),
    ...items("amendment", amendments),
    ...items("withdrawal", withdrawals),
    ...items("clearance", clearances),
    ...items("sourceWithdrawal", sources),
    ...items("address", addresses),
    ...items("merge", merges),
    ...items("removal", removals),
    ...items("letter", letters),
    ...items("invitation", invitations),
  ];
}

/** Drafts that somebody says are ready, and those that came back. */
const handedOver = async (actor: Actor): Promise<QueueItem[]> =>
  (await handoversWaiting(actor)).map((item) => ({ ...item, why: null }));

/** What waits for somebody, in the order in which it presses. */
export async function queueOf(actor: Actor, now: Date = clock.now()): Promise<QueueItem[]> {
  const parts = await Promise.all([
    drafts(actor),
    evidence(actor),
    reReview(actor, now),
    brought(actor, now),
    handedOver(actor),
  ]);
  return parts.flat();
}
