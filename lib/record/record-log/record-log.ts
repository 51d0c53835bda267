/**
 * The append-only, hash-linked history of everything published. Each entry's hash covers the one before it, so that
 * changing or dropping an old entry shows in every later hash.
 */
import { contentHash } from "../../core/content-hash.ts";
import { swedishDay } from "../../core/date-words/date-words.ts";

/** What can be published. Each has its words on /log (`log.types.<type>`). */
export const ENTRY_TYPES = [
  "dispute.published",
  "verdict.published",
  "correction.published",
  "evidence.published",
  "reply.published",
  "reply.declined",
  "request.published",
  "withdrawal.published",
  "objection.answered",
  "imprint.published",
  "copy.published",
  "copy.attested",
  "passage.rechecked",
  "source.withdrawn",
  "taint.cleared",
  "removal.published",
  "removal.decided",
  "address.changed",
  "merge.published",
  "fact.corrected",
] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

/** What was published of one kind on one day. */
export interface PublishedThatDay {
  readonly type: EntryType;
  /** When the last of them was. */
  readonly at: string;
  readonly count: number;
}

export interface LogEntry {
  /** From 0, dense. */
  readonly seq: number;
  /** RFC 3339 in UTC, milliseconds. */
  readonly at: string;
  readonly type: EntryType;
  /** Slug of the dispute or claim; empty for the imprint, and for what is taken down. */
  readonly subject: string;
  readonly version: number | null;
  /** SHA-256 of the canonical JSON of what was published. */
  readonly contentHash: string;
  readonly previousHash: string | null;
}

export const entryHash = (entry: LogEntry): string => contentHash({ v: 1, ...entry });

/** What the hash covers, whatever else a row carries. */
const entryOf = ({ seq, at, type, subject, version, contentHash, previousHash }: LogEntry): LogEntry => ({
  seq,
  at,
  type,
  subject,
  version,
  contentHash,
  previousHash,
});

/**
 * Checks a run of entries from the first.
 * @returns null when every entry follows the one before, else the sequence number of the first that does not
 */
export function firstBrokenEntry(entries: readonly (LogEntry & { readonly hash: string })[]): number | null {
  for (const [index, { hash, ...rest }] of entries.entries()) {
    const before = entries[index - 1];
    const entry = entryOf(rest);
    const follows =
      entry.seq === index &&
      entry.previousHash === (before?.hash ?? null) &&
      (!before || entry.at >= before.at) &&
      hash === entryHash(entry);
    if (!follows) return index;
  }
  return null;
}

/** The log by day and kind, in its order: a day, as days are in Sweden, with eight verdicts is one line. */
export function publishedByDay(log: readonly Pick<LogEntry, "type" | "at">[]): PublishedThatDay[] {
  const days = new Map<string, PublishedThatDay>();
  for (const { type, at } of log) {
    const key = `${type} ${swedishDay(at)}`;
    days.set(key, { type, at, count: (days.get(key)?.count ?? 0) + 1 });
  }
  return [...days.values()];
}
