import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { newest } from "../../core/published.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { claimText } from "../claim/claim.ts";
import { newestName } from "../party/party.ts";
import { replyState } from "./reply.ts";
import { requestFacts, requestFactsSelect } from "./reply-facts.ts";

const names = {
  claim: { select: { slug: true, wordings: newest } },
  party: { select: { id: true, wordings: newest } },
};

interface Named {
  id: string;
  claim: Parameters<typeof claimText>[0];
  party: { id: string; wordings: { nameSv: string; nameEn: string }[] };
}

/** What waits is known by whom it is asked of, and what about. */
function task(id: string, request: Named, at: Date): WaitingItem {
  const { name } = newestName(request.party);
  const claim = claimText(request.claim);
  return {
    id,
    href: `/desk/requests/${request.id}`,
    title: { sv: `${name.sv}: ${claim.sv}`, en: `${name.en}: ${claim.en}` },
    at: at.toISOString(),
  };
}

/** Times that have run out without an answer, and without a verdict since: the claim can now be judged. */
export async function requestsWaiting(actor: Actor, now: Date = clock.now()): Promise<WaitingItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().replyRequest.findMany({
    where: {
      asking: { publishedAt: { not: null }, deadline: { lte: now } },
      replies: { none: { publishedAt: { not: null } } },
    },
    include: {
      ...{ party: names.party, ...requestFactsSelect(null) },
      claim: {
        select: { ...names.claim.select, verdicts: { ...newest, select: { publishedAt: true } } },
      },
    },
  });
  return rows
    .flatMap((request) => {
      const facts = requestFacts(request, 0, null);
      const [verdict] = request.claim.verdicts;
      const due = facts.deadline === null ? null : new Date(facts.deadline);
      const isOver = replyState(facts, now.toISOString()) === "no_answer";
      return due && isOver && (!verdict || verdict.publishedAt < due) ? [task(request.id, request, due)] : [];
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Answers no editor has decided on: sent through a link, or written down by the desk. */
export async function submittedReplies(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const request = { include: names };
  const sent = await db().submittedReply.findMany({ where: { accepted: null }, include: { request } });
  const recorded = await db().reply.findMany({
    where: { publishedAt: null, NOT: { declining: { publishedAt: { not: null } } } },
    include: { request },
  });
  return [...sent, ...recorded]
    .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())
    .map((answer) => task(answer.id, answer.request, answer.receivedAt));
}

/** Questions that are written and wait for an editor to put them. */
export async function questionsToPut(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const rows = await db().asking.findMany({
    where: { publishedAt: null },
    orderBy: { askedAt: "asc" },
    include: { request: { include: names } },
  });
  return rows.map(({ request, askedAt }) => task(request.id, request, askedAt));
}
