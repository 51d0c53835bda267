import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { momentOfId } from "../../core/moment-of-id.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { seenRow } from "../seen/seen-queries.ts";

export interface DeskSourceWithdrawal {
  readonly id: string;
  /** The word for having seen it, for whoever publishes it. */
  readonly seen: string;
  readonly reason: Bilingual;
  readonly publishedAt: string | null;
  /** Whoever asks wrote it, and so may not publish it. */
  readonly own: boolean;
}

/** The withdrawal of a source, asked for or published. Null: nobody has, or not for this role. */
export async function sourceWithdrawalFor(
  actor: Actor,
  sourceId: string,
): Promise<DeskSourceWithdrawal | null> {
  if (!atLeast(actor, "journalist") || !isId(sourceId)) return null;
  return oneMoment(async () => {
    const row = await db().sourceWithdrawal.findFirst({ where: { sourceId } });
    if (!row) return null;
    return {
      id: row.id,
      seen: await seenRow("SourceWithdrawal", row.id),
      reason: { sv: row.reasonSv, en: row.reasonEn },
      publishedAt: row.publishedAt?.toISOString() ?? null,
      own: row.createdBy === actor.id,
    };
  });
}

/** Withdrawals of sources that wait for somebody to publish them, oldest first. */
export async function sourceWithdrawalsWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "editor")) return [];
  const rows = await db().sourceWithdrawal.findMany({
    where: { publishedAt: null, createdBy: { not: actor.id } },
    orderBy: { id: "asc" },
    select: { id: true, source: { select: { id: true, titleSv: true, titleEn: true } } },
  });
  return rows.map(({ id, source }) => ({
    id,
    href: `/desk/sources/${source.id}#withdrawal`,
    title: { sv: source.titleSv, en: source.titleEn },
    at: momentOfId(id),
  }));
}
