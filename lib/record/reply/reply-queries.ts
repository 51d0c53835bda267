import "server-only";
import { clock } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { isToken, tokenHash } from "../../desk/auth/token.ts";
import type { Shown } from "../seen/seen-queries.ts";
import { type PutQuestion, questionTo } from "./reply-letter-queries.ts";

export type LinkView =
  /** Good: the question it is for, and how many answers have come by it. */
  | {
      readonly state: "open";
      readonly question: PutQuestion;
      readonly received: readonly string[];
      readonly until: string;
    }
  /** It was one, and has run out or been taken back. */
  | { readonly state: "over" };

/**
 * What a private link opens. Null: there is no such link. Nobody is signed in: whoever holds the link sees the question
 * it was made for, and nothing else.
 */
export async function replyLink(token: string, now: Date = clock.now()): Promise<LinkView | null> {
  if (!isToken(token)) return null;
  const link = await db().replyLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { submitted: { orderBy: { receivedAt: "asc" }, select: { receivedAt: true } } },
  });
  if (!link) return null;
  const question = await questionTo(link.requestId);
  if (!question || link.revokedAt || link.expiresAt <= now) return { state: "over" };
  return {
    state: "open",
    question,
    received: link.submitted.map(({ receivedAt }) => receivedAt.toISOString()),
    until: link.expiresAt.toISOString(),
  };
}

/** What `ask` publishes: the question, and the request that it belongs to. */
export const questionShown = (requestId: string) => async (): Promise<Shown<null>> => ({
  which: { ReplyRequest: [requestId], Asking: [requestId] },
  view: null,
});

/** What `reply.decline` publishes: why an answer is not published, and the answer that it is about. Null: no such proposal. */
export const decliningShown = (id: string) => async (): Promise<Shown<null> | null> => {
  const row = await db().declining.findUnique({
    where: { id },
    select: { submittedId: true, replyId: true },
  });
  return (
    row && {
      which: {
        Declining: [id],
        ...(row.submittedId !== null && { SubmittedReply: [row.submittedId] }),
        ...(row.replyId !== null && { Reply: [row.replyId] }),
      },
      view: null,
    }
  );
};
