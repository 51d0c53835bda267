/** What became of a reply request. The state follows from rows; nobody sets it. */
export type ReplyState = "not_asked" | "waiting" | "no_answer" | "answered";

export interface RequestFacts {
  readonly deadline: string | null;
  readonly answered: boolean;
}

/** @param at - the moment it is asked for, RFC 3339 */
export function replyState(request: RequestFacts, at: string): ReplyState {
  if (request.answered) return "answered";
  if (request.deadline === null) return "not_asked";
  return Date.parse(at) < Date.parse(request.deadline) ? "waiting" : "no_answer";
}

interface Heard {
  readonly text: string;
  readonly receivedAt: string;
}

/**
 * Says which answers a verdict had before it: those in its frozen document. One that was published later has not been
 * weighed, whatever day it came.
 */
export function repliesWeighedIn(
  frozen: readonly { readonly party: { readonly slug: string }; readonly replies: readonly Heard[] }[],
): (party: string, reply: Heard) => boolean {
  const key = (party: string, { receivedAt, text }: Heard) => `${party} ${receivedAt} ${text}`;
  const heard = new Set(
    frozen.flatMap(({ party, replies }) => replies.map((reply) => key(party.slug, reply))),
  );
  return (party, reply) => heard.has(key(party, reply));
}

/**
 * Whether a verdict against this party may be published: it answered, it let its deadline pass, or the reason for not
 * asking is on record.
 */
export function mayPublishAgainst(
  request: RequestFacts & { readonly reasonNotAsked: string | null },
  at: string,
): boolean {
  const state = replyState(request, at);
  return (
    state === "answered" ||
    state === "no_answer" ||
    (state === "not_asked" && request.reasonNotAsked !== null)
  );
}
