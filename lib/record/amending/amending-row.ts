/** A row of the record as its form says it: the way back from columns to fields, the same for every noun. Pure. */
import type { AmendableTable } from "../amendment/amendment.ts";
import { ROW_SCHEMAS, type RowSaid } from "./amending-schema.ts";

type Row = Readonly<Record<string, unknown>>;

/** Where in a source a passage stands is one field of these. */
const PLACED: ReadonlySet<AmendableTable> = new Set(["Appearance", "Evidence"]);
/** A place on the page that is not given stays where it is. */
const UNSAID = { position: null };

const orNothing = (text: unknown) => (typeof text === "string" ? text : "");

/** A text in both languages; null where there is none in either. */
function inBoth(row: Row, name: string): { sv: string; en: string } | null {
  const text = { sv: orNothing(row[`${name}Sv`]), en: orNothing(row[`${name}En`]) };
  return text.sv + text.en === "" ? null : text;
}

/** What a row says, in the fields of its form. A draft may be half translated, so that it need not be accepted as it is. */
export function rowSaid<T extends AmendableTable>(table: T, row: Row): RowSaid<T> {
  const fields = Object.keys(ROW_SCHEMAS[table].shape);
  const said = fields.map((name) => {
    if (name === "at" && PLACED.has(table)) {
      const { paragraph = null, charStart = null, charEnd = null } = row;
      return [name, { paragraph, charStart, charEnd }];
    }
    if (`${name}Sv` in row) return [name, inBoth(row, name)];
    return [name, name in UNSAID ? null : (row[name] ?? null)];
  });
  return Object.fromEntries(said) as RowSaid<T>;
}
