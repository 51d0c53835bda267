/** A request as a line of the desk: whether the party was asked, and what came of it. */
import { bilingualOf } from "../../core/columns.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { publishedAsking } from "../../core/published.ts";
import { type ReplyState, replyState } from "./reply.ts";

export interface RequestLine {
  readonly id: string;
  readonly published: boolean;
  readonly state: ReplyState;
  readonly reasonNotAsked: Bilingual | null;
  readonly askedAt: string | null;
  readonly deadline: string | null;
  /** The newest published answer's day. */
  readonly answeredAt: string | null;
  /** A question is written and not put. */
  readonly questionDraft: boolean;
  /** Answers no editor has decided on: sent through a link, or written down. */
  readonly toDecide: number;
}

/** What a read of a request takes along for its line. */
export const requestLineInclude = {
  asking: true,
  replies: { orderBy: { receivedAt: "desc" as const }, select: { publishedAt: true, receivedAt: true } },
  submitted: { where: { accepted: null }, select: { id: true } },
};

interface LineRow {
  id: string;
  publishedAt: Date | null;
  reasonNotAskedSv: string | null;
  reasonNotAskedEn: string | null;
  asking: { askedAt: Date; deadline: Date; publishedAt: Date | null } | null;
  replies: { publishedAt: Date | null; receivedAt: Date }[];
  submitted: { id: string }[];
}

/** The line, from the rows that `requestLineInclude` found. */
export function requestLine(row: LineRow, now: Date): RequestLine {
  const asking = publishedAsking(row.asking, null);
  const answers = row.replies.filter(({ publishedAt }) => publishedAt !== null);
  const deadline = asking?.deadline.toISOString() ?? null;
  return {
    id: row.id,
    published: row.publishedAt !== null,
    state: replyState({ answered: answers.length > 0, deadline }, now.toISOString()),
    reasonNotAsked: bilingualOf(row.reasonNotAskedSv, row.reasonNotAskedEn),
    askedAt: asking?.askedAt.toISOString() ?? null,
    deadline,
    answeredAt: answers[0]?.receivedAt.toISOString() ?? null,
    questionDraft: row.asking !== null && asking === null,
    toDecide: row.submitted.length + (row.replies.length - answers.length),
  };
}
