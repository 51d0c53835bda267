import "server-only";
import { atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { columns } from "../../core/columns.ts";
import { command, created, type DraftRef } from "../../core/command.ts";
import { type Transaction, transaction } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { isToken, tokenHash } from "../../desk/auth/token.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { type Limit, takeAttempt } from "../../desk/limit/limit-commands.ts";
import type { PublishedRow } from "../record-log/publication-schema.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { hold, holdRow } from "../seen/seen-commands.ts";
import { wroteQuestion } from "./reply-commands.ts";
import { decliningShown } from "./reply-queries.ts";
import { asSaid, savedAs } from "./reply-recorded.ts";
import type { RecordedReply, SentReply } from "./reply-schema.ts";

/** Answers taken from one network: an office asked about many claims sends many, and a flood is still stopped. */
const SENDING: Limit = { name: "reply", most: 30, within: 10 * 60_000 };

/**
 * Takes an answer sent through a private link. Every one is kept; none is public before an editor has published it.
 *
 * Whoever calls it has a link and is nobody we know.
 *
 * @param network - who sends it, as far as is known: lib/desk/auth/network.ts
 */
export function sendReply(
  { token, ...reply }: SentReply,
  network: string,
  now: Date = clock.now(),
): Promise<Result<{ receivedAt: string }, "unknown-link" | "link-over" | "too-often">> {
  return transaction(async (tx) => {
    if (!isToken(token)) return refused("unknown-link");
    await tx.$executeRaw`SELECT set_config('belagt.actor', '', true), set_config('belagt.command', 'reply.send', true)`;
    // For share: a link is not taken back while something comes by it.
    const [link] = await tx.$queryRaw<
      { id: string; requestId: string; expiresAt: Date; revokedAt: Date | null }[]
    >`
      SELECT "id", "requestId", "expiresAt", "revokedAt" FROM "ReplyLink" WHERE "tokenHash" = ${tokenHash(token)} FOR SHARE`;
    if (!link) return refused("unknown-link");
    if (link.revokedAt || link.expiresAt <= now) return refused("link-over");
    if ((await takeAttempt(SENDING, network, now)) !== "taken") return refused("too-often");
    await tx.submittedReply.create({
      data: { ...reply, requestId: link.requestId, linkId: link.id, receivedAt: now },
    });
    return done({ receivedAt: now.toISOString() });
  });
}

const withNames = {
  request: {
    select: {
      publishedAt: true,
      claim: { select: { slug: true, publishedAt: true } },
      party: { select: { slug: true } },
    },
  },
} as const;

interface Request {
  readonly claim: { readonly slug: string };
  readonly party: { readonly slug: string };
}

const logReply = (reply: PublishedRow<"reply">, { claim, party }: Request, at: Date) =>
  appendToLog(
    {
      ...{ type: "reply.published", subject: claim.slug, version: null },
      about: { claim: claim.slug, party: party.slug },
      rows: { reply: [reply] },
    },
    at,
  );

/**
 * Whether somebody has had the link that an answer came by: made it, was shown it, handed out the letter it stood in, or
 * chose where that letter went. Whoever has had the link can write in the party's name by it, so somebody else has to
 * publish what comes.
 */
async function hadLink(
  tx: Transaction,
  memberId: string,
  link: { readonly tokenHash: string; readonly createdBy: string; readonly requestId: string },
): Promise<boolean> {
  if (link.createdBy === memberId) return true;
  if ((await tx.linkShown.count({ where: { linkHash: link.tokenHash, memberId } })) > 0) return true;
  const letters = await tx.letter.findMany({
    where: { linkHash: link.tokenHash },
    select: { createdBy: true, sentBy: true },
  });
  if (letters.some(({ createdBy, sentBy }) => createdBy === memberId || sentBy === memberId)) return true;
  return letters.length > 0 && (await wroteQuestion(tx, memberId, link.requestId));
}

/** A proposal not to publish an answer falls when the answer is published. */
const dropProposal = (tx: Transaction, answer: { submittedId: string } | { replyId: string }) =>
  tx.declining.deleteMany({ where: { ...answer, publishedAt: null } });

/** Publishes an answer that came by a link, word for word. Whoever has had the link does not. */
export const publishSentReply = command(
  { name: "reply.publish-sent", role: "editor", publishes: "record" },
  async (tx, actor, { id, seen }: { id: string; seen?: string }, now) => {
    const held = await holdRow(now, seen, "SubmittedReply", id);
    if (!held.ok) return held;
    const { at } = held.value;
    const sent = await tx.submittedReply.findUnique({
      where: { id },
      include: { ...withNames, link: { select: { tokenHash: true, createdBy: true, requestId: true } } },
    });
    if (!sent) return refused("unknown-answer");
    if (await hadLink(tx, actor.id, sent.link)) return refused("had-its-link");
    if (!sent.request.claim.publishedAt || !sent.request.publishedAt) return refused("unknown-claim");
    const { count } = await tx.submittedReply.updateMany({
      where: { id, accepted: null },
      data: { accepted: true, decidedBy: actor.id, decidedAt: at },
    });
    if (count === 0) return refused("already-decided");
    await dropProposal(tx, { submittedId: id });
    const { requestId, text, language, receivedAt } = sent;
    const answer = { requestId, way: "link" as const, text, language, receivedAt };
    const reply = await tx.reply.create({
      data: { ...answer, ...columns("publisher", actor.byline), createdBy: actor.id, publishedAt: at },
    });
    await logReply(reply, sent.request, at);
    return done({ id: requestId });
  },
);

/** An answer, named: one that came by a link, or one that the desk wrote down. */
interface AnswerRef {
  readonly id: string;
  readonly isSent: boolean;
}

/** The answer while nobody has decided on it, held so that nobody does meanwhile. */
async function undecided(tx: Transaction, { id, isSent }: AnswerRef) {
  if (isSent) {
    await tx.$queryRaw`SELECT "id" FROM "SubmittedReply" WHERE "id" = ${id}::uuid FOR UPDATE`;
    return tx.submittedReply.findFirst({ where: { id, accepted: null }, include: { declining: true } });
  }
  await tx.$queryRaw`SELECT "id" FROM "Reply" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return tx.reply.findFirst({ where: { id, publishedAt: null }, include: { declining: true } });
}

/**
 * Proposes that an answer is not published, with the reason that readers are to see. Until somebody else agrees it is
 * undecided.
 */
export const proposeDeclining = command(
  { name: "reply.propose-declining", role: "journalist" },
  async (tx, actor, { reason, ...answer }: AnswerRef & { readonly reason: Bilingual }) => {
    const there = await undecided(tx, answer);
    if (!there) return refused("already-decided");
    if (there.declining)
      return refused(there.declining.publishedAt ? "already-decided" : "declining-proposed");
    await tx.declining.create({
      data: {
        requestId: there.requestId,
        ...(answer.isSent ? { submittedId: answer.id } : { replyId: answer.id }),
        ...columns("reason", reason),
        createdBy: actor.id,
      },
    });
    return done({ id: there.requestId });
  },
);

/** Throws such a proposal away. It is written anew rather than changed: whoever agrees has read all of it. */
export const discardDeclining = command(
  { name: "reply.discard-declining", role: "journalist" },
  async (tx, _actor, { id }: { id: string }) => {
    const there = await tx.declining.findFirst({ where: { id, publishedAt: null } });
    if (!there) return refused("unknown-draft");
    await tx.declining.deleteMany({ where: { id, publishedAt: null } });
    return done({ id: there.requestId });
  },
);

/**
 * Leaves an answer unpublished, and says so in public: that it came, when, and why it is not published. Whoever proposed it
 * does not. The answer is kept.
 */
export const declineReply = command(
  { name: "reply.decline", role: "editor", publishes: "record" },
  async (tx, actor, { id, seen }: { id: string; seen?: string }, now) => {
    const held = await hold(now, seen, decliningShown(id));
    if (!held.ok) return held.reason === "nothing-shown" ? refused("unknown-draft") : held;
    const { at } = held.value;
    const row = await tx.declining.findUnique({
      where: { id },
      include: { request: withNames.request },
    });
    if (!row) return refused("unknown-draft");
    if (row.publishedAt) return refused("already-decided");
    if (row.createdBy === actor.id || (await wroteAmong(actor.id, [id])))
      return refused("author-cannot-approve");
    if (!row.request.claim.publishedAt || !row.request.publishedAt) return refused("request-not-published");
    const answer = await undecided(tx, {
      id: row.submittedId ?? row.replyId ?? "",
      isSent: row.submittedId !== null,
    });
    if (!answer) return refused("already-decided");
    if (row.submittedId !== null) {
      await tx.submittedReply.update({
        where: { id: row.submittedId },
        data: { accepted: false, decidedBy: actor.id, decidedAt: at },
      });
    }
    await tx.declining.update({ where: { id }, data: { publishedAt: at } });
    await appendToLog(
      {
        ...{ type: "reply.declined", subject: row.request.claim.slug, version: null },
        about: {
          claim: row.request.claim.slug,
          party: row.request.party.slug,
          receivedAt: answer.receivedAt,
        },
        rows: { declining: [{ ...row, publishedAt: at }] },
      },
      at,
    );
    return done({ id: row.requestId });
  },
);

/** Writes down an answer that came in some other way than by a link: a draft, until somebody else publishes it. */
export const recordReply = command(
  { name: "reply.record", role: "journalist" },
  async (tx, actor, { requestId, reply }: { requestId: string; reply: RecordedReply }, now) => {
    const { received, ...words } = reply;
    if (received > now) return refused("not-yet", "received.day");
    return created(
      tx.reply.create({ data: { ...words, requestId, receivedAt: received, createdBy: actor.id } }),
    );
  },
);

/** Corrects what was written down of an answer, while it is a draft. */
export const reviseRecordedReply = command(
  { name: "reply.revise-recorded", role: "journalist" },
  async (tx, _actor, { id, revision, reply }: DraftRef & { reply: RecordedReply }, now) => {
    const { received, ...words } = reply;
    if (received > now) return refused("not-yet", "received.day");
    const before = await tx.reply.findUnique({ where: { id } });
    if (!before) return refused("unknown-answer");
    if (before.publishedAt) return refused("already-published", "revision");
    if (savedAs(before) !== revision) return refused("stale", "revision");
    if (await tx.declining.count({ where: { replyId: id } })) return refused("declining-proposed");
    const { count } = await tx.reply.updateMany({
      where: asSaid(before),
      data: { ...words, receivedAt: received },
    });
    return count === 1 ? done({ id: before.requestId }) : refused("stale", "revision");
  },
);

/** Publishes a recorded answer, as the editor saw it. Whoever wrote it down does not. */
export const publishReply = command(
  { name: "reply.publish", role: "editor", publishes: "record" },
  async (tx, actor, { id, revision, seen }: DraftRef & { seen?: string }, now) => {
    const held = await holdRow(now, seen, "Reply", id);
    if (!held.ok) return held;
    const { at } = held.value;
    const reply = await tx.reply.findUnique({ where: { id }, include: withNames });
    if (!reply) return refused("unknown-answer");
    if (reply.publishedAt) return refused("already-published");
    if (!reply.request.claim.publishedAt || !reply.request.publishedAt)
      return refused("request-not-published");
    if (savedAs(reply) !== revision) return refused("stale", "revision");
    if (await wroteAmong(actor.id, [id])) return refused("author-cannot-approve");
    const declining = await tx.declining.findUnique({ where: { replyId: id } });
    if (declining?.publishedAt) return refused("already-decided");
    await dropProposal(tx, { replyId: id });
    const { count } = await tx.reply.updateMany({
      where: asSaid(reply),
      data: { publishedAt: at, ...columns("publisher", actor.byline) },
    });
    if (count === 0) return refused("stale", "revision");
    await logReply({ ...reply, ...columns("publisher", actor.byline), publishedAt: at }, reply.request, at);
    return done({ id: reply.requestId });
  },
);

/**
 * Throws away a recorded answer that was written down wrong, while it is a draft. The history keeps it. Whoever wrote it
 * down may; of anybody else's it takes two, since it stops verdicts that would say there is none: one who has proposed not
 * to publish it, and an editor who finds that it was no answer.
 */
export const discardReply = command(
  { name: "reply.discard", role: "journalist" },
  async (tx, actor, { id }: { id: string }) => {
    const reply = await tx.reply.findUnique({ where: { id }, include: { declining: true } });
    if (!reply) return refused("unknown-answer");
    if (reply.publishedAt) return refused("already-published");
    const { declining } = reply;
    if (declining?.publishedAt) return refused("already-decided");
    const agrees = declining !== null && declining.createdBy !== actor.id && atLeast(actor, "editor");
    if (reply.createdBy !== actor.id && !agrees) return refused("takes-two-to-discard");
    await dropProposal(tx, { replyId: id });
    const { count } = await tx.reply.deleteMany({ where: { id, publishedAt: null } });
    return count === 1 ? done({ id: reply.requestId }) : refused("already-published");
  },
);
