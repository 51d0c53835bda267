import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Actor } from "../auth/actor.ts";
import { transaction } from "../db.ts";
import { done, type Result, refused } from "../result.ts";
import type { FieldValues } from "./form.ts";

/** How long a key is remembered. A retry after a lost answer comes within minutes; a day is the usage of the field. */
export const KEY_KEPT_HOURS = 24;

/**
 * Does something once for a key, however often and however parallel it is sent. The key is taken in the transaction of
 * the work: a second sender waits for the first, then gets its answer. A refusal leaves the key free, so that the
 * corrected form can be sent under it.
 *
 * @param sender - who sends: a key belongs to one sender
 * @param sent - what is sent: the same key with something else is a mistake of the sender's
 */
export async function once<T, R extends string>(
  { key, sender, sent }: { key: string; sender: string; sent: unknown },
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | "key-of-another" | "key-used">> {
  const digest = createHash("sha256")
    .update(canonicalize(sent) ?? "")
    .digest("hex");
  const takenBack = new TakenBack();
  try {
    return await transaction(async (tx) => {
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
    });
  } catch (error) {
    if (error === takenBack && takenBack.result) return takenBack.result as Result<never, R>;
    throw error;
  }
}

class TakenBack extends Error {
  result: Result<never> | null = null;
}

/** Forgets keys that nobody will send again. */
export const forgetKeys = (now: Date = new Date()) =>
  transaction((tx) =>
    tx.submission.deleteMany({ where: { at: { lt: new Date(now.getTime() - KEY_KEPT_HOURS * 3_600_000) } } }),
  );

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
  now: Date = new Date(),
): Promise<Result<{ version: number; savedAt: string }, "typed-elsewhere">> {
  return transaction(async (tx) => {
    const where = { member: actor.id, form };
    if (version === 0) {
      const made = await tx.autosave.createMany({
        data: { ...where, fields, savedAt: now },
        skipDuplicates: true,
      });
      return made.count === 1 ? done({ version: 1, savedAt: now.toISOString() }) : refused("typed-elsewhere");
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

/** Forgets what was typed: it was sent, or its writer threw it away. */
export const dropTyped = (actor: Actor, form: string) =>
  transaction((tx) => tx.autosave.deleteMany({ where: { member: actor.id, form } }));
