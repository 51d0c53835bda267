import "server-only";
import { columns, columnsOrNull } from "../../core/columns.ts";
import { asBegun, asSave, command, created, type DraftRef, revised } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { done, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { hold, holdRow } from "../seen/seen-commands.ts";
import { leavesTime } from "./reply-deadline.ts";
import { makeLink } from "./reply-link-commands.ts";
import { questionShown } from "./reply-queries.ts";
import type { NewAsking, NewReplyRequest, ReplyRequestWords } from "./reply-schema.ts";

const row = ({ reasonNotAsked, inSources }: ReplyRequestWords) => ({
  ...columns("inSources", inSources),
  ...columnsOrNull("reasonNotAsked", reasonNotAsked),
});

/** Puts on record that a claim concerns a party: not asked yet, with the reason if there is one. */
export const openReplyRequest = command(
  { name: "reply.open", role: "journalist" },
  (tx, actor, { claimId, partyId, ...words }: NewReplyRequest) =>
    created(tx.replyRequest.create({ data: { claimId, partyId, ...row(words), createdBy: actor.id } })),
);

/** Changes what a draft request says. */
export const reviseReplyRequest = command(
  { name: "reply.revise", role: "journalist" },
  (tx, _actor, { words, ...ref }: DraftRef & { words: ReplyRequestWords }) =>
    revised(
      ref,
      tx.replyRequest.updateMany({
        where: asBegun(ref),
        data: { ...row(words), revision: { increment: 1 } },
      }),
      () => tx.replyRequest.findUnique({ where: { id: ref.id } }),
    ),
);

/** Finds a question that has not been put by the save that a change began from; it goes by its request's id. */
const questionAsBegun = ({ id, revision }: DraftRef) => ({
  requestId: id,
  revision: asSave(revision),
  publishedAt: null,
});

/** Writes the question to a party, or changes it while it has not been put. Revision 0: there was none to begin from. */
export const draftAsking = command(
  { name: "reply.draft-asking", role: "journalist" },
  async (tx, actor, { asking, ...ref }: DraftRef & { asking: NewAsking }, now) => {
    // The request's row is what two writers of its first question wait for each other at.
    const [there] = await tx.$queryRaw<
      { id: string }[]
    >`SELECT "id" FROM "ReplyRequest" WHERE "id" = ${ref.id}::uuid FOR UPDATE`;
    if (!there) return refused("unknown-draft");
    if (!leavesTime(asking.deadline, now)) return refused("deadline-too-soon", "deadline.day");
    const { by: channel, to: sentTo, ...words } = asking;
    const data = { ...words, channel, sentTo, askedAt: now };
    const look = () => tx.asking.findUnique({ where: { requestId: ref.id } });
    if (ref.revision === 0 && !(await look())) {
      await tx.asking.create({ data: { ...data, requestId: ref.id, createdBy: actor.id } });
      return done({ id: ref.id, revision: 1 });
    }
    return revised(
      ref,
      tx.asking.updateMany({
        where: questionAsBegun(ref),
        data: { ...data, revision: { increment: 1 } },
      }),
      look,
    );
  },
);

const withNames = {
  claim: { select: { slug: true, publishedAt: true } },
  party: { select: { slug: true, publishedAt: true } },
} as const;

/** Publishes that a party has not been asked, and why. It can be asked later all the same. */
export const publishReplyRequest = command(
  { name: "reply.publish-request", role: "editor", publishes: "record" },
  async (tx, actor, { seen, ...ref }: DraftRef & { seen?: string }, now) => {
    const held = await holdRow(now, seen, "ReplyRequest", ref.id);
    if (!held.ok) return held;
    const { at } = held.value;
    const request = await tx.replyRequest.findUnique({ where: { id: ref.id }, include: withNames });
    if (!request) return refused("unknown-draft");
    if (!request.claim.publishedAt || !request.party.publishedAt) return refused("unknown-claim");
    if (request.publishedAt) return refused("already-published");
    if (request.revision !== ref.revision) return refused("stale", "revision");
    if (request.reasonNotAskedSv === null) return refused("no-reason-not-asked");
    if (await wroteAmong(actor.id, [ref.id])) return refused("author-cannot-approve");
    const row = await tx.replyRequest.update({ where: { id: ref.id }, data: { publishedAt: at } });
    await appendToLog(
      {
        ...{ type: "request.published", subject: request.claim.slug, version: null },
        about: { claim: request.claim.slug, party: request.party.slug },
        rows: { replyRequest: [row] },
      },
      at,
    );
    return done({ id: ref.id });
  },
);

/**
 * Whether this member has written the question of a request, and so chosen where it goes.
 *
 * Part of commands about what comes of it; writes nothing.
 */
export async function wroteQuestion(tx: Transaction, memberId: string, requestId: string): Promise<boolean> {
  const change = await tx.change.findFirst({
    where: { actor: memberId, rowId: requestId, table: "Asking", command: { not: "reply.ask" } },
    select: { seq: true },
  });
  return change !== null;
}

/**
 * Puts the question to the party: publishes that it was asked, and makes the private link by which it answers. The
 * request itself is published with it, if it is not public yet.
 *
 * @param input.revision - of the question, as the editor saw it
 * @param input.token - what the link will carry; only its hash is kept
 * @returns how the question goes out: by a letter of ours (sent, or by hand), or handed over with the link
 */
export const ask = command(
  { name: "reply.ask", role: "editor", publishes: "record" },
  async (tx, actor, { token, seen, ...ref }: DraftRef & { token: string; seen?: string }, now) => {
    const held = await hold(now, seen, questionShown(ref.id));
    if (!held.ok) return held.reason === "nothing-shown" ? refused("unknown-draft") : held;
    const { at } = held.value;
    const request = await tx.replyRequest.findUnique({
      where: { id: ref.id },
      include: { ...withNames, asking: true },
    });
    if (!request) return refused("unknown-draft");
    if (!request.claim.publishedAt || !request.party.publishedAt) return refused("unknown-claim");
    const { asking } = request;
    if (!asking || asking.question === "") return refused("no-question");
    if (asking.publishedAt) return refused("already-published");
    if (asking.revision !== ref.revision) return refused("stale", "revision");
    if (!leavesTime(asking.deadline, at)) return refused("deadline-too-soon");
    // The request's own words are published with the question, unless they are public already.
    const wrote = request.publishedAt
      ? await wroteQuestion(tx, actor.id, ref.id)
      : await wroteAmong(actor.id, [ref.id]);
    if (wrote) return refused("author-cannot-approve");

    const { sentTo } = asking;
    // A save since it was read above stops it. Where the letter goes is no part of the record, and is forgotten here.
    const put = await revised(
      ref,
      tx.asking.updateMany({
        where: questionAsBegun(ref),
        data: { askedAt: at, publishedAt: at, sentTo: null },
      }),
      () => tx.asking.findUnique({ where: { requestId: ref.id } }),
    );
    if (!put.ok) return put;
    const opened = request.publishedAt
      ? []
      : [
          // A party that is asked has no reason on record why it is not.
          await tx.replyRequest.update({
            where: { id: ref.id },
            data: { publishedAt: at, reasonNotAskedSv: null, reasonNotAskedEn: null },
          }),
        ];
    await appendToLog(
      {
        ...{ type: "request.published", subject: request.claim.slug, version: null },
        about: { claim: request.claim.slug, party: request.party.slug },
        rows: { replyRequest: opened, asking: [{ ...asking, askedAt: at, publishedAt: at }] },
      },
      at,
    );
    return done(await makeLink(tx, actor, { requestId: ref.id, token, to: sentTo }, now));
  },
);
