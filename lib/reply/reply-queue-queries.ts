import "server-only";
import { type Actor, atLeast } from "../auth/actor.ts";
import { db } from "../db.ts";
import type { Bilingual } from "../language/language.ts";
import { newestName } from "../party/party.ts";

/** One thing for the desk's queue that has to do with asking and answering. */
export interface ReplyTask {
  readonly id: string;
  /** Without language. */
  readonly href: string;
  readonly claim: Bilingual;
  readonly party: Bilingual;
  /** Since when it waits. */
  readonly at: string;
}

const newest = { orderBy: { version: "desc" as const }, take: 1 };
const names = {
  claim: { select: { wordings: newest } },
  party: { select: { id: true, wordings: newest } },
};

interface Named {
  id: string;
  claim: { wordings: { textSv: string; textEn: string }[] };
  party: { id: string; wordings: { nameSv: string; nameEn: string }[] };
}

const task = (id: string, request: Named, at: Date): ReplyTask => ({
  id,
  href: `/desk/requests/${request.id}`,
  claim: { sv: request.claim.wordings[0]?.textSv ?? "", en: request.claim.wordings[0]?.textEn ?? "" },
  party: newestName(request.party).name,
  at: at.toISOString(),
});

/** Deadlines that have passed without an answer, and without a verdict since: the claim can now be judged. */
export async function requestsWaiting(actor: Actor, now: Date = new Date()): Promise<ReplyTask[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().asking.findMany({
    where: {
      publishedAt: { not: null },
      deadline: { lte: now },
      request: { replies: { none: { publishedAt: { not: null } } } },
    },
    orderBy: { deadline: "asc" },
    include: {
      request: {
        include: {
          ...names,
          claim: {
            select: {
              ...names.claim.select,
              verdicts: { orderBy: { version: "desc" }, take: 1, select: { publishedAt: true } },
            },
          },
        },
      },
    },
  });
  return rows
    .filter(({ request, deadline }) => {
      const [verdict] = request.claim.verdicts;
      return !verdict || verdict.publishedAt < deadline;
    })
    .map(({ request, deadline }) => task(request.id, request, deadline));
}

/** Answers no editor has decided on: sent through a link, or written down by the desk. */
export async function submittedReplies(actor: Actor): Promise<ReplyTask[]> {
  if (!atLeast(actor, "journalist")) return [];
  const request = { include: names };
  const sent = await db().submittedReply.findMany({ where: { accepted: null }, include: { request } });
  const recorded = await db().reply.findMany({ where: { publishedAt: null }, include: { request } });
  return [...sent, ...recorded]
    .map((answer) => task(answer.id, answer.request, answer.receivedAt))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Questions that are written and wait for an editor to put them. */
export async function questionsToPut(actor: Actor): Promise<ReplyTask[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().asking.findMany({
    where: { publishedAt: null },
    orderBy: { askedAt: "asc" },
    include: { request: { include: names } },
  });
  return rows.map(({ request, askedAt }) => task(request.id, request, askedAt));
}
