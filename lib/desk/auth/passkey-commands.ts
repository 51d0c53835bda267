import "server-only";
import {
  type AuthenticatorTransportFuture,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { isFresh } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { command } from "../../core/command.ts";
import { db, tables, transaction } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import { done, type Result, refused } from "../../core/result.ts";
import type { VerificationPurpose } from "../../generated/prisma/client.ts";
import { LIMITS, takeAttempt } from "../limit/limit-commands.ts";
import { networkBucket } from "./network.ts";
import type { PasskeyMade, PasskeyUsed } from "./passkey-schema.ts";
import { logSecurity } from "./security-log.ts";
import { endSessionByToken, startSession } from "./session-commands.ts";
import type { Opened } from "./sign-in-commands.ts";
import { tokenHash } from "./token.ts";
import type { Visitor } from "./visitor-request.ts";

/** The site a passkey belongs to, and where alone it may be used. */
const RP_ID = new URL(env.BELAGT_BASE_URL).hostname;
const ORIGIN = new URL(env.BELAGT_BASE_URL).origin;

/** How long a challenge waits for its answer, ms. */
const PATIENCE = 5 * 60_000;

/** More passkeys than anybody has; each is one more way in. */
const MOST = 20;

async function keepChallenge(
  challenge: string,
  purpose: VerificationPurpose,
  memberId: string | null,
  now: Date,
): Promise<void> {
  await tables().verification.deleteMany({ where: { purpose, expiresAt: { lt: now } } });
  await tables().verification.create({
    data: {
      purpose,
      memberId,
      tokenHash: tokenHash(challenge),
      expiresAt: new Date(now.getTime() + PATIENCE),
    },
  });
}

/** Uses up a challenge of ours: good once, for one purpose and one member, and not for long. */
const takeChallenge =
  (purpose: VerificationPurpose, memberId: string | null, now: Date) => async (challenge: string) => {
    const { count } = await tables().verification.deleteMany({
      where: { tokenHash: tokenHash(challenge), purpose, memberId, expiresAt: { gt: now } },
    });
    return count === 1;
  };

/**
 * Whoever signs in is nobody yet, here and in `signInWithPasskey`.
 *
 * The same for everybody: which passkeys there are is the browser's to know.
 */
export async function beginPasskeySignIn(
  visitor: Visitor,
  now: Date = clock.now(),
): Promise<Result<PublicKeyCredentialRequestOptionsJSON, "too-often">> {
  const taken = await takeAttempt(LIMITS.passkey, networkBucket(visitor.address), now);
  if (taken !== "taken") return refused("too-often");
  const options = await generateAuthenticationOptions({
    rpID: RP_ID,
    userVerification: "required",
    timeout: PATIENCE,
  });
  await keepChallenge(options.challenge, "use_passkey", null, now);
  return done(options);
}

/**
 * Signs in with a passkey alone: it is something one has, unlocked by something one knows or is, so the session counts
 * as proved by a second factor. Works while the password is locked for too many tries.
 */
export async function signInWithPasskey(
  response: PasskeyUsed,
  visitor: Visitor,
  before: string | undefined,
  now: Date = clock.now(),
): Promise<Result<Opened, "wrong-passkey">> {
  const memberId = await transaction(async () => verifiedMember(response, now));
  const result = memberId === null ? "refused" : "ok";
  logSecurity(
    "sign-in",
    { result, how: "passkey", member: memberId ?? undefined, address: visitor.address },
    now,
  );
  if (memberId === null) return refused("wrong-passkey");
  await endSessionByToken(before, visitor.address);
  const token = await startSession({ memberId, secondFactor: "passkey", browser: visitor.browser }, now);
  return done({ token, halfway: false });
}

/** @returns whose passkey has signed a challenge of ours, or null */
async function verifiedMember(response: PasskeyUsed, now: Date): Promise<string | null> {
  // Locked, so that two answers with one counter cannot both be newer than the last.
  await tables().$queryRaw`SELECT "id" FROM "Passkey" WHERE "credentialId" = ${response.id} FOR UPDATE`;
  const passkey = await db().passkey.findFirst({
    where: { credentialId: response.id, member: { disabledAt: null } },
  });
  if (!passkey) return null;
  const { userHandle } = response.response;
  if (userHandle !== undefined && userHandle !== userHandleOf(passkey.memberId)) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: takeChallenge("use_passkey", null, now),
      expectedOrigin: ORIGIN,
      expectedRPID: RP_ID,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: passkey.publicKey,
        counter: Number(passkey.counter),
        transports: passkey.transports as AuthenticatorTransportFuture[],
      },
    });
    if (!verified) return null;
    await tables().passkey.update({
      where: { id: passkey.id },
      data: { counter: authenticationInfo.newCounter, usedAt: now },
    });
    return passkey.memberId;
  } catch {
    // What the library throws tells what was wrong with the answer, and whoever sent it need not know.
    return null;
  }
}

