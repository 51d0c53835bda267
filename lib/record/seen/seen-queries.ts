import "server-only";
import { z } from "zod";
import { db, oneMoment } from "../../core/db.ts";
import { newest as newestOf } from "../../core/published.ts";
import { fieldDifferences, type Json } from "../../core/text-difference.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import {
  type Changed,
  type Computed,
  type ComputedChange,
  changedSince,
  computedSince,
  isThis,
  SEEN_TABLES,
  type SeenRow,
  type SeenTable,
  seenOf,
  type Told,
  together,
  type Which,
} from "./seen.ts";
import { saidBy } from "./seen-row.ts";

/** What a publication shows, found by one function for the page, for the command, and for telling what has changed. */
export interface Shown<V> {
  readonly which: Which;
  /** What the page is made of and the command judges: read together with the rows. */
  readonly view: V;
  /** What it shows that is computed, also from rows that are not among these: it must come to the same when it is published. */
  readonly computed?: Computed;
}

/** The columns by which a row is found, in the order in which its id in the history has them. */
const KEYS: Partial<Record<SeenTable, readonly string[]>> = {
  Asking: ["requestId"],
  ObjectionOutcome: ["objectionId"],
  ClaimFalsifier: ["claimId", "falsifierId"],
};

/** What is shown of a row that holds more than the desk's pages show. */
const COLUMNS: Partial<Record<SeenTable, readonly string[]>> = {
  Member: ["id", "bylineSv", "bylineEn"],
};

/** What is written once and changed by nobody: the application has no right to (prisma/rights.ts). */
export const isNeverChanged = (table: SeenTable): boolean => table === "Verdict" || table === "Review";

/**
 * How rows are held: who would change one of them waits. A request is held against what would hang on it too, since an
 * answer that comes is a row of its own.
 */
function lockOf(table: SeenTable) {
  if (isNeverChanged(table)) return Prisma.empty;
  return table === "ReplyRequest" ? Prisma.sql`FOR UPDATE` : Prisma.sql`FOR NO KEY UPDATE`;
}

const name = (identifier: string) => Prisma.raw(`"${identifier}"`);
const found = z.array(z.object({ id: z.string(), row: z.record(z.string(), z.json()) }));

/**
 * These rows as they stand now.
 *
 * @param hold - until the end of the transaction nobody else changes them
 */
export async function rowsNow(which: Which, { hold = false } = {}): Promise<SeenRow[]> {
  const rows: SeenRow[] = [];
  for (const table of SEEN_TABLES) {
    const ids = which[table] ?? [];
    if (ids.length === 0) continue;
    const keys = KEYS[table] ?? ["id"];
    const parts = keys.map((_, index) => Prisma.sql`${ids.map((id) => id.split("/")[index] ?? "")}::uuid[]`);
    const columns = COLUMNS[table];
    const answer = await db().$queryRaw`
      SELECT ${Prisma.join(
        keys.map((key) => Prisma.sql`t.${name(key)}::text`),
        " || '/' || ",
      )} AS "id",
             ${
               columns
                 ? Prisma.sql`jsonb_build_object(${Prisma.join(columns.map((column) => Prisma.sql`${column}::text, t.${name(column)}`))})`
                 : Prisma.sql`to_jsonb(t)`
             } AS "row"
        FROM ${name(table)} t
       WHERE (${Prisma.join(keys.map((key) => Prisma.sql`t.${name(key)}`))}) IN (SELECT * FROM unnest(${Prisma.join(parts)}))
       ORDER BY ${Prisma.join(keys.map((key) => Prisma.sql`t.${name(key)}`))}
       ${hold ? lockOf(table) : Prisma.empty}`;
    for (const { id, row } of found.parse(answer)) rows.push({ table, id, row });
  }
  return rows;
}

/** What a page shows of what it asks somebody to publish, with the word that says so to the command. */
export interface ToPublish<V> {
  readonly seen: string;
  readonly rows: readonly SeenRow[];
  readonly view: V;
}

/** Reads what a page is to show, all of it as it stands at one moment. Null: there is nothing of the kind. */
export function toPublish<V>(find: () => Promise<Shown<V> | null>): Promise<ToPublish<V> | null> {
  return oneMoment(async () => {
    const shown = await find();
    if (!shown) return null;
    const rows = await rowsNow(shown.which);
    return { seen: seenOf(rows, shown.computed), rows, view: shown.view };
  });
}

