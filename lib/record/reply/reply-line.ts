/** A request as a line of the desk: whether the party was asked, and what came of it. */
import { bilingualOf } from "../../core/columns.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { publishedAsking } from "../../core/published.ts";
import { type ReplyState, replyState } from "./reply.ts";
import { type DeclinedAnswer, type FactsRow, requestFacts, requestFactsSelect } from "./reply-facts.ts";

export interface RequestLine {
  readonly id: string;
  readonly published: boolean;
  readonly state: ReplyState;
  readonly reasonNotAsked: Bilingual | null;
  readonly askedAt: string | null;
  readonly deadline: string | null;
  /** The newest published answer's day. */
  readonly answeredAt: string | null;
  /** Answers that are not published, and why. */
  readonly declined: readonly DeclinedAnswer[];
  /** A question is written and not put. */
  readonly questionDraft: boolean;
  /** Answers no editor has decided on: sent through a link, or written down. */
  readonly toDecide: number;
}

/** What a read of a request takes along for its line. */
export const requestLineInclude = {
  ...requestFactsSelect(null),
  replies: { orderBy: { receivedAt: "desc" as const }, select: { publishedAt: true, receivedAt: true } },
};

interface LineRow extends FactsRow {
  id: string;
  publishedAt: Date | null;
  reasonNotAskedSv: string | null;
  reasonNotAskedEn: string | null;
  replies: readonly { publishedAt: Date | null; receivedAt: Date }[];
}

/** The line, from the rows that `requestLineInclude` found. */
export function requestLine(row: LineRow, now: Date): RequestLine {
  const answers = row.replies.filter(({ publishedAt }) => publishedAt !== null);
  const facts = requestFacts(row, answers.length, null);
  return {
    id: row.id,
    published: row.publishedAt !== null,
    state: replyState(facts, now.toISOString()),
    reasonNotAsked: bilingualOf(row.reasonNotAskedSv, row.reasonNotAskedEn),
    askedAt: facts.askedAt,
    deadline: facts.deadline,
    answeredAt: answers[0]?.receivedAt.toISOString() ?? null,
    declined: facts.declined,
    questionDraft: row.asking !== null && publishedAsking(row.asking, null) === null,
    toDecide: facts.answers.undecided,
  };
}
