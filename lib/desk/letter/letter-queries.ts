import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import type { Letter, LetterState } from "../../generated/prisma/client.ts";
import type { WaitingItem } from "../waiting/waiting.ts";

export interface LetterView {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** With `{link}` where its link stands: the list of letters has none of them. */
  readonly text: string;
  /** It has a guarded link, which is shown to those who have asked for it. */
  readonly guarded: boolean;
  /** It had a link, which is no longer kept. */
  readonly linkGone: boolean;
  readonly state: LetterState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly sentByHand: boolean;
}

function view(row: Letter, now: Date): LetterView {
  const isGood = row.link !== null && row.linkUntil !== null && row.linkUntil > now;
  return {
    id: row.id,
    to: row.to,
    subject: row.subject,
    text: row.text,
    guarded: row.guarded && isGood,
    linkGone: row.text.includes("{link}") && !isGood,
    state: row.state,
    attempts: row.attempts,
    lastError: row.lastError,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    sentByHand: row.sentBy !== null,
  };
}

const SHOWN = 200;

/** What an administrator sees of the outbox: first what waits for somebody, then the newest. */
export async function lettersFor(actor: Actor, now: Date = clock.now()): Promise<LetterView[]> {
  if (!atLeast(actor, "administrator")) return [];
  const orderBy = { createdAt: "desc" } as const;
  const open = await db().letter.findMany({
    where: { state: { in: ["by_hand", "failed"] } },
    orderBy,
    take: SHOWN,
  });
  const rest = await db().letter.findMany({
    where: { state: { in: ["waiting", "sent"] } },
    orderBy,
    take: SHOWN,
  });
  return [...open, ...rest].map((row) => view(row, now));
}

/** One letter, as it can be copied: with its link, where it has one that is good and that this actor may see. */
export async function letterFor(
  actor: Actor,
  id: string,
  now: Date = clock.now(),
): Promise<(LetterView & { readonly link: string | null }) | null> {
  if (!atLeast(actor, "administrator")) return null;
  const row = await db().letter.findUnique({ where: { id } });
  return row && { ...view(row, now), link: await linkOf(actor, row, now) };
}

/**
 * The link of a letter. Every link that is kept is shown by this alone, and a guarded one to nobody but those of whom it is
 * remembered (`noteShown`).
 */
async function linkOf(actor: Actor, { link, linkUntil, linkHash, guarded }: Letter, now: Date) {
  if (link === null || linkUntil === null || linkUntil <= now) return null;
  if (!guarded) return link;
  const shown = await db().linkShown.count({ where: { linkHash: linkHash ?? "", memberId: actor.id } });
  return shown > 0 ? link : null;
}

/** Letters that wait for an administrator: to be sent by hand, or to be tried again. */
export async function lettersWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "administrator")) return [];
  const rows = await db().letter.findMany({
    where: { state: { in: ["by_hand", "failed"] } },
    orderBy: { createdAt: "asc" },
    take: SHOWN,
    select: { id: true, to: true, subject: true, createdAt: true },
  });
  return rows.map(({ id, to, subject, createdAt }) => ({
    id,
    href: `/desk/letters/${id}`,
    title: { sv: `${to}: ${subject}`, en: `${to}: ${subject}` },
    at: createdAt.toISOString(),
  }));
}
