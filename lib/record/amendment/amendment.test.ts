/**
 * Which facts may have a next version: every column of every published table is one of them, or stands below with the
 * reason why not; and the database has the same list.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { standAt } from "../../core/clock.fixture.ts";
import {
  AMENDABLE,
  AMENDABLE_TABLES,
  type Amended,
  asFirstPublished,
  type Columns,
  changesBetween,
  stoodThen,
  toldOf,
} from "./amendment.ts";

standAt(new Date("2026-11-30T09:00:00Z"));
beforeAll(ownDatabase);
const ask = async <T>(sql: string) => {
  const { db } = await import("../../core/db.ts");
  return (await db().$queryRawUnsafe(sql)) as T[];
};

/** What a row is, of what, and since when: another of these is another row. */
const IDENTITY = [
  ...["id", "slug", "disputeId", "claimId", "sourceId", "fromId", "toId", "number", "publishedAt"],
  // Beside what it says: the desk's own, and the place on the page.
  ...["createdBy", "createdAt", "revision", "position"],
];
/** Of tables that have amendable columns, those that are named by a column of this name and stay. */
const STAYS: Readonly<Record<string, readonly string[]>> = {
  PartyRole: ["partyId"],
  PartyIdentifier: ["partyId"],
};

/** Published tables without amendable columns, and how what they say gets a next version. */
const OTHERWISE: Readonly<Record<string, string>> = {
  Dispute:
    "its words are versions (DisputeWording); what else it has is its address, and whether it is a demonstration",
  DisputeWording: "the next wording is its next version",
  PartyWording: "the next wording is its next version",
  ClaimWording: "the next wording is its next version",
  Snapshot: "bytes by their hash: another copy is another row",
  ClaimFalsifier: "a link between two rows, and nothing else",
  FalsifierState: "the newest state is the state",
  ReplyRequest: "what was asked of a party, and why not, stands as it was said",
  Asking: "a question as it was put",
  Reply: "a party's own words",
  Declining: "a decision of two people",
  Correction: "what is said of an error; another correction corrects it",
  Amendment: "the next amendment of the row",
  Withdrawal: "a decision; the next version of the verdict ends it",
  SourceWithdrawal: "a decision",
  Clearance: "a decision on one version of a verdict",
  ObjectionOutcome: "a decision",
  Imprint: "the next imprint is its next version",
  NotConcerned: "a decision of two people, with its reason",
  Recheck: "what was seen at a moment",
  Verdict: "the next verdict is its next version",
  Removal: "what two people decide afterwards is what comes of it",
  RemovalDecision: "the next decision counts",
  Address: "the next change of the address is its next version",
  Merge: "a decision of two people",
};

describe("the columns of what is published", () => {
  test("are each a fact that may have a next version, what the row is, or have their next version otherwise", async () => {
    const columns = await ask<{ table: string; column: string }>(`
      SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
       WHERE c.table_schema = 'public' AND EXISTS (SELECT FROM information_schema.columns p
         WHERE p.table_schema = 'public' AND p.table_name = c.table_name AND p.column_name = 'publishedAt')`);
    const amendable: Readonly<Record<string, readonly string[]>> = AMENDABLE;
    const undecided = columns.filter(({ table, column }) => {
      if (table in OTHERWISE) return table in amendable;
      const known = amendable[table]?.includes(column) ?? false;
      return !known && !IDENTITY.includes(column) && !STAYS[table]?.includes(column);
    });
    expect(undecided).toEqual([]);
    const there = new Set(columns.map(({ table }) => table));
    expect([...there].sort()).toEqual([...AMENDABLE_TABLES, ...Object.keys(OTHERWISE)].sort());
    for (const table of AMENDABLE_TABLES)
      for (const column of AMENDABLE[table])
        expect([
          table,
          column,
          columns.some((each) => each.table === table && each.column === column),
        ]).toEqual([...[table, column, true]]);
  });

  test("are the same in the database, in the same order", async () => {
    const tables = await ask<{ table: string; columns: string[] | null }>(`
      SELECT c.relname AS "table", amendable_columns(c.relname) AS "columns" FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`);
    const listed = Object.fromEntries(
      tables.flatMap(({ table, columns }) => (columns ? [[table, columns] as const] : [])),
    );
    expect(listed).toEqual(AMENDABLE);
  });
});

/** A row with two columns, and what became of it, moment by moment. */
const value = fc.option(fc.constantFrom("a", "b", "c"));
const chain = fc
  .array(fc.record({ textSv: value, textEn: value, made: value }), { minLength: 1, maxLength: 7 })
  .map((rows) => rows.filter((row, n) => n === 0 || JSON.stringify(row) !== JSON.stringify(rows[n - 1])));
const at = (n: number) => new Date(Date.UTC(2026, 10, 24, n));
const amendmentsAlong = (rows: readonly Columns[]): Amended[] =>
  rows.slice(1).map((after, n) => ({
    ...{ rowId: "row", version: n + 1, before: rows[n] ?? {}, after, publishedAt: at(n + 1) },
  }));

describe("a chain of amendments", () => {
  test("read backwards gives the row as it was first published, in whatever order it is told", () => {
    fc.assert(
      fc.property(chain, (rows) => {
        const last = { id: "row", ...rows.at(-1) };
        const all = amendmentsAlong(rows);
        expect(asFirstPublished(last, all.toReversed())).toEqual({ id: "row", ...rows[0] });
        expect(asFirstPublished(last, all)).toEqual({ id: "row", ...rows[0] });
      }),
    );
  });

  test("that does not lead to the row is no chain", () => {
    const all = amendmentsAlong([{ made: "a" }, { made: "b" }, { made: "c" }]);
    expect(() => asFirstPublished({ made: "b" }, all)).toThrow(/another made/);
    expect(() => asFirstPublished({ made: "c" }, all.slice(0, 1))).toThrow(/another made/);
  });

  test("says at each moment what stood then", () => {
    fc.assert(
      fc.property(chain, fc.nat(8), (rows, hour) => {
        const then = rows[Math.min(hour, rows.length - 1)];
        expect({ ...rows.at(-1), ...stoodThen(amendmentsAlong(rows), at(hour)) }).toEqual(then);
      }),
    );
  });
});

test("a change is told field by field, both languages together, names by name, and nothing that is told to nobody", () => {
  const before = {
    titleSv: "a",
    titleEn: "b",
    producerId: null,
    made: "2019",
    earliest: "2019-01-01",
    verbatim: true,
  };
  const after = {
    ...before,
    titleEn: "c",
    producerId: "p",
    made: "2020",
    earliest: "2020-01-01",
    verbatim: false,
  };
  const names = new Map([["p", { sv: "Exempelby", en: "Exempelby" }]]);
  expect(changesBetween(before, after, { names, zone: "Europe/Stockholm" })).toEqual([
    {
      field: "title",
      before: { kind: "text", text: { sv: "a", en: "b" } },
      after: { kind: "text", text: { sv: "a", en: "c" } },
    },
    {
      field: "producerId",
      before: null,
      after: { kind: "name", id: "p", name: { sv: "Exempelby", en: "Exempelby" } },
    },
    {
      field: "made",
      before: { kind: "date", edtf: "2019", zone: "Europe/Stockholm" },
      after: { kind: "date", edtf: "2020", zone: "Europe/Stockholm" },
    },
    { field: "verbatim", before: { kind: "yes", yes: true }, after: { kind: "yes", yes: false } },
  ]);
  expect(changesBetween(before, before, { names, zone: "Europe/Stockholm" })).toEqual([]);
  expect(Object.keys(toldOf(after))).not.toContain("earliest");
});
