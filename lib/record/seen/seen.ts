/**
 * What was seen: the rows that a page shows to whoever is asked to publish them. The form carries them as one word, and
 * what stands otherwise when it comes back is not published unread. Pure.
 */
import { contentHash } from "../../core/content-hash.ts";
import type { FieldDifference } from "../../core/text-difference.ts";

/**
 * The tables of the database whose rows a page can show before they are published, in the order in which they are held:
 * what others name after what names it, as a command that changes a row holds it before what it names.
 */
export const SEEN_TABLES = [
  "Review",
  "VerdictDraft",
  "ObjectionOutcome",
  "Objection",
  "Correction",
  "Clearance",
  "Withdrawal",
  "SourceWithdrawal",
  "Verdict",
  "Declining",
  "SubmittedReply",
  "Reply",
  "Asking",
  "ReplyRequest",
  "FalsifierState",
  "ClaimFalsifier",
  "Falsifier",
  "Event",
  "Evidence",
  "Relation",
  "Appearance",
  "SourceEdge",
  "Snapshot",
  "Source",
  "NotConcerned",
  "Interest",
  "ClaimWording",
  "Claim",
  "PartyIdentifier",
  "PartyRole",
  "PartyWording",
  "Party",
  "DisputeWording",
  "Dispute",
  "Member",
] as const;
export type SeenTable = (typeof SEEN_TABLES)[number];

/** Which rows: ids by table, as the history has them (`<claim>/<falsifier>` where two make one). */
export type Which = { readonly [T in SeenTable]?: readonly string[] };

/** One row as it stands in the database, by the names of its columns. */
export interface SeenRow {
  readonly table: SeenTable;
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Several lists of rows as one. */
export function together(...lists: readonly Which[]): Which {
  const all: { [T in SeenTable]?: string[] } = {};
  for (const table of SEEN_TABLES) {
    const ids = [...new Set(lists.flatMap((list) => list[table] ?? []))].sort();
    if (ids.length > 0) all[table] = ids;
  }
  return all;
}

/** Whether two lists name the same rows. */
export const isSameList = (a: Which, b: Which): boolean =>
  JSON.stringify(together(a)) === JSON.stringify(together(b));

/** Those of the rows that are listed. */
export const rowsAmong = (rows: readonly SeenRow[], which: Which): SeenRow[] =>
  rows.filter(({ table, id }) => which[table]?.includes(id));

/** What a row is called among all of them. */
export const keyOf = ({ table, id }: Pick<SeenRow, "table" | "id">) => `${table} ${id}`;

/** Enough of a row's hash to say which of them it is that differs; whether any does, the whole hash says. */
const short = (row: SeenRow["row"]): string => contentHash(row).slice(0, 16);

/**
 * What a page showed that no single row says: computed from many, also from some that it did not show. By name, each as a
 * word of letters, digits and `_-+`.
 */
export type Computed = Readonly<Record<string, string>>;

/**
 * What a page showed, as one word: the hash of all of it, then each row with a part of its own hash, by which it is told
 * afterwards which of them have become others, and what was computed from them.
 */
export function seenOf(rows: readonly SeenRow[], computed: Computed = {}): string {
  const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const each = sorted.map(({ table, id, row }) => `${table} ${id} ${short(row)}`);
  const figures = Object.entries(computed)
    .map(([name, value]) => `~${name} ${value}`)
    .sort();
  const said = sorted.map(({ table, id, row }) => [table, id, row]);
  return [contentHash([...said, ...figures]), ...each, ...figures].join(",");
}

/** Whether what stands there is, word for word, what was seen, and comes to the same. */
export const isAsSeen = (seen: string, rows: readonly SeenRow[], computed?: Computed): boolean =>
  seen === seenOf(rows, computed);

/** A row that is not what it was when the page showed it. */
export interface Changed {
  readonly table: SeenTable;
  readonly id: string;
  readonly kind: "changed" | "new" | "gone";
  /** A part of the hash of what was seen; null where nothing was. */
  readonly was: string | null;
  /** As it stands now; null where it does not. */
  readonly row: SeenRow["row"] | null;
}

/** The part of its hash by which what a row was is found again. */
export const isThis = (was: string, row: SeenRow["row"]): boolean => was === short(row);

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const LINE = new RegExp(`^(\\w+) (${UUID}(?:/${UUID})?) ([0-9a-f]{16})$`);
const isTable = (name: string): name is SeenTable => (SEEN_TABLES as readonly string[]).includes(name);

/** Which rows have changed, come or gone since a page showed them. What no page of ours has written is passed over. */
export function changedSince(seen: string, rows: readonly SeenRow[]): readonly Changed[] {
  const before = new Map<string, { table: SeenTable; id: string; was: string }>();
  for (const line of seen.split(",").slice(1)) {
    const [, table = "", id = "", was = ""] = LINE.exec(line) ?? [];
    if (isTable(table)) before.set(keyOf({ table, id }), { table, id, was });
  }
  const now = new Map(rows.map((row) => [keyOf(row), row]));
  const found: Changed[] = [];
  for (const [key, { table, id, was }] of before) {
    const row = now.get(key)?.row ?? null;
    if (row === null) found.push({ table, id, kind: "gone", was, row });
    else if (!isThis(was, row)) found.push({ table, id, kind: "changed", was, row });
  }
  for (const [key, { table, id, row }] of now)
    if (!before.has(key)) found.push({ table, id, kind: "new", was: null, row });
  return found;
}

/** Something computed that came to something else when the page showed it. */
export interface ComputedChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const FIGURE = /^~([a-z]+) ([\w+-]{0,2000})$/;

/** What comes to something else than when a page showed it. What the page did not compute is passed over. */
export function computedSince(seen: string, computed: Computed = {}): readonly ComputedChange[] {
  return seen.split(",").flatMap((line) => {
    const [, name = "", before = ""] = FIGURE.exec(line) ?? [];
    const after = Object.hasOwn(computed, name) ? computed[name] : undefined;
    return after === undefined || after === before ? [] : [{ name, before, after }];
  });
}

/** A change as it is told: what became another, and its words before and after. */
export interface Told extends Pick<Changed, "table" | "id"> {
  readonly kind: Changed["kind"] | "published";
  /** What the row is known by. */
  readonly words: { readonly sv: string; readonly en: string };
  readonly fields: readonly FieldDifference[];
}
