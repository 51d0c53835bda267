/** What became of a request, and what may be said of it. The state follows from rows; nobody sets it. */

/**
 * - `not_asked`: no question has been put
 * - `not_sent`: one has, and the party has no link to answer it by
 * - `waiting`: it has, and its time has not run out
 * - `no_answer`: its time has run out, and nothing has come
 * - `undecided`: an answer has come that nobody has decided on
 * - `declined`: an answer has come that is not published, for a reason that is
 * - `answered`: an answer stands in the record
 */
export type ReplyState =
  | "not_asked"
  | "not_sent"
  | "waiting"
  | "no_answer"
  | "undecided"
  | "declined"
  | "answered";

export interface RequestFacts {
  /** By when it should answer; null: no question has been put. */
  readonly deadline: string | null;
  /** Since when it has the question and a link to answer by; null: it has not. */
  readonly sentAt: string | null;
  /** How many answers have come, by what the desk has decided on each. */
  readonly answers: { readonly published: number; readonly undecided: number; readonly declined: number };
}

/**
 * What is said of a party. That it has not answered is said only when it was asked, had its time, and nothing has come,
 * whatever the desk has made of it.
 *
 * @param at - the moment it is asked for, RFC 3339
 */
export function replyState({ deadline, sentAt, answers }: RequestFacts, at: string): ReplyState {
  if (answers.published > 0) return "answered";
  if (answers.undecided > 0) return "undecided";
  if (answers.declined > 0) return "declined";
  if (deadline === null) return "not_asked";
  if (sentAt === null || Date.parse(sentAt) > Date.parse(at)) return "not_sent";
  return Date.parse(at) < Date.parse(deadline) ? "waiting" : "no_answer";
}

/**
 * Whether a verdict against this party may be published: it has answered, it let its time pass, or the reason for not
 * asking is on record. A party whose answer is not published has the rest of its time to write another.
 */
export function mayPublishAgainst(
  request: RequestFacts & { readonly reasonNotAsked: string | null },
  at: string,
): boolean {
  const { answers } = request;
  const state = replyState({ ...request, answers: { ...answers, declined: 0 } }, at);
  return (
    state === "answered" ||
    state === "no_answer" ||
    (state === "not_asked" && request.reasonNotAsked !== null)
  );
}

interface Heard {
  readonly text: string;
  readonly receivedAt: string;
}

/** How an answer stands to the verdict that is shown. */
export interface Weighed {
  /** It is not in the verdict's frozen document: it has not been weighed there. */
  readonly unweighed: boolean;
  /** It was received after the verdict, whenever it was published. */
  readonly cameAfter: boolean;
}

/** Says of each answer how it stands to a verdict: by what is frozen there, and by when the answer was received. */
export function weighedIn(
  verdict: {
    readonly publishedAt: string;
    readonly replies: readonly {
      readonly party: { readonly slug: string };
      readonly replies: readonly Heard[];
    }[];
  } | null,
): (slugs: readonly string[], reply: Heard) => Weighed {
  if (verdict === null) return () => ({ unweighed: false, cameAfter: false });
  const key = (party: string, { receivedAt, text }: Heard) => `${party} ${receivedAt} ${text}`;
  const heard = new Set(
    verdict.replies.flatMap(({ party, replies }) => replies.map((reply) => key(party.slug, reply))),
  );
  return (slugs, reply) => ({
    unweighed: !slugs.some((slug) => heard.has(key(slug, reply))),
    cameAfter: Date.parse(reply.receivedAt) > Date.parse(verdict.publishedAt),
  });
}
