import "server-only";
import { type Actor, atLeast, type Role } from "../auth/actor.ts";
import { isToken, tokenHash } from "../auth/token.ts";
import { db } from "../db.ts";

const open = (now: Date) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: now } });

export interface InvitationView {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Invitations that are still open, for administrators. */
export async function invitationsFor(actor: Actor, now: Date = new Date()): Promise<InvitationView[]> {
  if (!atLeast(actor, "administrator")) return [];
  const rows = await db().invitation.findMany({ where: open(now), orderBy: { createdAt: "desc" } });
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

/** What a link offers; null when it is used, taken back, too old or none of ours. */
export async function invitationByToken(
  token: string | undefined,
  now: Date = new Date(),
): Promise<{ id: string; email: string; role: Role } | null> {
  if (!isToken(token)) return null;
  return db().invitation.findFirst({
    where: { tokenHash: tokenHash(token), ...open(now) },
    select: { id: true, email: true, role: true },
  });
}
