import "server-only";
import type { Transaction } from "../../core/db.ts";
import type { Publication } from "../record-log/publication-schema.ts";
import { type DraftTable, ROWS_OF } from "./dispute-drafts.ts";

/** What is published of a dispute, by table. */
type Published = Extract<Publication, { readonly type: "dispute.published" }>["rows"];

/** A table, as far as publishing its drafts needs it. */
interface Publishable {
  updateManyAndReturn(change: { where: object; data: object }): Promise<object[]>;
}

/** Answers go before the dispute itself: which of them go with it is asked of it while it is a draft. */
const isDraftTable = (name: string): name is DraftTable => name in ROWS_OF;
const draftTables = ["reply", ...Object.keys(ROWS_OF).filter((name) => name !== "reply")].filter(
  isDraftTable,
);

/** What becomes of a row besides its being public. */
const ALSO: Partial<Record<DraftTable, object>> = { asking: { sentTo: null } };

/**
 * Makes every draft row of a dispute public that has no command of its own to do so (ROWS_OF).
 *
 * @returns the rows by table, as they now stand; tables without drafts are left out
 */
export async function publishDraftsOf(
  tx: Transaction,
  disputeId: string,
  publishedAt: Date,
): Promise<Published> {
  const tables: Readonly<Record<DraftTable, Publishable>> = tx;
  const published: Published = {};
  for (const name of draftTables) {
    const rows = await tables[name].updateManyAndReturn({
      where: { ...ROWS_OF[name](disputeId), publishedAt: null },
      data: { publishedAt, ...ALSO[name] },
    });
    if (rows.length > 0) Object.assign(published, { [name]: rows });
  }
  return published;
}
