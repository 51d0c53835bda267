import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { newest } from "../../core/published.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { claimText } from "../claim/claim.ts";
import { newestName } from "../party/party.ts";

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

/** Deadlines that have passed without an answer, and without a verdict since: the claim can now be judged. */
export async function requestsWaiting(actor: Actor, now: Date = clock.now()): Promise<WaitingItem[]> {
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
              verdicts: { ...newest, select: { publishedAt: true } },
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
export async function submittedReplies(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "journalist")) return [];
  const request = { include: names };
  const sent = await db().submittedReply.findMany({ where: { accepted: null }, include: { request } });
  const recorded = await db().reply.findMany({ where: { publishedAt: null }, include: { request } });
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
