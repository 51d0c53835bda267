import "server-only";
import { clock } from "../../core/clock.ts";
import { type Transaction, transaction } from "../../core/db.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { networkBucket } from "../auth/network.ts";
import { hashPassword, TooManyAtOnce } from "../auth/password.ts";
import { type PasswordFault, passwordFault } from "../auth/password-rules.ts";
import { logSecurity } from "../auth/security-log.ts";
import { endSessionsOf, startSession } from "../auth/session-commands.ts";
import { isToken, newToken, tokenHash } from "../auth/token.ts";
import type { Visitor } from "../auth/visitor-request.ts";
import { eraseLink } from "../letter/letter-commands.ts";
import { LIMITS, takeAttempt } from "../limit/limit-commands.ts";
import { memberOfResetLink } from "./member-queries.ts";
import { dropResetLinks } from "./member-reset-commands.ts";
import type { FirstMember, NewMember } from "./member-schema.ts";

const HOUR = 3_600_000;

/** For how long the link that makes the first administrator is good, ms. Each start makes a new one. */
const FIRST_LINK = 24 * HOUR;

/** Only one process at a time decides whether anybody is there yet; the number is arbitrary and must never change. */
const lockFirst = (tx: Transaction) => tx.$executeRaw`SELECT pg_advisory_xact_lock(7235011)`;

/**
 * @returns the token of a new link, the only one that is good from now on; null once there is anybody
 */
export function renewFirstLink(now: Date = clock.now()): Promise<string | null> {
  return transaction(async (tx) => {
    await lockFirst(tx);
    await tx.verification.deleteMany({ where: { purpose: "first_administrator" } });
    if ((await tx.member.count()) > 0) return null;
    const token = newToken();
    const expiresAt = new Date(now.getTime() + FIRST_LINK);
    await tx.verification.create({
      data: { purpose: "first_administrator", tokenHash: tokenHash(token), expiresAt },
    });
    return token;
  });
}

export type EntryRefusal = PasswordFault | "link-not-good" | "too-often" | "too-many-at-once";

/** A password as it is kept. Worked out before any transaction begins: it takes a while. */
export async function passwordToKeep(
  password: string,
  about: { readonly email: string; readonly name: string },
): Promise<Result<string, PasswordFault | "too-many-at-once">> {
  const fault = passwordFault(password, about);
  if (fault) return refused(fault, "password");
  try {
    return done(await hashPassword(password));
  } catch (error) {
    if (error instanceof TooManyAtOnce) return refused("too-many-at-once");
    throw error;
  }
}

/** Links are too long to be guessed; this keeps the trying from costing us much. */
export const mayTryLink = async (visitor: Visitor, now: Date): Promise<boolean> =>
  (await takeAttempt(LIMITS.link, networkBucket(visitor.address), now)) === "taken";

/** The member and their password. @returns the id */
export async function createMember(
  tx: Transaction,
  member: Omit<FirstMember, "password"> & {
    readonly role: "contributor" | "journalist" | "editor" | "administrator";
  },
  passwordHash: string,
  now: Date,
): Promise<string> {
  const { id } = await tx.member.create({
    data: {
      email: member.email,
      name: member.name,
      role: member.role,
      bylineSv: member.byline.sv,
      bylineEn: member.byline.en,
      createdAt: now,
      credential: { create: { passwordHash, changedAt: now } },
    },
    select: { id: true },
  });
  return id;
}

/** Whoever started the server becomes its first administrator. Of several at once, one does. */
export async function becomeFirstAdministrator(
  token: string | undefined,
  { password, ...member }: FirstMember,
  visitor: Visitor,
  now: Date = clock.now(),
): Promise<Result<{ token: string }, EntryRefusal>> {
  if (!(await mayTryLink(visitor, now))) return refused("too-often");
  if (!isToken(token)) return refused("link-not-good");
  const kept = await passwordToKeep(password, member);
  if (!kept.ok) return kept;
  return transaction(async (tx) => {
    await lockFirst(tx);
    const { count } = await tx.verification.deleteMany({
      where: { purpose: "first_administrator", tokenHash: tokenHash(token), expiresAt: { gt: now } },
    });
    if (count === 0 || (await tx.member.count()) > 0) return refused("link-not-good");
    const id = await createMember(tx, { ...member, role: "administrator" }, kept.value, now);
    logSecurity("first-administrator", { result: "ok", member: id, address: visitor.address }, now);
    return done({ token: await startSession({ memberId: id, browser: visitor.browser }, now) });
  });
}

/** Sets a new password by a link from a letter, and ends every session and every other such link. Once: also of several at once. */
export async function resetPassword(
  token: string | undefined,
  password: NewMember["password"],
  visitor: Visitor,
  now: Date = clock.now(),
): Promise<Result<null, EntryRefusal>> {
  if (!(await mayTryLink(visitor, now))) return refused("too-often");
  const member = await memberOfResetLink(token, now);
  if (!member || !isToken(token)) return refused("link-not-good");
  const kept = await passwordToKeep(password, member);
  if (!kept.ok) return kept;
  return transaction(async (tx) => {
    const hash = tokenHash(token);
    const { count } = await tx.verification.updateMany({
      where: { tokenHash: hash, purpose: "reset_password", usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return refused("link-not-good");
    await tx.credential.update({
      where: { memberId: member.id },
      data: { passwordHash: kept.value, changedAt: now },
    });
    await endSessionsOf(member.id);
    await eraseLink(tx, hash);
    // Somebody may have asked more than once.
    await dropResetLinks(tx, member.id);
    logSecurity("password-reset", { result: "ok", member: member.id, address: visitor.address }, now);
    return done(null);
  });
}
