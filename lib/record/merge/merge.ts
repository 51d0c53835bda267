/** Two rows for one thing, made one: the weaker leads to the stronger. Pure. */
import type { Bilingual } from "../../core/language/language.ts";

/** What can turn out to be there twice, by the table of the database. */
export const MERGEABLE = ["Claim", "Party", "Source"] as const;
export type Mergeable = (typeof MERGEABLE)[number];

export const isMergeable = (table: string): table is Mergeable =>
  (MERGEABLE as readonly string[]).includes(table);

/** What was merged into something, as its page tells it. */
export interface MergeView {
  readonly id: string;
  /** What the other was called. */
  readonly name: Bilingual;
  readonly reason: Bilingual;
  readonly publishedAt: string;
  /** The entries of the log that published its own verdicts: their documents stay. */
  readonly verdicts: readonly number[];
}
