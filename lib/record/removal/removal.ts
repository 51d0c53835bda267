/** What has been taken down: published, found to do harm by standing there, and no longer shown to readers. Pure. */
import type { Bilingual } from "../../core/language/language.ts";

/** What can be taken down, by the table of the database. What hangs on it is down with it. */
export const REMOVABLE = ["Claim", "Dispute", "Party", "Source", "Snapshot"] as const;
export type Removable = (typeof REMOVABLE)[number];

export const isRemovable = (table: string): table is Removable =>
  (REMOVABLE as readonly string[]).includes(table);

/** The only grounds. That something is wrong is none: then it is corrected, and stays where it is. */
export const GROUNDS = [
  "data_protection",
  "copyright",
  "court_order",
  "danger",
  "child",
  "wrong_person",
] as const;
export type Ground = (typeof GROUNDS)[number];

/** What two people come to: that it stays down, or that it is shown again. */
export const OUTCOMES = ["stands", "undone"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A removal as readers are told of it. Nothing in it says what stood there. */
export interface RemovalView {
  readonly id: string;
  readonly table: Removable;
  readonly ground: Ground;
  readonly reason: Bilingual;
  readonly publishedAt: string;
  /** What two people have decided since; null: one has taken it down, and two are to look at it. */
  readonly decided: {
    readonly outcome: Outcome;
    readonly reason: Bilingual;
    readonly publishedAt: string;
  } | null;
}

interface RemovalRow {
  readonly id: string;
  readonly table: string;
  readonly ground: Ground;
  readonly reasonSv: string;
  readonly reasonEn: string;
  readonly publishedAt: Date | null;
  readonly decisions: readonly {
    readonly outcome: Outcome;
    readonly reasonSv: string;
    readonly reasonEn: string;
    readonly publishedAt: Date | null;
  }[];
}

/** What a read of a removal takes along: the newest decision that is published. */
export const withDecision = {
  decisions: {
    where: { publishedAt: { not: null } },
    orderBy: [{ publishedAt: "desc" as const }, { id: "desc" as const }],
    take: 1,
  },
};

/** The view, from the rows that `withDecision` found; null: not published. */
export function removalView(row: RemovalRow): RemovalView | null {
  const { id, table, ground, publishedAt } = row;
  const [decision] = row.decisions;
  if (!publishedAt || !isRemovable(table)) return null;
  return {
    ...{ id, table, ground },
    reason: { sv: row.reasonSv, en: row.reasonEn },
    publishedAt: publishedAt.toISOString(),
    decided: decision?.publishedAt
      ? {
          outcome: decision.outcome,
          reason: { sv: decision.reasonSv, en: decision.reasonEn },
          publishedAt: decision.publishedAt.toISOString(),
        }
      : null,
  };
}

/** Whether readers do not see it now. */
export const isDown = ({ decided }: Pick<RemovalView, "decided">): boolean => decided?.outcome !== "undone";
