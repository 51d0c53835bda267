import "server-only";
import type { Actor } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { db, transaction } from "../../core/db.ts";
import { email as emailSchema } from "../../core/email-schema.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { forgetAttempts, giveBackAttempt, LIMITS, type Limit, takeAttempt } from "../limit/limit-commands.ts";
import { networkBucket } from "./network.ts";
import { isPassword, TooManyAtOnce } from "./password.ts";
import { useCode } from "./second-factor-commands.ts";
import { logSecurity } from "./security-log.ts";
import { endSessionByToken, renewSession, startSession } from "./session-commands.ts";
import { halfSessionByToken } from "./session-queries.ts";
import type { Visitor } from "./visitor-request.ts";

export type SignInRefusal = "wrong-sign-in" | "too-often" | "too-many-at-once";

/** The cookie's token, and whether the second step is still to come. */
export interface Opened {
  readonly token: string;
  readonly halfway: boolean;
}

/**
 * Whether there is such a member shows in nothing: neither in the answer nor, since a password is worked out against
 * something in any case, in how long it takes.
 *
 * @param before - the token the browser had: it is ended, so that nobody can be given one beforehand
 */
export async function signIn(
  given: { readonly email: string; readonly password: string },
  visitor: Visitor,
  before: string | undefined,
  now: Date = clock.now(),
): Promise<Result<Opened, SignInRefusal>> {
  const parsed = emailSchema.safeParse(given.email);
  const account = parsed.success ? parsed.data : given.email.slice(0, 300);
  const network = networkBucket(visitor.address);
  const counted = await takeBoth(account, network, visitor.address, now);
  if (!counted) return refused("too-often");
  const member = await db().member.findFirst({
    // What cannot be an address is looked up as one that nobody has.
    where: { email: parsed.success ? parsed.data : "", disabledAt: null },
    select: { id: true, twoFactorEnabled: true, credential: { select: { passwordHash: true } } },
  });
  const right = await checked(given.password, member?.credential?.passwordHash ?? null);
  if (right === null) return refused("too-many-at-once");
  if (!right || !member) {
    logSecurity("sign-in", { result: "refused", how: "password", address: visitor.address }, now);
    return refused("wrong-sign-in");
  }
  await forgetAttempts(LIMITS.account, account);
  await giveBackAttempt(LIMITS.network, network);
  await endSessionByToken(before, visitor.address);
  const halfway = member.twoFactorEnabled;
  const token = await startSession({ memberId: member.id, halfway, browser: visitor.browser }, now);
  logSecurity(
    "sign-in",
    { result: "ok", how: halfway ? "halfway" : "password", member: member.id, address: visitor.address },
    now,
  );
  return done({ token, halfway });
}

/** Counts a try for the account and for the network; both, so that the answer is the same for every account. */
async function takeBoth(account: string, network: string, address: string, now: Date): Promise<boolean> {
  const taken = [
    await takeAttempt(LIMITS.account, account, now),
    await takeAttempt(LIMITS.network, network, now),
  ];
  if (taken.includes("first-too-many")) logLocked(address, now);
  return taken.every((each) => each === "taken");
}

const logLocked = (address: string, now: Date, member?: string) =>
  logSecurity("locked", { result: "refused", member, address }, now);

/** @returns null when so many are signing in that this one is not looked at */
async function checked(password: string, hash: string | null): Promise<boolean | null> {
  try {
    // Longer ones than we take cannot be right; they are looked at all the same, for the same time.
    return await isPassword(password.slice(0, 2048), hash);
  } catch (error) {
    if (error instanceof TooManyAtOnce) return null;
    throw error;
  }
}

/** @param key - what is counted, which is not written down; `member`, the id, is */
async function takeOne(
  limit: Limit,
  key: string,
  member: string,
  address: string,
  now: Date,
): Promise<boolean> {
  const taken = await takeAttempt(limit, key, now);
  if (taken === "first-too-many") logLocked(address, now, member);
  return taken === "taken";
}

/**
 * The second step: a code from the app or a backup code turns half a session into a whole one, with a new token.
 *
 * @param half - the token of the half session
 */
export async function proveSecondFactor(
  half: string | undefined,
  code: string,
  visitor: Visitor,
  now: Date = clock.now(),
): Promise<Result<Opened, "signed-out" | "too-often" | "wrong-code">> {
  const session = await halfSessionByToken(half, now);
  if (!session) return refused("signed-out");
  const { memberId } = session;
  if (!(await takeOne(LIMITS.secondFactor, memberId, memberId, visitor.address, now)))
    return refused("too-often");
  const token = await transaction(async (tx) => {
    const by = await useCode(tx, memberId, code, now);
    if (!by) return null;
    const { count } = await tx.session.deleteMany({ where: { id: session.id, halfway: true } });
    return count === 1
      ? await startSession({ memberId, secondFactor: by, browser: visitor.browser }, now)
      : null;
  });
  const result = token === null ? "refused" : "ok";
  logSecurity("second-factor", { result, member: memberId, address: visitor.address }, now);
  if (token === null) return refused("wrong-code");
  await forgetAttempts(LIMITS.secondFactor, memberId);
  return done({ token, halfway: false });
}

/** Proves the password again, which makes the session fresh. @returns its new token */
export async function proveAgain(
  actor: Actor,
  password: string,
  visitor: Visitor,
  now: Date = clock.now(),
): Promise<Result<{ token: string }, "signed-out" | "too-often" | "too-many-at-once" | "wrong-password">> {
  const { session } = actor;
  if (!session) return refused("signed-out");
  const member = await db().member.findUnique({
    where: { id: actor.id },
    select: { email: true, credential: { select: { passwordHash: true } } },
  });
  if (!member) return refused("signed-out");
  if (!(await takeOne(LIMITS.account, member.email, actor.id, visitor.address, now)))
    return refused("too-often");
  const right = await checked(password, member.credential?.passwordHash ?? null);
  if (right === null) return refused("too-many-at-once");
  logSecurity(
    "proved-again",
    { result: right ? "ok" : "refused", member: actor.id, address: visitor.address },
    now,
  );
  if (!right) return refused("wrong-password", "password");
  await forgetAttempts(LIMITS.account, member.email);
  return done({ token: await renewSession(session.id, { at: now }) });
}
