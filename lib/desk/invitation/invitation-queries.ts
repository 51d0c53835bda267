import "server-only";
import { type Actor, atLeast, type Role } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { isToken, tokenHash } from "../auth/token.ts";
import type { WaitingItem } from "../waiting/waiting.ts";

const unanswered = { usedAt: null, revokedAt: null };
const open = (now: Date) => ({ ...unanswered, expiresAt: { gt: now } });

export interface InvitationView {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly hasRunOut: boolean;
}

/** Invitations that nobody has taken or taken back, for administrators: also those whose link has run out. */
export async function invitationsFor(actor: Actor, now: Date = clock.now()): Promise<InvitationView[]> {
  if (!atLeast(actor, "administrator")) return [];
  const rows = await db().invitation.findMany({ where: unanswered, orderBy: { createdAt: "desc" } });
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    hasRunOut: row.expiresAt <= now,
  }));
}

/** Who was invited and has not come: the link has run out, and an administrator invites them anew or lets it be. */
export async function invitationsRunOut(actor: Actor, now: Date = clock.now()): Promise<WaitingItem[]> {
  if (!atLeast(actor, "administrator")) return [];
  const rows = await db().invitation.findMany({
    where: { ...unanswered, expiresAt: { lte: now } },
    orderBy: { expiresAt: "asc" },
  });
  return rows.map(({ id, email, expiresAt }) => ({
    id,
    href: "/desk/people",
    title: { sv: email, en: email },
    at: expiresAt.toISOString(),
  }));
}

/** What a link offers; null when it is used, taken back, too old or none of ours. */
export async function invitationByToken(
  token: string | undefined,
  now: Date = clock.now(),
): Promise<{ id: string; email: string; role: Role } | null> {
  if (!isToken(token)) return null;
  return db().invitation.findFirst({
    where: { tokenHash: tokenHash(token), ...open(now) },
    select: { id: true, email: true, role: true },
  });
}
