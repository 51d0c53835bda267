import "server-only";
import { createHash } from "node:crypto";
import { tables } from "../../core/db.ts";

/** How often something may be tried in one bucket, counted from the first try. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  /** Milliseconds after the first try when counting begins anew. Never more than 15 minutes: nobody is locked out. */
  readonly within: number;
}

const MINUTE = 60_000;

/**
 * Accounts are found by the e-mail address as it was typed, so that one nobody has is counted like one somebody has.
 * A network is an IPv4 address or an IPv6 /64 (lib/desk/auth/network.ts); a newsroom may share one.
 */
export const LIMITS = {
  account: { name: "account", most: 5, within: 10 * MINUTE },
  network: { name: "network", most: 30, within: 10 * MINUTE },
  secondFactor: { name: "second-factor", most: 5, within: 10 * MINUTE },
  passkey: { name: "passkey", most: 60, within: 10 * MINUTE },
  link: { name: "link", most: 60, within: 10 * MINUTE },
  forgottenAccount: { name: "forgotten-account", most: 3, within: 15 * MINUTE },
  forgottenNetwork: { name: "forgotten-network", most: 10, within: 10 * MINUTE },
} satisfies Record<string, Limit>;

const bucketOf = (limit: Limit, key: string) =>
  createHash("sha256").update(`${limit.name}\n${key}`).digest("hex");

/** `first-too-many`: this very try went over the limit; the ones after it are `too-many`. */
export type Taken = "taken" | "first-too-many" | "too-many";

/**
 * Counts one try before it is made, in one statement: of a hundred at once exactly `most` are told to go on. To be
 * called outside a transaction, which would take the count back with itself.
 */
export async function takeAttempt(limit: Limit, key: string, now: Date): Promise<Taken> {
  const bucket = bucketOf(limit, key);
  const over = new Date(now.getTime() - limit.within);
  const rows = await tables().$queryRaw<{ count: number }[]>`
    INSERT INTO "Attempt" AS a ("bucket", "count", "startedAt") VALUES (${bucket}, 1, ${now})
    ON CONFLICT ("bucket") DO UPDATE SET
      "count" = CASE WHEN a."startedAt" <= ${over} THEN 1 ELSE a."count" + 1 END,
      "startedAt" = CASE WHEN a."startedAt" <= ${over} THEN ${now} ELSE a."startedAt" END
    RETURNING "count"`;
  const count = rows[0]?.count ?? Number.POSITIVE_INFINITY;
  if (count === 1) await sweep(now);
  if (count <= limit.most) return "taken";
  return count === limit.most + 1 ? "first-too-many" : "too-many";
}

/** The try went well and shall not count. */
export async function giveBackAttempt(limit: Limit, key: string): Promise<void> {
  await tables().attempt.updateMany({
    where: { bucket: bucketOf(limit, key), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Whoever tried has shown to be the right one: counting begins anew. */
export async function forgetAttempts(limit: Limit, key: string): Promise<void> {
  await tables().attempt.deleteMany({ where: { bucket: bucketOf(limit, key) } });
}

/** Counts that are over are nobody's business. Rows somebody is counting in right now are left for the next time. */
async function sweep(now: Date): Promise<void> {
  const old = new Date(now.getTime() - 60 * MINUTE);
  await tables().$executeRaw`
    DELETE FROM "Attempt" WHERE "bucket" IN (
      SELECT "bucket" FROM "Attempt" WHERE "startedAt" < ${old} FOR UPDATE SKIP LOCKED LIMIT 100)`;
}
