import "server-only";
import { db } from "../../core/db.ts";
import { unseal } from "./secret-box-settings.ts";

/** Whose secret it is: one copied from another row opens with nothing. */
export const boundTo = (memberId: string) => `totp:${memberId}`;

/** The secret of a member who is setting up a second factor and has not confirmed it; null otherwise. */
export async function unconfirmedSecret(memberId: string): Promise<string | null> {
  const row = await db().twoFactor.findFirst({ where: { memberId, member: { twoFactorEnabled: false } } });
  return row && unseal(row.secret, boundTo(memberId));
}

/** How many backup codes a member has left. */
export async function backupCodesLeft(memberId: string): Promise<number> {
  const row = await db().twoFactor.findUnique({ where: { memberId } });
  if (!row) return 0;
  const codes = row.backupHashes.map((hash) => `backup:${hash}`);
  return codes.length - (await db().usedCode.count({ where: { memberId, code: { in: codes } } }));
}
