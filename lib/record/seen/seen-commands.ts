import "server-only";
import { done, type Result, refused } from "../../core/result.ts";
import { beginPublishing } from "../record-log/record-log-commands.ts";
import { isAsSeen, isSameList, type SeenRow, type SeenTable, together, type Which } from "./seen.ts";
import { oneRow, rowsNow, type Shown } from "./seen-queries.ts";

/** What is about to be published: nobody else changes it before the transaction has ended. */
export interface Held<V> {
  /** The moment at which it is published. */
  readonly at: Date;
  readonly view: V;
  readonly which: Which;
  readonly rows: readonly SeenRow[];
  /** The ids of the rows held that are drafts, of one table or of all. */
  readonly drafts: (table?: SeenTable) => string[];
}

/** More often than this nobody adds to what is being published while it is taken hold of. */
const MOST_TRIES = 10;

/**
 * Takes hold of all that a publication shows, and says whether it is what whoever publishes has seen. Every command that
 * publishes begins with it, and publishes none but the rows that are held.
 *
 * Part of those commands: takes the publishing lock, then each row, in the order of SEEN_TABLES. What is found is found
 * again with its rows held, until nothing new has come to it.
 *
 * @param seen - the word that the page's form brought (seenOf); undefined: no page showed it (command.ts asks for one)
 * @param find - what the page was made of
 */
export async function hold<V>(
  now: Date,
  seen: string | undefined,
  find: () => Promise<Shown<V> | null>,
): Promise<Result<Held<V>, "changed-since-read" | "nothing-shown">> {
  const at = await beginPublishing(now);
  let shown = await find();
  let held: Which = {};
  let rows: readonly SeenRow[] = [];
  for (let tries = 0; shown; tries++) {
    if (tries === MOST_TRIES) return refused("changed-since-read");
    held = together(shown.which);
    rows = await rowsNow(held, { hold: true });
    shown = await find();
    if (shown && isSameList(held, shown.which)) break;
  }
  if (!shown) return refused("nothing-shown");
  if (seen !== undefined && !isAsSeen(seen, rows, shown.computed)) return refused("changed-since-read");
  const drafts = rows.filter(({ row }) => "publishedAt" in row && row.publishedAt === null);
  return done({
    at,
    view: shown.view,
    which: held,
    rows,
    drafts: (table) => drafts.filter((row) => !table || row.table === table).map(({ id }) => id),
  });
}

/** The same for one row, with which nothing else is published. Whether it is there at all, the caller finds out. */
export async function holdRow(
  now: Date,
  seen: string | undefined,
  table: SeenTable,
  id: string,
): Promise<Result<Held<null>, "changed-since-read">> {
  const held = await hold(now, seen, oneRow(table, id));
  if (held.ok) return held;
  // One row is always something to look for.
  return refused("changed-since-read");
}
