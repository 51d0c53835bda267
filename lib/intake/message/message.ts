/** E-mails: what is read out of one, and the order of several that answer each other. */

/** A person or function as a header names it; `name` is "" when only the address is given. */
export interface MessageAddress {
  readonly name: string;
  readonly address: string;
}

/** A header field, its encoded words (RFC 2047) decoded. */
export interface MessageHeader {
  readonly name: string;
  readonly value: string;
}

/** A part that is not the text. It is a source of its own, and passes the same gate as a file that somebody uploads. */
export interface MessageAttachment {
  /** Without folders and without characters that hide or turn text; null when the part has no name. */
  readonly fileName: string | null;
  /** As the sender calls it: not to be believed. */
  readonly mediaType: string;
  /** Decoded. What was sent as lines of text, such as an attached message, has them ended by LF. */
  readonly bytes: Uint8Array;
  /** Meant to be seen in the text, such as a logotype. */
  readonly inline: boolean;
  readonly contentId: string | null;
}

/** What somebody who reads the text should know of it. */
export const MESSAGE_FLAGS = [
  "html-only",
  "has-html",
  "has-remote-images",
  "hidden-text",
  "no-text",
  "text-cut",
  "invisible-characters",
  "charset-not-understood",
  "date-unreadable",
  "headers-8bit",
  "headers-cut",
  "headers-repeated",
  "nested-message",
  "smime",
  "openpgp",
  "encrypted",
] as const;
export type MessageFlag = (typeof MESSAGE_FLAGS)[number];

export interface MessageReading {
  /** Without its angle brackets, as are the next two. */
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly from: MessageAddress | null;
  readonly to: readonly MessageAddress[];
  readonly cc: readonly MessageAddress[];
  readonly replyTo: readonly MessageAddress[];
  readonly subject: string;
  /** ISO 8601 in UTC, by the sender's own clock; null when the header cannot be read. */
  readonly sentAt: string | null;
  readonly headers: readonly MessageHeader[];
  readonly text: string;
  readonly textFrom: "plain" | "html" | "none";
  /** Where the text is not the sender's but what the sender answers. */
  readonly quotedParts: readonly QuotedPart[];
  readonly attachments: readonly MessageAttachment[];
  readonly flags: readonly MessageFlag[];
}

/** UTF-16 offsets into the text, half open. */
export interface QuotedPart {
  readonly start: number;
  readonly end: number;
}

/** Lines by which mail programs in Swedish and English say that an older message follows. */
const OLDER_FOLLOWS =
  /^(?:-{2,} ?(?:ursprungligt meddelande|original message|vidarebefordrat meddelande|forwarded message) ?-{2,}|_{20,})\s*$/i;
const SENDER_LINE = /^\*?(?:från|from):\*? \S/i;
const SENT_LINE = /^\*?(?:skickat|sent|datum|date):\*? \S/i;

/**
 * The parts of a text that its sender repeats from an older message: lines that begin with ">" (RFC 3676 §4.5), and
 * everything after a line that says an older message follows. A passage there is not the sender's words, so whoever
 * quotes it should be told.
 */
export function quotedParts(text: string): QuotedPart[] {
  const parts: QuotedPart[] = [];
  const lines = text.split("\n");
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const older =
      OLDER_FOLLOWS.test(line) || (SENDER_LINE.test(line) && SENT_LINE.test(lines[index + 1] ?? ""));
    if (older) return [...parts, { start, end: text.length }];
    const end = start + line.length;
    if (line.startsWith(">")) {
      const last = parts.at(-1);
      if (last && last.end === start - 1) parts[parts.length - 1] = { start: last.start, end };
      else parts.push({ start, end });
    }
    start = end + 1;
  }
  return parts;
}

/** What ordering needs of a message. */
export type Threaded = Pick<MessageReading, "messageId" | "inReplyTo" | "references" | "sentAt">;

export interface ThreadPlace<M extends Threaded> {
  readonly message: M;
  /** The nearest message it answers that we have. */
  readonly answers: M | null;
}

export interface Thread<M extends Threaded> {
  readonly order: readonly ThreadPlace<M>[];
  /** Messages that are referred to and that we do not have, in the order they are first referred to. */
  readonly missing: readonly string[];
}

/**
 * Messages in the order of the conversation (RFC 5322 §3.6.4): an answer never stands before what it answers, whatever
 * the clocks say; otherwise the earlier sent stands first, those without a readable date last, and equal ones as given.
 * Headers are the senders' own: a circle of answers is cut where it would close, and a second message with the same
 * Message-ID is placed by its own headers but answered by nobody.
 */
export function threadOrder<M extends Threaded>(messages: readonly M[]): Thread<M> {
  const places = messages.map((message, index) => ({ message, index, answers: null as number | null }));
  const byId = new Map<string, number>();
  for (const { message, index } of places) {
    if (message.messageId !== null && !byId.has(message.messageId)) byId.set(message.messageId, index);
  }

  const leadsTo = (from: number, to: number): boolean => {
    for (let at: number | null = from; at !== null; at = places[at]?.answers ?? null) {
      if (at === to) return true;
    }
    return false;
  };
  for (const place of places) {
    const ancestor = nearestFirst(place.message)
      .map((id) => byId.get(id))
      .find((index) => index !== undefined && !leadsTo(index, place.index));
    place.answers = ancestor ?? null;
  }

  const sent = (index: number) => places[index]?.message.sentAt ?? "\uffff";
  const earlier = (a: number, b: number) => (sent(a) < sent(b) ? -1 : sent(a) > sent(b) ? 1 : a - b);
  const answersTo = Map.groupBy(places, (place) => place.answers);
  const ready = (answersTo.get(null) ?? []).map((place) => place.index);
  const order: ThreadPlace<M>[] = [];
  for (let next = takeFirst(ready, earlier); next !== undefined; next = takeFirst(ready, earlier)) {
    const place = places[next];
    if (!place) continue;
    const parent = place.answers === null ? undefined : places[place.answers];
    order.push({ message: place.message, answers: parent?.message ?? null });
    for (const answer of answersTo.get(next) ?? []) ready.push(answer.index);
  }

  const missing = new Set(order.flatMap(({ message }) => oldestFirst(message)).filter((id) => !byId.has(id)));
  return { order, missing: [...missing] };
}

/** What a message says it answers, nearest first: In-Reply-To, then References from its end. */
const nearestFirst = (message: Threaded): string[] => [
  ...(message.inReplyTo === null ? [] : [message.inReplyTo]),
  ...message.references.toReversed(),
];

const oldestFirst = (message: Threaded): string[] => nearestFirst(message).reverse();

function takeFirst(indexes: number[], compare: (a: number, b: number) => number): number | undefined {
  let first = 0;
  for (let at = 1; at < indexes.length; at++) {
    if (compare(indexes[at] ?? 0, indexes[first] ?? 0) < 0) first = at;
  }
  return indexes.splice(first, 1)[0];
}
