import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { command } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { env } from "../../core/env.ts";
import { href, type Locale } from "../../core/language/language.ts";
import { done, refused } from "../../core/result.ts";
import { tokenHash } from "../../desk/auth/token.ts";
import { eraseLink, noteShown, writeLetter } from "../../desk/letter/letter-commands.ts";
import { linkGoodUntil } from "./reply-deadline.ts";
import { letterOf, questionTo } from "./reply-letter-queries.ts";

export interface MadeLink {
  /** Says which token it is for, without giving it away. */
  readonly hash: string;
  /** Null: nobody gave an address, so somebody hands the question over. */
  readonly letter: "sent" | "by_hand" | null;
  /** The language of the question, and so of the page its link opens. */
  readonly language: Locale;
}

/** Where a link leads, in the language of its question. */
export const linkAddress = (token: string, language: Locale): string =>
  `${env.BELAGT_BASE_URL}${href(language, `/reply/${token}`)}`;

/**
 * Makes a private link to a request, and the letter with it when there is an address. Part of other commands, which have
 * checked who asks.
 */
export async function makeLink(
  tx: Transaction,
  actor: Actor,
  { requestId, token, to }: { requestId: string; token: string; to: string | null },
  now: Date,
): Promise<MadeLink> {
  const question = await questionTo(requestId);
  if (!question) throw new Error("A link is made to a question that has not been put");
  const hash = tokenHash(token);
  const until = linkGoodUntil(new Date(question.deadline), now);
  const { language } = question;
  // Without an address whoever made it hands it over; a letter that goes notes itself when (migration: note_sent_link).
  const sentAt = to === null ? now : null;
  await tx.replyLink.create({
    data: { requestId, tokenHash: hash, expiresAt: until, sentAt, createdAt: now, createdBy: actor.id },
  });
  if (to === null) {
    await noteShown(tx, actor, hash, now);
    return { hash, letter: null, language };
  }
  const url = linkAddress(token, language);
  const letter = { to, ...letterOf(question, "{link}"), link: { url, hash, until, guarded: true as const } };
  const { byHand } = await writeLetter(tx, actor, letter, now);
  if (byHand) await noteShown(tx, actor, hash, now);
  return { hash, letter: byHand ? "by_hand" : "sent", language };
}

/** Makes a further link: the first was lost, or has run out. The ones before stay as they are. */
export const addReplyLink = command(
  { name: "reply.add-link", role: "journalist" },
  async (tx, actor, { requestId, token }: { requestId: string; token: string }, now) => {
    if (!(await questionTo(requestId))) return refused("no-question");
    return done(await makeLink(tx, actor, { requestId, token, to: null }, now));
  },
);

/** Takes a link back: it opens nothing any more. */
export const revokeReplyLink = command(
  { name: "reply.revoke-link", role: "journalist" },
  async (tx, actor, { id }: { id: string }, now) => {
    const link = await tx.replyLink.findUnique({ where: { id } });
    if (!link) return refused("unknown-link");
    // One that whoever takes this one back has made may lie with them.
    const others = await tx.replyLink.count({
      where: {
        ...{ requestId: link.requestId, id: { not: id }, createdBy: { not: actor.id } },
        ...{ revokedAt: null, sentAt: { not: null }, expiresAt: { gt: now } },
      },
    });
    // In public the party is still waited for: who takes away its only way in answers for what is published.
    if (others === 0 && !atLeast(actor, "editor")) return refused("only-link");
    await tx.replyLink.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
    await eraseLink(tx, link.tokenHash);
    return done({ id: link.requestId });
  },
);
