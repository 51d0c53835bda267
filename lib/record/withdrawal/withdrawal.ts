/** A withdrawal as every page shows it: we no longer stand behind the verdict, and this is why. */
import type { Bilingual } from "../../core/language/language.ts";
import { type AsOf, publishedBy } from "../../core/published.ts";

export interface WithdrawalView {
  readonly publishedAt: string;
  readonly reason: Bilingual;
}

interface WithdrawalRow {
  readonly publishedAt: Date | null;
  readonly reasonSv: string;
  readonly reasonEn: string;
}

/** What a read of a verdict takes along, so that no page can show one without knowing that it was withdrawn. */
export const withdrawalSelect = (asOf: AsOf) => ({
  where: publishedBy(asOf),
  select: { publishedAt: true, reasonSv: true, reasonEn: true },
});

/** The withdrawal of a verdict, from the rows that `withdrawalSelect` found; there is at most one. */
export function withdrawalView([row]: readonly WithdrawalRow[]): WithdrawalView | null {
  return row?.publishedAt
    ? { publishedAt: row.publishedAt.toISOString(), reason: { sv: row.reasonSv, en: row.reasonEn } }
    : null;
}
