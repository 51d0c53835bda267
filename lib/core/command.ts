import "server-only";
import { type Actor, mayGive, type Role } from "./actor.ts";
import { clock } from "./clock.ts";
import { isAway, isFull, refusalOf, type Transaction, tellsReaders, transaction } from "./db.ts";
import { hasRoom } from "./disk-store.ts";
import { done, type Result, refused } from "./result.ts";
import { statusNotes } from "./status.ts";

/** What a command is called and who may give it: one line of the table of permissions (command.test.ts). */
export interface CommandSpec {
  /** `noun.verb`, also the name in the history. */
  readonly name: string;
  /** The least role that may; "worker": no person, only Belagt itself at its jobs. */
  readonly role: Role | "worker";
  /**
   * It makes something public, or takes it back: needs a sign-in proved by a second factor and, but for the imprint
   * itself, somebody who answers for what is published.
   */
  readonly publishes?: "record" | "imprint";
}

/** What one person alone may make public, by command, each with the reason. For everything else it takes two. */
export const ALONE: Readonly<Record<string, string>> = {
  "imprint.publish":
    "it says who answers for all the rest, and an administrator alone in a new installation must be able to begin",
  "removal.take-down":
    "harm is done by what stands, not by what is missing: it says nothing of anybody, and two people then say whether it stays so",
};

/** Rows that are public from the first, and why nobody at the desk has written what is in them. */
const PUBLIC_FROM_THE_FIRST: Readonly<Record<string, string>> = {
  Reply: "what a party sent by its link, word for word; another command refuses whoever has had that link",
};

export type GateRefusal =
  | "not-allowed"
  | "author-cannot-approve"
  | "second-factor-needed"
  | "no-responsible-publisher"
  | "already-there"
  | "unknown-reference"
  | "half-translated"
  | "quote-not-in-copy"
  | "at-the-same-time"
  | "not-shown"
  | "database-away"
  | "disk-full";

export interface Command<I, T, R extends string> {
  (actor: Actor, input: I, now?: Date): Promise<Result<T, R | GateRefusal>>;
  readonly spec: CommandSpec;
}

/**
 * Whether whoever publishes says what the page had shown them (lib/record/seen): a form that does not publishes nothing.
 * The imprint is not read before it is published, it is written in the form itself.
 */
const saysWhatWasSeen = (input: unknown): boolean =>
  typeof input === "object" && input !== null && "seen" in input && typeof input.seen === "string";

/** A refusal on its way out of a transaction, so that nothing of it is kept. */
class Refusal extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super(`Refused: ${result.ok ? "" : result.reason}`);
    this.result = result;
  }
}

/**
 * Does what somebody has sent and waits for, if anything may be written. That the database is away, or has no room left, is
 * told like any other refusal, so that what was typed comes back. Every form passes here, those of people without an account
 * and of signing in too (form-commands.ts, secret-form-request.ts).
 */
export async function ifWritable<T, R extends string>(
  work: () => Promise<Result<T, R>>,
): Promise<Result<T, R | "database-away" | "disk-full">> {
  if (!(await hasRoom())) return refused("disk-full");
  try {
    return await work();
  } catch (error) {
    if (isAway(error)) return refused(isFull(error) ? "disk-full" : "database-away");
    throw error;
  }
}

/**
 * The shape of everything that writes: the role first, then one transaction that is taken back whole when the answer
 * is a refusal, with the actor's name in it for the history (migration: remember_change). What the database refuses
 * (a taken slug, an id that is not there) is a value like any other refusal.
 *
 * A command called inside another joins its transaction: a refusal there is for the outer one to pass on.
 */