/** One row, where nothing else is published with it. */
export const oneRow =
  (table: SeenTable, id: string): (() => Promise<Shown<null>>) =>
  async () => ({ which: { [table]: [id] }, view: null });

/**
 * The word for having seen one row. It is asked for together with what is shown of the row (oneMoment), so that nothing
 * comes between the two.
 */
export const seenRow = async (table: SeenTable, id: string): Promise<string> =>
  (await toPublish(oneRow(table, id)))?.seen ?? "";

/** How many changes of one row are looked through for what it was. */
const MOST_CHANGES = 200;
/** How many changes are told one by one; whoever has more to read reads the page anew. */
const MOST_TOLD = 100;

/**
 * What has become of the rows that a page showed: which are others now, what each said before and says after. The
 * history, which the database writes, knows what they were.
 */
export function sinceSeen(
  seen: string,
  find: () => Promise<Shown<unknown> | null>,
): Promise<{
  readonly seen: string;
  readonly changes: readonly Told[];
  readonly computed: readonly ComputedChange[];
}> {
  return oneMoment(async () => {
    const shown = await find();
    const rows = await rowsNow(shown?.which ?? {});
    const changes: Told[] = [];
    for (const change of changedSince(seen, rows).slice(0, MOST_TOLD)) changes.push(await told(change));
    return {
      seen: seenOf(rows, shown?.computed),
      changes: await named(changes),
      computed: computedSince(seen, shown?.computed),
    };
  });
}

type Row = SeenRow["row"];

async function told({ table, id, kind, was, row }: Changed): Promise<Told> {
  const before = was === null ? null : await rowAsItWas(table, id, was, row);
  // What is no longer among the rows may still be there: public by now, or a part of something else.
  const after = row ?? (await rowsNow(together({ [table]: [id] }))).at(0)?.row ?? null;
  return {
    table,
    id,
    kind: kind !== "new" && isPublic(after) && !isPublic(before) ? "published" : kind,
    words: saidBy(after ?? before ?? {}).words,
    fields: fieldDifferences(
      (before ?? {}) as Json,
      (kind === "gone" && row === null ? null : after) as Json,
    ),
  };
}

/** What rows name each other by, in words: a source's title, a party's name, a claim. */
async function named(changes: readonly Told[]): Promise<Told[]> {
  const named = changes.flatMap(({ fields }) => fields.filter(({ field }) => field.endsWith("Id")));
  const id = { in: named.flatMap(({ before, after }) => [before, after].filter((each) => each !== null)) };
  const names = new Map<string, string>();
  if (named.length > 0) {
    const wordings = { ...newestOf, select: { nameSv: true, nameEn: true } } as const;
    for (const row of await db().source.findMany({
      where: { id },
      select: { id: true, titleSv: true, titleEn: true },
    }))
      names.set(row.id, row.titleSv || row.titleEn);
    for (const row of await db().party.findMany({ where: { id }, select: { id: true, wordings } }))
      names.set(row.id, row.wordings[0]?.nameSv || (row.wordings[0]?.nameEn ?? ""));
    for (const row of await db().claim.findMany({ where: { id }, select: { id: true, slug: true } }))
      names.set(row.id, row.slug);
  }
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return changes.map((change) => ({
    ...change,
    fields: change.fields.map((each) =>
      each.field.endsWith("Id") ? { ...each, before: nameOf(each.before), after: nameOf(each.after) } : each,
    ),
  }));
}

const isPublic = (row: Row | null): boolean => row !== null && (row.publishedAt ?? null) !== null;

/** What the history says that a row was when it was seen; the newest it knows of, where it keeps what was seen back. */
async function rowAsItWas(table: SeenTable, id: string, was: string, now: Row | null): Promise<Row | null> {
  const changes = await db().change.findMany({
    where: { table, rowId: id },
    orderBy: { seq: "desc" },
    take: MOST_CHANGES,
    select: { before: true, after: true },
  });
  const known = changes.flatMap(({ before, after }) => [...rowIn(after), ...rowIn(before)]);
  const kept = (row: Row): Row => ({ ...now, ...row });
  const [newest] = changes.flatMap(({ before }) => rowIn(before));
  return known.find((row) => isThis(was, row) || isThis(was, kept(row))) ?? newest ?? null;
}

const rowIn = (value: unknown): readonly Row[] => {
  const read = z.record(z.string(), z.json()).safeParse(value);
  return read.success ? [read.data] : [];
};
