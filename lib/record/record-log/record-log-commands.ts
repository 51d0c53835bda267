import "server-only";
import { canonicalJson, textHash } from "../../core/content-hash.ts";
import { tellsReaders, transaction } from "../../core/db.ts";
import { NEWS_CHANNEL } from "../../core/heard.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { documentOf, type Publication } from "./publication-schema.ts";
import { entryHash, type LogEntry } from "./record-log.ts";

/** One lock for all publishing: the log is a chain, so entries are made one at a time. */
const LOG_LOCK = 7_235_001;

/**
 * Takes the publishing lock and says what time it is for the record: never before the last entry, whatever the clock
 * of the machine does. Call it first in every transaction that publishes.
 */
export function beginPublishing(at: Date): Promise<Date> {
  return transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOG_LOCK})`;
    const last = await tx.logEntry.findFirst({ orderBy: { seq: "desc" }, select: { at: true } });
    return last && last.at > at ? last.at : at;
  });
}

/** Most bytes of one piece of news; PostgreSQL carries no more than 8000. */
const LONGEST_NOTICE = 7900;

/**
 * Has pages made anew that show something of which the log says nothing: that all is as it was, seen once more. What it
 * takes to tell them all one by one is not worth more than a page made in vain.
 *
 * Part of commands that have changed what these pages show.
 */
export function outdatePages(tags: readonly string[]): Promise<void> {
  return transaction(async (tx) => {
    const all = JSON.stringify({ tags });
    const news = all.length <= LONGEST_NOTICE ? all : JSON.stringify({ tags: [disputeTags.everything()] });
    await tx.$executeRaw`SELECT pg_notify(${NEWS_CHANNEL}, ${news})`;
    tellsReaders(tx);
  });
}

/**
 * Keeps the document of what is published, and appends the entry with its hash. The caller holds the lock
 * (beginPublishing) in the same transaction.
 *
 * @param publication - the rows as they now stand, published at this moment: what of them is said in public, and how, is
 * the kind's to know (publication-schema.ts)
 * @throws where the rows are not those of the kind, so that nothing is published
 */
export function appendToLog(publication: Publication, at: Date): Promise<void> {
  const { schemaVersion, document: said } = documentOf(publication, at);
  const document = canonicalJson(said);
  const { type, subject, version } = publication;
  return transaction(async (tx) => {
    const last = await tx.logEntry.findFirst({ orderBy: { seq: "desc" } });
    const full: LogEntry = {
      seq: (last?.seq ?? -1) + 1,
      at: at.toISOString(),
      ...{ type, subject, version, contentHash: textHash(document) },
      previousHash: last?.hash ?? null,
    };
    tellsReaders(tx);
    await tx.logEntry.create({ data: { ...full, at, hash: entryHash(full) } });
    await tx.publicationDocument.create({
      data: { seq: full.seq, type, schemaVersion, document, hash: full.contentHash },
    });
  });
}
