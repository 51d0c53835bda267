/** A correction as every page shows it. */
import { swedishDay } from "../../core/date-words/date-words.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { type AmendableTable, isAmendable } from "../amendment/amendment.ts";

export interface CorrectionView {
  readonly id: string;
  readonly publishedAt: string;
  readonly wrongSince: string;
  readonly wrong: Bilingual;
  readonly found: Bilingual;
  readonly changesVerdict: boolean;
  /** The version of the verdict that was wrong, if it was one. */
  readonly version: number | null;
  readonly claim: { readonly slug: string; readonly text: Bilingual } | null;
  readonly dispute: { readonly slug: string; readonly short: Bilingual };
  /** The row it is about, where it is about one. */
  readonly about: { readonly table: AmendableTable; readonly rowId: string } | null;
}

interface CorrectionRow {
  readonly id: string;
  readonly publishedAt: Date | null;
  readonly wrongSince: Date;
  readonly wrongSv: string;
  readonly wrongEn: string;
  readonly foundSv: string;
  readonly foundEn: string;
  readonly changesVerdict: boolean;
  readonly aboutTable: string | null;
  readonly aboutId: string | null;
  readonly verdict: { readonly version: number } | null;
}

/** A read of corrections takes along which version each is about. */
export const correctionVersion = { verdict: { select: { version: true } } } as const;

/** A published row, and what it is about. */
export const correctionView = (
  row: CorrectionRow,
  { claim, dispute }: Pick<CorrectionView, "claim" | "dispute">,
): CorrectionView => ({
  id: row.id,
  publishedAt: (row.publishedAt ?? row.wrongSince).toISOString(),
  wrongSince: row.wrongSince.toISOString(),
  wrong: { sv: row.wrongSv, en: row.wrongEn },
  found: { sv: row.foundSv, en: row.foundEn },
  changesVerdict: row.changesVerdict,
  version: row.verdict?.version ?? null,
  claim,
  dispute,
  about: aboutOf(row),
});

/** The row that a correction is about. */
export const aboutOf = ({
  aboutTable,
  aboutId,
}: Pick<CorrectionRow, "aboutTable" | "aboutId">): CorrectionView["about"] =>
  aboutTable !== null && aboutId !== null && isAmendable(aboutTable)
    ? { table: aboutTable, rowId: aboutId }
    : null;

/** For so many days a correction stands near the top of its claim; then in the history. */
const NEAR_THE_TOP_DAYS = 30;

/** Corrections new enough to be read before anything else. */
export const recentCorrections = (all: readonly CorrectionView[], now: Date): CorrectionView[] =>
  all.filter(({ publishedAt }) => now.getTime() - Date.parse(publishedAt) < NEAR_THE_TOP_DAYS * 86_400_000);

/** When a day begins in Sweden, whose days the record counts in. */
export function startOfSwedishDay(day: string): Date {
  const early = new Date(`${day}T00:00:00+02:00`);
  return swedishDay(early.toISOString()) === day ? early : new Date(`${day}T00:00:00+01:00`);
}

/**
 * Since when something published was wrong: never before it was published. A day is read as its beginning, or as the
 * moment of publication on that very day.
 *
 * @param day - `YYYY-MM-DD`; null: since it was published
 */
export function wrongSince(
  day: string | null,
  publishedAt: Date,
  now: Date,
): Date | "in-the-future" | "before-publication" {
  if (day === null) return publishedAt;
  const start = startOfSwedishDay(day);
  if (start > now) return "in-the-future";
  if (start >= publishedAt) return start;
  return day === swedishDay(publishedAt.toISOString()) ? publishedAt : "before-publication";
}
