import "server-only";
import { db } from "../../core/db.ts";

export interface PasskeyLine {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly usedAt: string | null;
}

/** A member's passkeys, the oldest first. */
export async function passkeysOf(memberId: string): Promise<PasskeyLine[]> {
  const rows = await db().passkey.findMany({
    where: { memberId },
    select: { id: true, name: true, createdAt: true, usedAt: true },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
  }));
}
