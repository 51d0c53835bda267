import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Actor } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { ifWritable } from "../../core/command.ts";
import { type Transaction, transaction } from "../../core/db.ts";
import { done, type Result, refused } from "../../core/result.ts";
import type { FieldValues } from "./form.ts";

/**
 * Does something once for a key, however often and however parallel it is sent. The key is taken in the transaction of
 * the work: a second sender waits for the first, then gets its answer. A refusal leaves the key free, so that the
 * corrected form can be sent under it. Keys are forgotten after a day (lib/desk/retention).
 *
 * @param sender - who sends: a key belongs to one sender
 * @param sent - what is sent: the same key with something else is a mistake of the sender's
 */
export async function once<T, R extends string>(
  { key, sender, sent }: { key: string; sender: string; sent: unknown },
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | "key-of-another" | "key-used" | "database-away" | "disk-full">> {
  const digest = createHash("sha256")
    .update(canonicalize(sent) ?? "")
    .digest("hex");
  const takenBack = new TakenBack();
  try {
    return await ifWritable(() =>
      transaction(async (tx) => {
        const taken = await tx.submission.createMany({ data: { key, sender, digest }, skipDuplicates: true });
        if (taken.count === 0) {
          const before = await tx.submission.findUnique({ where: { key } });
          if (before?.sender !== sender) return refused("key-of-another");
          if (before.digest !== digest) return refused("key-used");
          return done(before.answer as T);
        }
        const result = await work();
        if (!result.ok) {
          takenBack.result = result;
          throw takenBack;
        }
        await tx.submission.update({
          where: { key },
          data: { answer: JSON.parse(JSON.stringify(result.value)) },
        });
        return result;
      }),
    );
  } catch (error) {
    if (error === takenBack && takenBack.result) return takenBack.result as Result<never, R>;
    throw error;
  }
}

class TakenBack extends Error {
  result: Result<never> | null = null;
}

/** What somebody has typed and not sent: kept for them alone, under the name of the form. */
export interface Typed {
  readonly form: string;
  /** The version this window saw last; 0: none. */
  readonly version: number;
  readonly fields: FieldValues;
}

/**
 * Keeps what is being typed. Two windows on one form: the one that saved last holds, and the other is told.
 *
 * @returns the new version
 */
export function keepTyped(
  actor: Actor,
  { form, version, fields }: Typed,
  now: Date = clock.now(),
): Promise<Result<{ version: number; savedAt: string }, "typed-elsewhere">> {
  return transaction(async (tx) => {
    const where = { member: actor.id, form };
    if (version === 0) {
      const made = await tx.autosave.createMany({
        data: { ...where, fields, savedAt: now },
        skipDuplicates: true,
      });
      if (made.count === 0) return refused("typed-elsewhere");
      await forgetOldest(tx, actor.id);
      return done({ version: 1, savedAt: now.toISOString() });
    }
    const saved = await tx.autosave.updateMany({
      where: { ...where, version },
      data: { fields, savedAt: now, version: { increment: 1 } },
    });
    return saved.count === 1
      ? done({ version: version + 1, savedAt: now.toISOString() })
      : refused("typed-elsewhere");
  });
}

/** More forms than anybody has begun and not sent; the ones before are let go, so that nobody fills the disk. */
const MOST_KEPT = 200;

async function forgetOldest(tx: Transaction, member: string): Promise<void> {
  const beyond = await tx.autosave.findMany({
    where: { member },
    orderBy: [{ savedAt: "desc" }, { form: "asc" }],
    skip: MOST_KEPT,
    select: { form: true },
  });
  if (beyond.length === 0) return;
  await tx.autosave.deleteMany({ where: { member, form: { in: beyond.map(({ form }) => form) } } });
}

/** Forgets what was typed: it was sent, or its writer threw it away. */
export const dropTyped = (actor: Actor, form: string) =>
  transaction((tx) => tx.autosave.deleteMany({ where: { member: actor.id, form } }));
