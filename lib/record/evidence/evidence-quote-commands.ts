import "server-only";
import type { Actor } from "../../core/actor.ts";
import type { Transaction } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { type QuoteNear, quotePlaces } from "../../intake/quote/quote-find.ts";
import { copyKind } from "../snapshot/snapshot.ts";
import { copyReachOf } from "../snapshot/snapshot-reach.ts";

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

interface QuoteFound {
  readonly columns: QuoteColumns;
  /** Something speaks against the copy: the reason why it is quoted all the same stays with the passage. */
  readonly needsReason: boolean;
}

/** Who asks: nobody is told, by what becomes of their words, what stands in a copy they may not read. */
type Asking = Pick<Actor, "id" | "role">;

/**
 * Looks for words in the copies that we hold of a source and this actor may read, the newest first. Which of several
 * places is meant is what the passage says of it; it is never guessed. A copy that something speaks against (snapshot-concern.ts) carries a quotation
 * only when somebody says why.
 *
 * Part of commands that enter or publish evidence. Writes nothing.
 *
 * @param how.hasReason - somebody has said why the words may be shown without a copy that can carry them
 * @param how.onlyPublic - in copies that are public: for a passage that is
 * @returns null when no copy has them that may carry them
 */
export async function quoteIn(
  tx: Transaction,
  actor: Asking,
  sourceId: string,
  words: string,
  near: QuoteNear,
  { hasReason, onlyPublic = false }: { readonly hasReason: boolean; readonly onlyPublic?: boolean },
): Promise<QuoteFound | null> {
  const copies = await tx.snapshot.findMany({
    where: {
      ...{ sourceId, pages: { some: {} } },
      AND: [copyReachOf(actor), onlyPublic ? { publishedAt: { not: null } } : {}],
    },
    orderBy: [{ capturedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      mediaType: true,
      concerns: true,
      pages: { orderBy: { number: "asc" }, select: { number: true, text: true } },
    },
  });
  const trusted = copies.filter(({ concerns }) => concerns.length === 0);
  const doubted = hasReason ? copies.filter(({ concerns }) => concerns.length > 0) : [];
  for (const { id, mediaType, concerns, pages } of [...trusted, ...doubted]) {
    const found = quotePlaces(pages, words, near, { twice: copyKind(mediaType) === "page" });
    if (!found) continue;
    const needsReason = concerns.length > 0;
    const otherPlaces = found.places.length - 1;
    if (!found.meant && needsReason) continue;
    if (!found.meant) return { columns: { snapshotId: null, otherPlaces }, needsReason };
    const { page, start, end, prefix, suffix } = found.meant;
    const at = { page, charStart: start, charEnd: end, prefix, suffix };
    return { columns: { snapshotId: id, ...at, otherPlaces }, needsReason };
  }
  return null;
}

/**
 * A copy has come: the draft passages of its source that it has are quotations from now on, or wait for somebody to say
 * which of several places is meant. Those of somebody who may not read the copy wait for somebody who may.
 *
 * Part of commands that keep a copy.
 */
export async function quoteDrafts(tx: Transaction, sourceId: string): Promise<void> {
  const drafts = await tx.evidence.findMany({
    where: {
      ...{ sourceId, publishedAt: null },
      OR: [{ snapshotId: null }, { snapshot: { concerns: { isEmpty: false } } }],
    },
    select: {
      ...{ id: true, excerpt: true, page: true, charStart: true, uncheckedSv: true, uncheckedEn: true },
      createdBy: true,
    },
  });
  const contributors = await tx.member.findMany({
    // The first records were written by nobody who has an account.
    where: { id: { in: drafts.map(({ createdBy }) => createdBy).filter(isId) }, role: "contributor" },
    select: { id: true },
  });
  const roles = new Map(contributors.map(({ id }) => [id, "contributor" as const]));
  for (const { id, excerpt, page, charStart, uncheckedSv, uncheckedEn, createdBy } of drafts) {
    const author: Asking = { id: createdBy, role: roles.get(createdBy) ?? "journalist" };
    const hasReason = uncheckedSv !== "" || uncheckedEn !== "";
    const found = await quoteIn(tx, author, sourceId, excerpt, { page, start: charStart }, { hasReason });
    if (!found) continue;
    const reason = found.needsReason ? {} : { uncheckedSv: "", uncheckedEn: "" };
    await tx.evidence.updateMany({
      where: { id, publishedAt: null },
      data: { ...found.columns, paragraph: null, ...reason },
    });
  }
}