export function command<I, T, R extends string = never>(
  spec: CommandSpec,
  run: (tx: Transaction, actor: Actor, input: I, now: Date) => Promise<Result<T, R>>,
): Command<I, T, R> {
  const give = async (
    actor: Actor,
    input: I,
    now: Date = clock.now(),
  ): Promise<Result<T, R | GateRefusal>> => {
    if (!mayGive(actor, spec.role)) return refused("not-allowed");
    if (spec.publishes && !actor.secondFactor) return refused("second-factor-needed");
    if (spec.publishes === "record" && actor.readsPages && !saysWhatWasSeen(input))
      return refused("not-shown");
    const write = () => writeOnce(actor, input, now);
    // A person is told; a job, for which nobody waits, fails and is tried again.
    if (statusNotes().getStore() !== undefined) return ifWritable(write);
    if (!(await hasRoom()))
      throw new Error("The disk is nearly full: nothing more is written before there is space");
    return write();
  };
  const writeOnce = async (actor: Actor, input: I, now: Date): Promise<Result<T, R | GateRefusal>> => {
    try {
      return await transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('belagt.actor', ${actor.id}, true), set_config('belagt.command', ${spec.name}, true)`;
        if (spec.publishes === "record" && !actor.founding && (await tx.imprint.count()) === 0) {
          throw new Refusal(refused("no-responsible-publisher"));
        }
        const needsTwo = spec.publishes !== undefined && !(spec.name in ALONE) && !actor.founding;
        const before = needsTwo ? await lastChange(tx) : 0n;
        const result = await run(tx, actor, input, now);
        if (!result.ok) throw new Refusal(result);
        if (spec.publishes) tellsReaders(tx);
        if (needsTwo && (await publishedOwn(tx, actor.id, before))) {
          throw new Refusal(refused("author-cannot-approve"));
        }
        return result;
      });
    } catch (error) {
      if (error instanceof Refusal) return error.result as Result<never, R>;
      const reason = refusalOf(error);
      if (reason !== null && reason !== "never-changed") return refused(reason);
      throw error;
    }
  };
  return Object.assign(give, { spec });
}

async function lastChange(tx: Transaction): Promise<bigint> {
  const { _max } = await tx.change.aggregate({ _max: { seq: true } });
  return _max.seq ?? 0n;
}

/**
 * Whether somebody has just made public what they have written themselves: a row that they had written in before, or one
 * that was public from the first. Commands that publish look for it and say so better; this is for those that do not.
 *
 * @param before - the last change before the command began
 */
async function publishedOwn(tx: Transaction, memberId: string, before: bigint): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ own: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM "Change" p
       WHERE p."seq" > ${before} AND p."actor" = ${memberId}
         AND p."after" ->> 'publishedAt' IS NOT NULL AND p."before" ->> 'publishedAt' IS NULL
         AND CASE WHEN p."before" IS NULL THEN p."table" <> ALL (${Object.keys(PUBLIC_FROM_THE_FIRST)})
                  ELSE EXISTS (SELECT FROM "Change" w
                                WHERE w."table" = p."table" AND w."rowId" = p."rowId"
                                  AND w."actor" = ${memberId} AND w."seq" < p."seq") END) AS own`;
  return found?.own ?? false;
}

/** What a save of a draft is refused for: somebody else saved first, it is public by now, or there is none. */
export type ReviseRefusal = "stale" | "already-published" | "unknown-draft";

/** Names a draft and the save that a change of it began from. */
export interface DraftRef {
  readonly id: string;
  readonly revision: number;
}

/**
 * The answer of a command that changes a draft. The write itself names the revision it began from, so that of a
 * hundred at once one is taken.
 *
 * @param write - an `updateMany` that finds the draft by id, revision and `publishedAt: null`
 * @param look - what stands there, to say why nothing was found
 */
export async function revised(
  ref: DraftRef,
  write: Promise<{ count: number }>,
  look: () => Promise<{ revision: number; publishedAt: Date | null } | null>,
): Promise<Result<DraftRef, ReviseRefusal>> {
  const { count } = await write;
  if (count === 1) return done({ id: ref.id, revision: ref.revision + 1 });
  const there = await look();
  if (!there) return refused("unknown-draft");
  return refused(there.publishedAt ? "already-published" : "stale", "revision");
}

/** The wordings of one thing: its table, as far as putting it in other words needs it. */
interface Wordings {
  readonly newest: () => Promise<{
    id: string;
    version: number;
    revision: number;
    publishedAt: Date | null;
  } | null>;
  /** An `updateMany` of the newest, which is a draft. */
  readonly change: (draft: ReturnType<typeof asBegun>) => Promise<{ count: number }>;
  readonly add: (version: number) => Promise<unknown>;
}

/**
 * The answer of a command that puts something in other words: while its newest wording is a draft that draft is changed,
 * after that it is the next version.
 *
 * @param ref - the thing itself, and the revision of the wording the change began from
 */
export async function reworded(
  { id, revision }: DraftRef,
  { newest, change, add }: Wordings,
): Promise<Result<DraftRef, ReviseRefusal>> {
  const last = await newest();
  if (!last) return refused("unknown-draft");
  if (last.publishedAt === null) {
    return revised({ id, revision }, change(asBegun({ id: last.id, revision })), newest);
  }
  if (last.revision !== revision) return refused("stale", "revision");
  await add(last.version + 1);
  return done({ id, revision: 1 });
}

/** Finds a draft by the save that a change began from. */
export const asBegun = ({ id, revision }: DraftRef) => ({
  id,
  revision: asSave(revision),
  publishedAt: null,
});

/** A revision as a column holds it: a number beyond that is the save of nothing, and is to find nothing. */
export const asSave = (revision: number): number =>
  Number.isInteger(revision) && Math.abs(revision) <= 0x7fffffff ? revision : -1;

/** The answer of a command that made one row. */
export const created = async (row: Promise<{ id: string }>): Promise<Result<{ id: string }, never>> => {
  const { id } = await row;
  return done({ id });
};
