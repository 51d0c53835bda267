/** How the words of a published passage are known to be its source's: what its page shows beside them. */

import type { Bilingual } from "../../core/language/language.ts";
import { type AssuranceLevel, assurance } from "../../intake/assurance/assurance.ts";
import { factsOf } from "../../intake/assurance/assurance-facts.ts";
import { maskedAround } from "../../intake/message/message-mask.ts";
import { copyKind } from "../snapshot/snapshot.ts";
import { type CopyConcern, readConcerns } from "../snapshot/snapshot-concern.ts";

/** Beside a passage, the same for a weighed one and one that came later: a published row never changes. */
export interface QuoteView {
  /** Null: not verified against a copy. */
  readonly copy: {
    readonly id: string;
    readonly page: number;
    /** How many pages the copy has that a reader could count; of one page none is named. */
    readonly pages: number;
    /** What stands before and after it there, with what is private masked. */
    readonly prefix: string;
    readonly suffix: string;
    /** In how many other places of it the words stand; null: nobody has counted. */
    readonly others: number | null;
    /** What speaks against the copy: then a reason stands beside it. */
    readonly concerns: readonly CopyConcern[];
  } | null;
  /** Why the words are shown though they were found in no copy, or in one that something speaks against. */
  readonly unchecked: Bilingual | null;
  /** Of the live page, if there is one. */
  readonly url: string | null;
  /** How far the source would outlive its link. */
  readonly level: AssuranceLevel;
}

interface QuotedRow {
  readonly excerpt: string;
  readonly snapshotId: string | null;
  readonly page: number | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  readonly otherPlaces: number | null;
  readonly uncheckedSv: string;
  readonly uncheckedEn: string;
  readonly snapshot: {
    readonly publishedAt: Date | null;
    readonly mediaType: string;
    readonly concerns: readonly string[];
    readonly _count: { readonly pages: number };
  } | null;
  readonly source: { readonly url: string | null; readonly snapshots: Parameters<typeof factsOf>[0] };
}

/** The pages of a web page are its main text and all of it: they have no numbers. */
const pagesOf = ({ mediaType, _count }: NonNullable<QuotedRow["snapshot"]>): number =>
  copyKind(mediaType) === "pdf" ? _count.pages : 1;

/** @param row - with the published copies of its source alone */
export function quoteView(row: QuotedRow): QuoteView {
  const { snapshotId, page, snapshot, source } = row;
  const { prefix, suffix } = maskedAround({ ...row, words: row.excerpt });
  return {
    copy:
      snapshotId !== null && page !== null && snapshot?.publishedAt
        ? {
            ...{ id: snapshotId, page, pages: pagesOf(snapshot) },
            prefix,
            suffix,
            others: row.otherPlaces,
            concerns: readConcerns(snapshot.concerns),
          }
        : null,
    unchecked: row.uncheckedSv === "" ? null : { sv: row.uncheckedSv, en: row.uncheckedEn },
    url: source.url,
    level: assurance(factsOf(source.snapshots)).level,
  };
}
