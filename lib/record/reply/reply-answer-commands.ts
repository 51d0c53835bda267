import "server-only";
import { atLeast } from "../../core/actor.ts";
import { clock } from "../../core/clock.ts";
import { command, created, type DraftRef } from "../../core/command.ts";
import { type Transaction, transaction } from "../../core/db.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { isToken, tokenHash } from "../../desk/auth/token.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { type Limit, takeAttempt } from "../../desk/limit/limit-commands.ts";
import type { PublishedRow } from "../record-log/publication-schema.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { holdRow } from "../seen/seen-commands.ts";
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
 * Whether somebody made the link that an answer came by, or handed out the letter it stood in. Whoever has had the link can
 * write in the party's name by it, so somebody else has to publish what comes.
 */
async function hadLink(
  tx: Transaction,
  memberId: string,
  link: { readonly tokenHash: string; readonly createdBy: string },
): Promise<boolean> {
  if (link.createdBy === memberId) return true;
  const letters = await tx.letter.count({
    where: { linkHash: link.tokenHash, OR: [{ createdBy: memberId }, { sentBy: memberId }] },
  });
  return letters > 0;
}

/** Publishes an answer that came by a link, word for word. Whoever has had the link does not. */
export const publishSentReply = command(
  { name: "reply.publish-sent", role: "editor", publishes: "record" },
  async (tx, actor, { id, seen }: { id: string; seen?: string }, now) => {
    const held = await holdRow(now, seen, "SubmittedReply", id);
    if (!held.ok) return held;
    const { at } = held.value;
    const sent = await tx.submittedReply.findUnique({
      where: { id },
      include: { ...withNames, link: { select: { tokenHash: true, createdBy: true } } },
    });
    if (!sent) return refused("unknown-answer");
    if (await hadLink(tx, actor.id, sent.link)) return refused("had-its-link");
    if (!sent.request.claim.publishedAt || !sent.request.publishedAt) return refused("unknown-claim");
    const { count } = await tx.submittedReply.updateMany({
      where: { id, accepted: null },
      data: { accepted: true, decidedBy: actor.id, decidedAt: at },
    });
    if (count === 0) return refused("already-decided");
    const { requestId, text, language, receivedAt } = sent;
    const reply = await tx.reply.create({
      data: { requestId, text, language, receivedAt, createdBy: actor.id, publishedAt: at },
    });
    await logReply(reply, sent.request, at);
    return done({ id: requestId });
  },
);

/** Leaves an answer unpublished, with the reason. It is kept. */
export const declineSentReply = command(
  { name: "reply.decline", role: "editor" },
  async (tx, actor, { id, note }: { id: string; note: string }, now) => {
    const sent = await tx.submittedReply.findUnique({ where: { id } });
    if (!sent) return refused("unknown-answer");
    const { count } = await tx.submittedReply.updateMany({
      where: { id, accepted: null },
      data: { accepted: false, note, decidedBy: actor.id, decidedAt: now },
    });
    return count === 1 ? done({ id: sent.requestId }) : refused("already-decided");
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
    const { count } = await tx.reply.updateMany({ where: asSaid(reply), data: { publishedAt: at } });
    if (count === 0) return refused("stale", "revision");
    await logReply({ ...reply, publishedAt: at }, reply.request, at);
    return done({ id: reply.requestId });
  },
);

/**
 * Throws away a recorded answer that was written down wrong, while it is a draft. The history keeps it. An answer that a
 * colleague has written down only an editor throws away: it stops verdicts that would say there is none.
 */
export const discardReply = command(
  { name: "reply.discard", role: "journalist" },
  async (tx, actor, { id }: { id: string }) => {
    const reply = await tx.reply.findUnique({ where: { id } });
    if (!reply) return refused("unknown-answer");
    if (reply.publishedAt) return refused("already-published");
    if (reply.createdBy !== actor.id && !atLeast(actor, "editor")) return refused("not-allowed");
    const { count } = await tx.reply.deleteMany({ where: { id, publishedAt: null } });
    return count === 1 ? done({ id: reply.requestId }) : refused("already-published");
  },
);
