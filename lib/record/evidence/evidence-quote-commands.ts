import "server-only";
import type { Transaction } from "../../core/db.ts";
import { findQuote } from "../../intake/quote/quote-find.ts";

/** Where in a copy the words of a passage stand, as columns of its row. */
export interface QuotePlace {
  readonly snapshotId: string;
  readonly page: number;
  readonly charStart: number;
  readonly charEnd: number;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where to look first, when the same words stand in several places. */
export interface Near {
  readonly page: number | null;
  readonly charStart: number | null;
}

/**
 * Looks for words in the copies that we hold of a source, the newest first.
 *
 * Part of commands that enter or publish evidence. Writes nothing.
 *
 * @param only.onlyPublic - in copies that are public: for a passage that is
 * @returns null when no copy has them
 */
export async function quoteIn(
  tx: Transaction,
  sourceId: string,
  words: string,
  near: Near,
  { onlyPublic = false } = {},
): Promise<QuotePlace | null> {
  const copies = await tx.snapshot.findMany({
    where: { sourceId, pages: { some: {} }, ...(onlyPublic && { publishedAt: { not: null } }) },
    orderBy: [{ capturedAt: "desc" }, { id: "desc" }],
    select: { id: true, pages: { orderBy: { number: "asc" }, select: { number: true, text: true } } },
  });
  for (const { id, pages } of copies) {
    const found = findQuote(pages, words, {
      ...(near.page === null ? {} : { page: near.page }),
      ...(near.charStart === null ? {} : { start: near.charStart }),
    });
    if (found) {
      const { page, start, end, prefix, suffix } = found;
      return { snapshotId: id, page, charStart: start, charEnd: end, prefix, suffix };
    }
  }
  return null;
}

/**
 * A copy has come: the draft passages of its source that it has are quotations from now on.
 *
 * Part of commands that keep a copy.
 */
export async function quoteDrafts(tx: Transaction, sourceId: string): Promise<void> {
  const drafts = await tx.evidence.findMany({
    where: { sourceId, publishedAt: null, snapshotId: null },
    select: { id: true, excerpt: true, page: true, charStart: true },
  });
  for (const { id, excerpt, ...near } of drafts) {
    const place = await quoteIn(tx, sourceId, excerpt, near);
    if (!place) continue;
    await tx.evidence.updateMany({
      where: { id, publishedAt: null },
      data: { ...place, paragraph: null, uncheckedSv: "", uncheckedEn: "" },
    });
  }
}
