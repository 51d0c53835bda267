/**
 * The append-only, hash-linked history of everything published. Each entry's hash covers the one before it, so that
 * changing or dropping an old entry shows in every later hash.
 */
import { contentHash } from "../../core/content-hash.ts";

/** What can be published. Each has its words on /log (`log.types.<type>`). */
export const ENTRY_TYPES = [
  "dispute.published",
  "verdict.published",
  "correction.published",
  "evidence.published",
  "reply.published",
  "request.published",
  "withdrawal.published",
  "objection.answered",
  "imprint.published",
  "copy.published",
  "copy.attested",
  "passage.rechecked",
  "source.withdrawn",
  "taint.cleared",
] as const;
export type EntryType = (typeof ENTRY_TYPES)[number];

export interface LogEntry {
  /** From 0, dense. */
  readonly seq: number;
  /** RFC 3339 in UTC, milliseconds. */
  readonly at: string;
  readonly type: EntryType;
  /** Slug of the dispute or claim; empty for the imprint. */
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
