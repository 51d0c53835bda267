/**
 * Every published fact can have a next version. A row of the record says what stands now; an amendment of it keeps what
 * stood before, since when something else stands, and why. Which tables and columns have that is said here once; the
 * database has the same list (migration: amendments), and a test compares the two with the schema.
 */
import type { Bilingual } from "../../core/language/language.ts";

/** By table, the columns that may have a next version: what a row says. What it is a row of (its claim, its dispute) stays. */
export const AMENDABLE = {
  Party: ["kind", "partOfId"],
  PartyRole: ["side", "titleSv", "titleEn", "saysSv", "saysEn", "held"],
  PartyIdentifier: ["scheme", "value"],
  Claim: ["kind"],
  Interest: ["partyId", "about", "gainsIf"],
  Appearance: [
    ...[
      "partyId",
      "mode",
      "sourceId",
      "quote",
      "quoteLanguage",
      "verbatim",
      "paragraph",
      "charStart",
      "charEnd",
    ],
    ...["happened", "known", "dateNoteSv", "dateNoteEn", "earliest", "latest"],
  ],
  Relation: ["kind"],
  Source: [
    ...["kind", "titleSv", "titleEn", "noteSv", "noteEn", "producerId", "language", "url", "made", "public"],
  ],
  SourceEdge: ["kind"],
  Evidence: [
    ...["originId", "stance", "excerpt", "excerptLanguage", "paragraph", "charStart", "charEnd"],
    ...[
      "snapshotId",
      "page",
      "prefix",
      "suffix",
      "otherPlaces",
      "uncheckedSv",
      "uncheckedEn",
      "noteSv",
      "noteEn",
    ],
  ],
  Falsifier: ["textSv", "textEn", "heldBySv", "heldByEn", "holderId"],
  Event: [
    ...["textSv", "textEn", "shortSv", "shortEn", "actorId", "targetId", "sourceId", "paragraph"],
    ...["happened", "known", "dateNoteSv", "dateNoteEn", "beforeId", "afterId", "answersId"],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AmendableTable = keyof typeof AMENDABLE;

/** The tables, in one order. */
export const AMENDABLE_TABLES = Object.keys(AMENDABLE) as readonly AmendableTable[];

export const isAmendable = (table: string): table is AmendableTable => Object.hasOwn(AMENDABLE, table);

/** A value of a column, as the database writes it in JSON. */
export type ColumnValue = string | number | boolean | null;
/** The amendable columns of a row, all of them. */
export type Columns = Readonly<Record<string, ColumnValue>>;

/** What was published of one row at one moment, instead of what stood. */
export interface Amended {
  readonly rowId: string;
  readonly version: number;
  readonly before: Columns;
  readonly after: Columns;
  readonly publishedAt: Date;
}

/** Worked out of the others, or words around a quotation that are shown only as far as the copy may be: told to nobody. */
export const UNTOLD: ReadonlySet<string> = new Set(["earliest", "latest", "prefix", "suffix", "otherPlaces"]);

/** What of the columns is told in public. */
export const toldOf = (columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).filter(([name]) => !UNTOLD.has(name)));

/** Oldest first. */
const inOrder = (amendments: readonly Amended[]) => [...amendments].sort((a, b) => a.version - b.version);

/**
 * What of a row stood at a moment and stands no more: the columns as they were before the first amendment that came after.
 * Null: it stands as it stood.
 *
 * @param amendments - published ones, of that row
 */
export function stoodThen(amendments: readonly Amended[], moment: Date): Columns | null {
  return inOrder(amendments).find(({ publishedAt }) => publishedAt > moment)?.before ?? null;
}

/**
 * A row with the amendments of it taken back, the newest first: as it was first published.
 *
 * @throws where they do not lead there: one does not begin from what the one before had come to
 */
export function asFirstPublished<R extends Readonly<Record<string, unknown>>>(
  row: R,
  amendments: readonly Amended[],
): R {
  let now: R = row;
  for (const { before, after, version } of inOrder(amendments).reverse()) {
    const other = Object.keys(after).find((name) => name in now && now[name] !== after[name]);
    if (other) throw new Error(`Amendment ${version} says another ${other} than the row that came of it`);
    now = { ...now, ...before };
  }
  return now;
}

/** A value as a reader is told it. What a row names (a party, a source) is told by its name. */
export type Told =
  | { readonly kind: "text"; readonly text: Bilingual }
  | { readonly kind: "words"; readonly words: string }
  /** With the zone in whose days and hours it is told. */
  | { readonly kind: "date"; readonly edtf: string; readonly zone: string }
  | { readonly kind: "choice"; readonly choice: string }
  | { readonly kind: "yes"; readonly yes: boolean }
  | { readonly kind: "name"; readonly id: string; readonly name: Bilingual };

/** One thing that a row says otherwise than it did; null: nothing. */
export interface FieldChange {
  /** The column, without its language. */
  readonly field: string;
  readonly before: Told | null;
  readonly after: Told | null;
}

const DATES: ReadonlySet<string> = new Set(["happened", "known", "held", "made", "public"]);
const CHOICES: ReadonlySet<string> = new Set(["kind", "side", "mode", "stance", "gainsIf", "scheme"]);

/** What the ids in a row are called. */
export type Names = ReadonlyMap<string, Bilingual>;

/** What ids are called, and the zone of the dispute in whose days and hours dates are told. */
export interface ToldIn {
  readonly names: Names;
  readonly zone: string;
}

function toldAs(field: string, columns: Columns, { names, zone }: ToldIn): Told | null {
  if (`${field}Sv` in columns) {
    const text = { sv: String(columns[`${field}Sv`] ?? ""), en: String(columns[`${field}En`] ?? "") };
    return text.sv + text.en === "" ? null : { kind: "text", text };
  }
  const value = columns[field] ?? null;
  if (value === null) return null;
  if (typeof value === "boolean") return { kind: "yes", yes: value };
  const words = String(value);
  if (field.endsWith("Id"))
    return { kind: "name", id: words, name: names.get(words) ?? { sv: words, en: words } };
  if (DATES.has(field)) return { kind: "date", edtf: words, zone };
  return CHOICES.has(field) ? { kind: "choice", choice: words } : { kind: "words", words };
}

/** The fields in which two versions of a row differ, in the order of its table; what is told to nobody is left out. */
export function changesBetween(before: Columns, after: Columns, told: ToldIn): FieldChange[] {
  const columns = Object.keys(after).filter((name) => !UNTOLD.has(name));
  const changed = columns.filter((name) => before[name] !== after[name]);
  const fields = new Set(
    changed.map((name) =>
      /(Sv|En)$/.test(name) && `${name.slice(0, -2)}Sv` in after ? name.slice(0, -2) : name,
    ),
  );
  return [...fields].map((field) => ({
    field,
    before: toldAs(field, before, told),
    after: toldAs(field, after, told),
  }));
}

/** An amendment as every page tells it, at the row and in lists. Moments are RFC 3339. */
export interface AmendmentView {
  readonly id: string;
  readonly table: AmendableTable;
  readonly rowId: string;
  /** From 1 for each row. */
  readonly version: number;
  readonly publishedAt: string;
  /** What the row is known by, and where a reader finds it: a path without its language. */
  readonly of: { readonly words: Bilingual; readonly path: string };
  /** Since when what it took the place of had stood. */
  readonly since: string;
  readonly why: Bilingual;
  readonly changes: readonly FieldChange[];
}
