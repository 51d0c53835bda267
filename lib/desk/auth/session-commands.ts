import "server-only";
import { command } from "../../core/command.ts";
import { db, tables } from "../../core/db.ts";
import { done, refused } from "../../core/result.ts";
import type { SecondFactor } from "../../generated/prisma/client.ts";
import { logSecurity } from "./security-log.ts";
import { SESSION } from "./session.ts";
import { isToken, newToken, tokenHash } from "./token.ts";

interface Start {
  readonly memberId: string;
  readonly halfway?: boolean;
  readonly secondFactor?: SecondFactor | null;
  readonly browser: string;
}

/**
 * @returns the token for the cookie; the database keeps its hash only
 */
export async function startSession(
  { memberId, halfway = false, secondFactor = null, browser }: Start,
  now: Date,
): Promise<string> {
  const token = newToken();
  await tables().session.create({
    data: {
      memberId,
      tokenHash: tokenHash(token),
      halfway,
      secondFactor,
      createdAt: now,
      seenAt: now,
      provedAt: now,
      browser: browser.slice(0, 300),
    },
  });
  await tables().session.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - SESSION.whole) } },
  });
  return token;
}

/**
 * The same sign-in under a new token; the old one is refused from then on. What the member has just proved is written
 * down, and when they signed in stays as it was.
 */
export async function renewSession(
  id: string,
  proved: { readonly at?: Date; readonly by?: SecondFactor | null },
): Promise<string> {
  const token = newToken();
  await tables().session.update({
    where: { id },
    data: {
      tokenHash: tokenHash(token),
      ...(proved.at && { provedAt: proved.at }),
      ...(proved.by !== undefined && { secondFactor: proved.by }),
    },
  });
  return token;
}

/** Ends the session of a cookie, whole or half. */
export async function endSessionByToken(token: string | undefined, address?: string): Promise<void> {
  if (!isToken(token)) return;
  const ended = await db().session.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { id: true, memberId: true, halfway: true },
  });
  if (!ended) return;
  await tables().session.deleteMany({ where: { id: ended.id } });
  if (!ended.halfway) logSecurity("sign-out", { result: "ok", member: ended.memberId, address });
}

/** Ends every session of a member, but one if it is named. */
export async function endSessionsOf(memberId: string, but?: string): Promise<number> {
  const { count } = await tables().session.deleteMany({
    where: { memberId, ...(but && { NOT: { id: but } }) },
  });
  return count;
}

/** Notes that a session was used, at most once a minute. */
export async function markSeen(id: string, now: Date): Promise<void> {
  await tables().session.updateMany({
    where: { id, seenAt: { lt: new Date(now.getTime() - 60_000) } },
    data: { seenAt: now },
  });
}

/** Ends one of the member's own other sessions. */
export const endSession = command<{ id: string }, null, "unknown-sign-in">(
  { name: "session.end", role: "contributor" },
  async (tx, actor, { id }, now) => {
    const { count } = await tx.session.deleteMany({ where: { id, memberId: actor.id } });
    if (count === 0) return refused("unknown-sign-in");
    logSecurity("sessions-ended", { result: "ok", how: "one", member: actor.id }, now);
    return done(null);
  },
);

/** Ends all the member's sessions but the one that asks. */
export const endOtherSessions = command<Record<string, never>, { ended: number }>(
  { name: "session.end-others", role: "contributor" },
  async (_tx, actor, _input, now) => {
    const ended = await endSessionsOf(actor.id, actor.session?.id);
    logSecurity("sessions-ended", { result: "ok", how: "others", member: actor.id }, now);
    return done({ ended });
  },
);
