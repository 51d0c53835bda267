/**
 * What the page of a dispute's publication says is in the way: the rows that would be refused, each with what it lacks,
 * and no others.
 */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor } from "../../core/actor.fixture.ts";
import type { SeenRow, SeenTable } from "../seen/seen.ts";

const load = async () => ({
  ...(await import("./dispute.fixture.ts")),
  ...(await import("./dispute-commands.ts")),
  ...(await import("./dispute-unpublished-queries.ts")),
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../seen/seen-queries.ts")),
  ...(await import("../seen/seen-publish-commands.ts")),
  ...(await import("../../core/db.ts")),
});
let app: Awaited<ReturnType<typeof load>>;
let disputeId = "";
let rows: readonly SeenRow[] = [];
/** Every text that is kept in both languages, of every row. */
let pairs: readonly { readonly row: SeenRow; readonly field: string }[] = [];

beforeAll(async () => {
  await ownDatabase();
  app = await load();
  await app.madeUpImprint();
  disputeId = await app.draftOfEverything();
  rows = (await app.toPublish(() => app.disputeShown(disputeId)))?.rows ?? [];
  pairs = rows.flatMap((row) =>
    Object.keys(row.row).flatMap((name) => (name.endsWith("Sv") ? [{ row, field: name.slice(0, -2) }] : [])),
  );
});

class TakenBack extends Error {}

/** What is made of a text: one language of it is taken away, or both. */
const emptied = fc.record({
  at: fc.nat(),
  how: fc.constantFrom("sv", "en", "both"),
});
const quote = fc.constantFrom("as it is", "unchecked", "excused", "private");

const states = fc.record({ empty: fc.array(emptied, { maxLength: 3 }), quote });
type State = typeof states extends fc.Arbitrary<infer S> ? S : never;

/** How the passage reads then, where it differs. */
const QUOTES: Readonly<Record<string, object>> = {
  unchecked: { uncheckedSv: "", uncheckedEn: "" },
  excused: { uncheckedSv: "Därför.", uncheckedEn: "Because." },
  private: { excerpt: "ring 070-174 06 05" },
};

const byTable = (row: SeenRow) => ({ [row.table]: [row.id] }) as { readonly [T in SeenTable]?: string[] };

test("it is exactly the rows that would be refused, with what they lack", async () => {
  const came = { free: 0, shut: 0 };
  const holdsFor = async ({ empty, quote: reads }: State) => {
    const undone = app.transaction(async (tx) => {
      for (const { at, how } of empty) {
        const pair = pairs[at % pairs.length];
        if (!pair) continue;
        for (const language of ["Sv", "En"])
          if (how === "both" || how === language.toLowerCase())
            await tx.$executeRawUnsafe(
              `UPDATE "${pair.row.table}" SET "${pair.field}${language}" = '' WHERE "id" = '${pair.row.id}'`,
            );
      }
      await tx.evidence.updateMany({ where: { claim: { disputeId } }, data: QUOTES[reads] ?? {} });
      const page = await app.disputeToPublish(editor, disputeId);
      const said = new Map(
        page?.rows.map(({ id, hindrances }) => [id, hindrances.map(({ reason }) => reason)] as const),
      );
      expect(said.size).toBe(new Set(rows.map(({ id }) => id)).size);
      for (const row of rows) {
        await tx.$executeRaw`SAVEPOINT one`;
        const refused = await app.publishRows(tx, byTable(row), new Date()).then(
          () => null,
          (error: unknown) => app.refusalOf(error),
        );
        await tx.$executeRaw`ROLLBACK TO SAVEPOINT one`;
        // What is private in a quotation the command refuses, and the database does not know.
        const ofDatabase = (said.get(row.id) ?? []).filter((reason) => reason !== "private-in-quote");
        if (refused === null) expect(ofDatabase, row.table).toEqual([]);
        else expect(ofDatabase, row.table).toContain(refused);
      }
      const all = [...said.values()].flat();
      const result = await app.publishDispute(editor, { disputeId, seen: page?.seen });
      if (result.ok) expect(all).toEqual([]);
      else expect(all).toContain(result.reason);
      came[result.ok ? "free" : "shut"] += 1;
      throw new TakenBack();
    });
    await expect(undone).rejects.toThrow(TakenBack);
  };
  const examples: [State][] = [
    [{ empty: [], quote: "as it is" }],
    [{ empty: [], quote: "private" }],
    [{ empty: [], quote: "unchecked" }],
    [{ empty: [{ at: 0, how: "both" }], quote: "excused" }],
  ];
  await fc.assert(fc.asyncProperty(states, holdsFor), { numRuns: 12, endOnFailure: true, examples });
  expect(came.free).toBeGreaterThan(0);
  expect(came.shut).toBeGreaterThan(0);
}, 60_000);

test("every text of every table in both languages has a name on the page", async () => {
  const sv = (await import("../../../messages/record-desk/sv.json", { with: { type: "json" } })).default;
  const named = Object.keys(sv.seen.fields);
  expect([...new Set(pairs.map(({ field }) => field))].filter((field) => !named.includes(field))).toEqual([]);
});
