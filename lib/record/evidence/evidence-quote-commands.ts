import "server-only";
import type { Transaction } from "../../core/db.ts";
import { type QuoteNear, quotePlaces } from "../../intake/quote/quote-find.ts";
import { copyKind } from "../snapshot/snapshot.ts";

/** Where in a copy the words of a passage stand, as columns of its row. */
export type QuoteColumns =
  | {
      readonly snapshotId: string;
      readonly page: number;
      readonly charStart: number;
      readonly charEnd: number;
      readonly prefix: string;
      readonly suffix: string;
      readonly otherPlaces: number;
    }
  /** In several places, and nothing says which is meant: that is for a person to say (evidence-quote-state.ts). */
  | { readonly snapshotId: null; readonly otherPlaces: number };

/**
 * Looks for words in the copies that we hold of a source, the newest first. Which of several places is meant is what the
 * passage says of it; it is never guessed.
 *
 * Part of commands that enter or publish evidence. Writes nothing.
 *
 * @returns null when no copy has them
 */
export async function quoteIn(
  tx: Transaction,
  sourceId: string,
  words: string,
  near: QuoteNear,
): Promise<QuoteColumns | null> {
  const copies = await tx.snapshot.findMany({
    where: { sourceId, pages: { some: {} } },
    orderBy: [{ capturedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      mediaType: true,
      pages: { orderBy: { number: "asc" }, select: { number: true, text: true } },
    },
  });
  for (const { id, mediaType, pages } of copies) {
    const found = quotePlaces(pages, words, near, { twice: copyKind(mediaType) === "page" });
    if (!found) continue;
    const otherPlaces = found.places.length - 1;
    if (!found.meant) return { snapshotId: null, otherPlaces };
    const { page, start, end, prefix, suffix } = found.meant;
    return { snapshotId: id, page, charStart: start, charEnd: end, prefix, suffix, otherPlaces };
  }
  return null;
}

/**
 * A copy has come: the draft passages of its source that it has are quotations from now on, or wait for somebody to say
 * which of several places is meant.
 *
 * Part of commands that keep a copy.
 */
export async function quoteDrafts(tx: Transaction, sourceId: string): Promise<void> {
  const drafts = await tx.evidence.findMany({
    where: { sourceId, publishedAt: null, snapshotId: null },
    select: { id: true, excerpt: true, page: true, charStart: true },
  });
  for (const { id, excerpt, page, charStart } of drafts) {
    const place = await quoteIn(tx, sourceId, excerpt, { page, start: charStart });
    if (!place) continue;
    await tx.evidence.updateMany({
      where: { id, publishedAt: null },
      data: { ...place, paragraph: null, uncheckedSv: "", uncheckedEn: "" },
    });
  }
}
