import "server-only";
import { type Actor, atLeast, type Role } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { isToken, tokenHash } from "../auth/token.ts";

export interface MemberLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly byline: { readonly sv: string; readonly en: string };
  readonly disabledAt: string | null;
  readonly createdAt: string;
  /** By what, beside a password, the member can sign in. */
  readonly twoFactor: boolean;
  readonly passkeys: number;
}

const SELECT = {
  id: true,
  name: true,
  email: true,
  role: true,
  bylineSv: true,
  bylineEn: true,
  disabledAt: true,
  createdAt: true,
  twoFactorEnabled: true,
  _count: { select: { passkeys: true } },
} as const;

interface Row {
  id: string;
  name: string;
  email: string;
  role: Role;
  bylineSv: string;
  bylineEn: string;
  disabledAt: Date | null;
  createdAt: Date;
  twoFactorEnabled: boolean;
  _count: { passkeys: number };
}

const line = (row: Row): MemberLine => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  byline: { sv: row.bylineSv, en: row.bylineEn },
  disabledAt: row.disabledAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  twoFactor: row.twoFactorEnabled,
  passkeys: row._count.passkeys,
});

/** Everybody who may or might sign in, for administrators; those who may first. */
export async function membersFor(actor: Actor): Promise<MemberLine[]> {
  if (!atLeast(actor, "administrator")) return [];
  const rows = await db().member.findMany({
    select: SELECT,
    orderBy: [{ disabledAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
  });
  return rows.map(line);
}

export async function memberFor(actor: Actor, id: string): Promise<MemberLine | null> {
  if (!atLeast(actor, "administrator")) return null;
  const row = await db().member.findUnique({ where: { id }, select: SELECT });
  return row && line(row);
}

/** Names of members by id, for lists that say who did something. Not for public pages: there, bylines stand. */
export async function memberNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)].filter(isId);
  const rows = await db().member.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether the link that makes the first administrator is good: nobody is there yet, and it is not too old. */
export async function isFirstLink(token: string | undefined, now: Date = clock.now()): Promise<boolean> {
  if (!isToken(token) || (await db().member.count()) > 0) return false;
  const found = await db().verification.findFirst({
    where: {
      tokenHash: tokenHash(token),
      purpose: "first_administrator",
      usedAt: null,
      expiresAt: { gt: now },
    },
  });
  return found !== null;
}

/** Whom a reset link belongs to; null when it is used, too old or none of ours. */
export async function memberOfResetLink(
  token: string | undefined,
  now: Date = clock.now(),
): Promise<{ id: string; email: string; name: string } | null> {
  if (!isToken(token)) return null;
  const found = await db().verification.findFirst({
    where: {
      tokenHash: tokenHash(token),
      purpose: "reset_password",
      usedAt: null,
      expiresAt: { gt: now },
      member: { disabledAt: null },
    },
    select: { member: { select: { id: true, email: true, name: true } } },
  });
  return found?.member ?? null;
}
