import "server-only";
import { isFresh } from "../../core/actor.ts";
import { command } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { done, refused } from "../../core/result.ts";
import { boundTo, unconfirmedSecret } from "./second-factor-queries.ts";
import { seal, unseal } from "./secret-box-settings.ts";
import { logSecurity } from "./security-log.ts";
import { endSessionsOf, renewSession } from "./session-commands.ts";
import { tokenHash } from "./token.ts";
import { matchingStep, newBackupCodes, newTotpSecret, plainBackupCode } from "./totp.ts";

const backupHash = (memberId: string, plain: string) => tokenHash(`${memberId}:${plain}`);

/** Takes a code, once: the primary key of UsedCode lets the first of several at once through. */
async function takeCode(tx: Transaction, memberId: string, code: string, now: Date): Promise<boolean> {
  const taken = await tx.usedCode.createMany({
    data: { memberId, code, usedAt: now },
    skipDuplicates: true,
  });
  return taken.count === 1;
}

async function takeTotp(tx: Transaction, memberId: string, secret: string, typed: string, now: Date) {
  const step = matchingStep(secret, typed.replaceAll(/\s/g, ""), now);
  const old = new Date(now.getTime() - 24 * 3_600_000);
  await tx.usedCode.deleteMany({ where: { memberId, code: { startsWith: "totp:" }, usedAt: { lt: old } } });
  return step !== null && (await takeCode(tx, memberId, `totp:${step}`, now));
}

/**
 * Uses up what somebody typed as their second factor.
 *
 * @returns by what it was proved, or null
 */
export async function useCode(
  tx: Transaction,
  memberId: string,
  typed: string,
  now: Date,
): Promise<"totp" | "backup_code" | null> {
  const row = await tx.twoFactor.findFirst({ where: { memberId, member: { twoFactorEnabled: true } } });
  if (!row) return null;
  const secret = unseal(row.secret, boundTo(memberId));
  if (secret && (await takeTotp(tx, memberId, secret, typed, now))) return "totp";
  const plain = plainBackupCode(typed);
  if (!plain) return null;
  const hash = backupHash(memberId, plain);
  return row.backupHashes.includes(hash) && (await takeCode(tx, memberId, `backup:${hash}`, now))
    ? "backup_code"
    : null;
}

/** Makes a secret that counts for nothing until a code has confirmed it. */
export const beginSecondFactor = command<Record<string, never>, null, "prove-again" | "second-factor-is-on">(
  { name: "second-factor.begin", role: "contributor" },
  async (tx, actor, _input, now) => {
    if (!isFresh(actor, now)) return refused("prove-again");
    const { twoFactorEnabled } = await tx.member.findUniqueOrThrow({ where: { id: actor.id } });
    if (twoFactorEnabled) return refused("second-factor-is-on");
    const secret = seal(newTotpSecret(), boundTo(actor.id));
    const row = { secret, backupHashes: [], createdAt: now };
    await tx.twoFactor.upsert({
      where: { memberId: actor.id },
      create: { ...row, memberId: actor.id },
      update: row,
    });
    return done(null);
  },
);

/** What a member is shown once: ten codes, and the session under a new token. */
export interface SecondFactorMade {
  readonly codes: readonly string[];
  readonly token: string;
}

/** Turns the second factor on. The session counts as proved by it from here on; the member's others end. */
export const confirmSecondFactor = command<
  { code: string },
  SecondFactorMade,
  "prove-again" | "second-factor-not-begun" | "wrong-code"
>({ name: "second-factor.confirm", role: "contributor" }, async (tx, actor, { code }, now) => {
  const { session } = actor;
  if (!session || !isFresh(actor, now)) return refused("prove-again");
  const secret = await unconfirmedSecret(actor.id);
  if (!secret) return refused("second-factor-not-begun");
  if (!(await takeTotp(tx, actor.id, secret, code, now))) return refused("wrong-code", "code");
  const codes = await writeBackupCodes(tx, actor.id);
  await tx.member.update({ where: { id: actor.id }, data: { twoFactorEnabled: true } });
  await endSessionsOf(actor.id, session.id);
  const token = await renewSession(session.id, { by: "totp" });
  logSecurity("second-factor-on", { result: "ok", member: actor.id }, now);
  return done({ codes, token });
});

async function writeBackupCodes(tx: Transaction, memberId: string): Promise<string[]> {
  const codes = newBackupCodes();
  const backupHashes = codes.map((code) => backupHash(memberId, code.replace("-", "")));
  await tx.twoFactor.update({ where: { memberId }, data: { backupHashes } });
  return codes;
}

/** Ten new backup codes; the old ones are worth nothing any more. */
export const renewBackupCodes = command<
  Record<string, never>,
  { readonly codes: readonly string[] },
  "prove-again" | "second-factor-is-off"
>({ name: "second-factor.renew-codes", role: "contributor" }, async (tx, actor, _input, now) => {
  if (!isFresh(actor, now)) return refused("prove-again");
  const { twoFactorEnabled } = await tx.member.findUniqueOrThrow({ where: { id: actor.id } });
  if (!twoFactorEnabled) return refused("second-factor-is-off");
  const codes = await writeBackupCodes(tx, actor.id);
  logSecurity("backup-codes-made", { result: "ok", member: actor.id }, now);
  return done({ codes });
});

/** Turns the member's own second factor off. Their sessions are then proved by a password only, this one too. */
export const dropSecondFactor = command<Record<string, never>, { token: string }, "prove-again">(
  { name: "second-factor.drop", role: "contributor" },
  async (tx, actor, _input, now) => {
    const { session } = actor;
    if (!session || !isFresh(actor, now)) return refused("prove-again");
    await forgetSecondFactor(tx, actor.id);
    await endSessionsOf(actor.id, session.id);
    const kept = await tx.session.findUnique({ where: { id: session.id } });
    const token = await renewSession(session.id, { by: kept?.secondFactor === "passkey" ? "passkey" : null });
    logSecurity("second-factor-off", { result: "ok", member: actor.id }, now);
    return done({ token });
  },
);

export async function forgetSecondFactor(tx: Transaction, memberId: string): Promise<void> {
  await tx.twoFactor.deleteMany({ where: { memberId } });
  await tx.member.update({ where: { id: memberId }, data: { twoFactorEnabled: false } });
}
