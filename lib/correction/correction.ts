/** A correction as every page shows it. */
import type { Bilingual } from "../language/language.ts";

export interface CorrectionView {
  readonly id: string;
  readonly publishedAt: string;
  readonly wrongSince: string;
  readonly wrong: Bilingual;
  readonly found: Bilingual;
  readonly changesVerdict: boolean;
  readonly claim: { readonly slug: string; readonly text: Bilingual } | null;
  readonly dispute: { readonly slug: string; readonly short: Bilingual };
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
}

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
  claim,
  dispute,
});
