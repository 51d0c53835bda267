/** A source that we no longer rely on, as every page shows it that quotes it: since when, and why. */
import type { Bilingual } from "../../core/language/language.ts";
import { type AsOf, publishedBy } from "../../core/published.ts";

export interface SourceWithdrawalView {
  readonly sourceId: string;
  readonly publishedAt: string;
  readonly reason: Bilingual;
}

interface SourceWithdrawalRow {
  readonly sourceId: string;
  readonly publishedAt: Date | null;
  readonly reasonSv: string;
  readonly reasonEn: string;
}

/** What a read of a source takes along. */
export const sourceWithdrawalSelect = (asOf: AsOf) => ({
  where: publishedBy(asOf),
  select: { sourceId: true, publishedAt: true, reasonSv: true, reasonEn: true },
});

/** The withdrawal of a source, from the rows that `sourceWithdrawalSelect` found; there is at most one. */
export function sourceWithdrawalView([row]: readonly SourceWithdrawalRow[]): SourceWithdrawalView | null {
  return row?.publishedAt
    ? {
        sourceId: row.sourceId,
        publishedAt: row.publishedAt.toISOString(),
        reason: { sv: row.reasonSv, en: row.reasonEn },
      }
    : null;
}