/** What an authenticator keeps as its user: the id, which names nobody. */
const userHandleOf = (memberId: string) => Buffer.from(memberId).toString("base64url");

/** What the browser needs to make a passkey for this member. */
export const beginPasskey = command<
  Record<string, never>,
  PublicKeyCredentialCreationOptionsJSON,
  "prove-again" | "too-many-passkeys"
>({ name: "passkey.begin", role: "contributor" }, async (tx, actor, _input, now) => {
  if (!isFresh(actor, now)) return refused("prove-again");
  const member = await tx.member.findUniqueOrThrow({
    where: { id: actor.id },
    select: { email: true, name: true, passkeys: { select: { credentialId: true, transports: true } } },
  });
  if (member.passkeys.length >= MOST) return refused("too-many-passkeys");
  const options = await generateRegistrationOptions({
    rpName: "Belagt",
    rpID: RP_ID,
    userID: new Uint8Array(Buffer.from(actor.id)),
    userName: member.email,
    userDisplayName: member.name,
    attestationType: "none",
    timeout: PATIENCE,
    excludeCredentials: member.passkeys.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: transports as AuthenticatorTransportFuture[],
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(options.challenge, "add_passkey", actor.id, now);
  return done(options);
});

export const addPasskey = command<
  { name: string; response: PasskeyMade },
  { id: string },
  "prove-again" | "wrong-passkey"
>({ name: "passkey.add", role: "contributor" }, async (tx, actor, { name, response }, now) => {
  if (!isFresh(actor, now)) return refused("prove-again");
  const made = await verifyRegistrationResponse({
    response: {
      ...response,
      response: {
        ...response.response,
        transports: response.response.transports as AuthenticatorTransportFuture[] | undefined,
      },
    },
    expectedChallenge: takeChallenge("add_passkey", actor.id, now),
    expectedOrigin: ORIGIN,
    expectedRPID: RP_ID,
    requireUserVerification: true,
  }).catch(() => null);
  if (!made?.verified) return refused("wrong-passkey");
  const { credential } = made.registrationInfo;
  const row = await tx.passkey.create({
    data: {
      memberId: actor.id,
      name,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      createdAt: now,
    },
    select: { id: true },
  });
  logSecurity("passkey-added", { result: "ok", member: actor.id }, now);
  return done(row);
});

export const renamePasskey = command<{ id: string; name: string }, null, "prove-again" | "unknown-passkey">(
  { name: "passkey.rename", role: "contributor" },
  async (tx, actor, { id, name }, now) => {
    if (!isFresh(actor, now)) return refused("prove-again");
    const { count } = await tx.passkey.updateMany({ where: { id, memberId: actor.id }, data: { name } });
    return count === 1 ? done(null) : refused("unknown-passkey");
  },
);

/** Takes a passkey away. Sessions it has opened end with it, but the one that asks. */
export const removePasskey = command<{ id: string }, null, "prove-again" | "unknown-passkey">(
  { name: "passkey.remove", role: "contributor" },
  async (tx, actor, { id }, now) => {
    if (!isFresh(actor, now)) return refused("prove-again");
    const { count } = await tx.passkey.deleteMany({ where: { id, memberId: actor.id } });
    if (count === 0) return refused("unknown-passkey");
    await tx.session.deleteMany({
      where: { memberId: actor.id, secondFactor: "passkey", NOT: { id: actor.session?.id ?? id } },
    });
    logSecurity("passkey-removed", { result: "ok", member: actor.id }, now);
    return done(null);
  },
);
