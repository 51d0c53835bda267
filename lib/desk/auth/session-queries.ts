import "server-only";
import type { Role } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import type { SecondFactor } from "../../generated/prisma/client.ts";
import { SESSION } from "./session.ts";
import { isToken, tokenHash } from "./token.ts";

export interface SessionView {
  readonly id: string;
  readonly secondFactor: SecondFactor | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly freshUntil: Date;
  readonly member: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    /** As it is now, not as it was when they signed in. */
    readonly role: Role;
    readonly byline: { readonly sv: string; readonly en: string };
    readonly twoFactorEnabled: boolean;
  };
}

const MEMBER = {
  id: true,
  email: true,
  name: true,
  role: true,
  bylineSv: true,
  bylineEn: true,
  twoFactorEnabled: true,
} as const;

/** What a session must be now to be one at all. */
const alive = (now: Date) => ({
  seenAt: { gt: new Date(now.getTime() - SESSION.idle) },
  createdAt: { gt: new Date(now.getTime() - SESSION.whole) },
  member: { disabledAt: null },
});

/** The session a cookie's token opens: whole, not ended, not too old, of a member who is not disabled. */
export async function sessionByToken(token: string | undefined, now: Date): Promise<SessionView | null> {
  if (!isToken(token)) return null;
  const row = await db().session.findFirst({
    where: { tokenHash: tokenHash(token), halfway: false, ...alive(now) },
    include: { member: { select: MEMBER } },
  });
  if (!row) return null;
  const { bylineSv, bylineEn, ...member } = row.member;
  return {
    id: row.id,
    secondFactor: row.secondFactor,
    createdAt: row.createdAt,
    seenAt: row.seenAt,
    freshUntil: new Date(row.provedAt.getTime() + SESSION.fresh),
    member: { ...member, byline: { sv: bylineSv, en: bylineEn } },
  };
}

/** The half of a session, which opens the second step and nothing else. */
export async function halfSessionByToken(
  token: string | undefined,
  now: Date,
): Promise<{ id: string; memberId: string; browser: string } | null> {
  if (!isToken(token)) return null;
  return db().session.findFirst({
    where: {
      ...alive(now),
      tokenHash: tokenHash(token),
      halfway: true,
      createdAt: { gt: new Date(now.getTime() - SESSION.halfway) },
    },
    select: { id: true, memberId: true, browser: true },
  });
}

export interface SessionLine {
  readonly id: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly browser: string;
  readonly secondFactor: SecondFactor | null;
}

/** Where a member is signed in, the last seen first. */
export async function sessionsOf(memberId: string, now: Date = clock.now()): Promise<SessionLine[]> {
  const rows = await db().session.findMany({
    where: { memberId, halfway: false, ...alive(now) },
    orderBy: { seenAt: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    browser: row.browser,
    secondFactor: row.secondFactor,
  }));
}
