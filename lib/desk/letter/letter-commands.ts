import "server-only";
import type { Actor } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { command } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import { done, refused } from "../../core/result.ts";
import { queueJob } from "../job/job-commands.ts";
import { letterSchema } from "./letter-schema.ts";

export interface LetterToWrite {
  readonly to: string;
  readonly subject: string;
  /** `{link}` stands where the link is put in when the letter goes. */
  readonly text: string;
  /** A link that lets somebody in. It is kept no longer than until the letter has gone. */
  readonly link?: {
    readonly url: string;
    readonly hash: string;
    readonly until: Date;
    /** It is shown to nobody who is not remembered: who has had it can act in the name of who it is for. */
    readonly guarded?: true;
  };
}

/**
 * Puts a letter in the outbox, in the transaction of its reason: both happen or neither. With a mail server the
 * job that sends it is asked for at the same time (letter-send-job.ts); without one somebody sends it by hand from /desk/letters.
 *
 * @throws ZodError for an address or a heading that no letter may have: its caller has parsed them
 */
export async function writeLetter(
  tx: Transaction,
  actor: Pick<Actor, "id">,
  { link, ...letter }: LetterToWrite,
  now: Date = clock.now(),
): Promise<{ id: string; byHand: boolean }> {
  const byHand = env.BELAGT_SMTP_URL === undefined;
  const { id } = await tx.letter.create({
    data: {
      ...letterSchema.parse(letter),
      link: link?.url,
      linkUntil: link?.until,
      linkHash: link?.hash,
      guarded: link?.guarded ?? false,
      state: byHand ? "by_hand" : "waiting",
      createdAt: now,
      createdBy: actor.id,
    },
    select: { id: true },
  });
  if (!byHand) await queueLetter(id);
  return { id, byHand };
}

/**
 * Remembers that a member has seen a guarded link: before it is shown, wherever that is.
 *
 * Part of commands that show one.
 */
export const noteShown = (tx: Transaction, actor: Pick<Actor, "id">, linkHash: string, at: Date) =>
  tx.linkShown.createMany({ data: [{ linkHash, memberId: actor.id, at }], skipDuplicates: true });

/** Shows a letter's guarded link to whoever asks for it, from then on: to send the letter they have to see it. */
export const showLetterLink = command<{ id: string }, null, "unknown-letter" | "letter-link-gone">(
  { name: "letter.show-link", role: "administrator" },
  async (tx, actor, { id }, now) => {
    const letter = await tx.letter.findUnique({ where: { id }, select: { linkHash: true } });
    if (!letter?.linkHash) return refused("unknown-letter");
    if (await leadsNowhere(tx, id, now)) return refused("letter-link-gone");
    await noteShown(tx, actor, letter.linkHash, now);
    return done(null);
  },
);

/** Asks for the job that sends a letter, in the transaction that says that it waits. */
export const queueLetter = (id: string) => queueJob("letter.send", { letterId: id }, { key: id });

/** Somebody has sent the letter in their own way. Its link is then no longer ours to keep. */
export const markLetterSent = command<{ id: string }, null, "unknown-letter">(
  { name: "letter.mark-sent", role: "administrator" },
  async (tx, actor, { id }, now) => {
    const { count } = await tx.letter.updateMany({
      where: { id, state: { not: "sent" } },
      data: { state: "sent", sentAt: now, sentBy: actor.id, link: null },
    });
    return count === 1 ? done(null) : refused("unknown-letter");
  },
);

/** A letter that says `{link}` and has none that is good any more would lead nowhere. */
async function leadsNowhere(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const letter = await tx.letter.findUnique({
    where: { id },
    select: { text: true, link: true, linkUntil: true },
  });
  if (!letter?.text.includes("{link}")) return false;
  return letter.link === null || (letter.linkUntil !== null && letter.linkUntil <= now);
}

/** Lets a letter that failed be tried anew; without a mail server it is one to be sent by hand. */
export const tryLetterAgain = command<{ id: string }, null, "unknown-letter" | "letter-link-gone">(
  { name: "letter.try-again", role: "administrator" },
  async (tx, _actor, { id }, now) => {
    const state = env.BELAGT_SMTP_URL === undefined ? "by_hand" : "waiting";
    const { count } = await tx.letter.updateMany({
      where: { id, state: "failed" },
      data: { state, attempts: 0 },
    });
    if (count === 0) return refused("unknown-letter");
    if (await leadsNowhere(tx, id, now)) return refused("letter-link-gone");
    if (state === "waiting") await queueLetter(id);
    return done(null);
  },
);

/** Hands a letter that was to be sent by hand to the mail server, which has been set up since. */
export const sendLetterNow = command<
  { id: string },
  null,
  "unknown-letter" | "letter-link-gone" | "no-mail-server"
>({ name: "letter.send-now", role: "administrator" }, async (tx, _actor, { id }, now) => {
  if (env.BELAGT_SMTP_URL === undefined) return refused("no-mail-server");
  const { count } = await tx.letter.updateMany({
    where: { id, state: "by_hand" },
    data: { state: "waiting", attempts: 0 },
  });
  if (count === 0) return refused("unknown-letter");
  if (await leadsNowhere(tx, id, now)) return refused("letter-link-gone");
  await queueLetter(id);
  return done(null);
});

/** Erases the link of a letter that has been used or taken back: it opens nothing any more. */
export const eraseLink = (tx: Transaction, hash: string) =>
  tx.letter.updateMany({ where: { linkHash: hash }, data: { link: null } });
