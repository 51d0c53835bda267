/**
 * What the page of a dispute's publication says is what its command does: what stays and why, what becomes public, and that
 * nobody is needed from outside to get all of it out.
 */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { editor, journalist, otherEditor } from "../../core/actor.fixture.ts";
import type { Actor } from "../../core/actor.ts";
import type { Transaction } from "../../core/db.ts";
import type { SeenRow, SeenTable } from "../seen/seen.ts";

const load = async () => ({
  ...(await import("./dispute.fixture.ts")),
  ...(await import("./dispute-commands.ts")),
  ...(await import("./dispute-plan.ts")),
  ...(await import("./dispute-unpublished-queries.ts")),
  ...(await import("./dispute-words.ts")),
  ...(await import("../imprint/imprint.fixture.ts")),
  ...(await import("../seen/seen.ts")),
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

const few = fc.array(fc.nat(60), { maxLength: 3 });

const states = fc.record({
  empty: fc.array(emptied, { maxLength: 2 }),
  quote,
  /** The rows that whoever publishes has written in, and the things that are not chosen, by their place. */
  mine: few,
  left: few,
  /** Which party loses its role. */
  roleless: fc.option(fc.nat(3), { freq: 3 }),
});
type State = typeof states extends fc.Arbitrary<infer S> ? S : never;

/** How the passage reads then, where it differs. */
const QUOTES: Readonly<Record<string, object>> = {
  unchecked: { uncheckedSv: "", uncheckedEn: "" },
  excused: { uncheckedSv: "Därför.", uncheckedEn: "Because." },
  private: { excerpt: "ring 070-174 06 05" },
};

const byTable = (row: SeenRow) =>
  ({ [row.table]: [row.id] }) as { readonly [T in SeenTable]?: readonly string[] };

/** Somebody has written in a row, as the history has it. */
const wrote = (tx: Transaction, actor: Actor, { table, id }: SeenRow) =>
  tx.change.create({
    data: { actor: actor.id, command: "test", table, rowId: id, before: {}, after: {} },
  });

/** Does something, and takes it back. */
async function undone(work: (tx: Transaction) => Promise<void>): Promise<void> {
  const done = app.transaction(async (tx) => {
    await work(tx);
    throw new TakenBack();
  });
  await expect(done).rejects.toThrow(TakenBack);
}

const isPublic = async ({ table, id }: SeenRow): Promise<boolean> =>
  (await app.rowsNow({ [table]: [id] }))[0]?.row.publishedAt !== null;

test("what the page lists is what the command does: what stays with its reasons, and all the rest", async () => {
  const came = { all: 0, some: 0, none: 0 };
  const holdsFor = async ({ empty, quote: reads, mine, left, roleless }: State) =>
    undone(async (tx) => {
      for (const { at, how } of empty) {
        const pair = pairs[at % pairs.length];
        // That a party is not concerned is said with a reason: without one there is no row.
        if (!pair || (pair.row.table === "NotConcerned" && how === "both")) continue;
        for (const language of ["Sv", "En"])
          if (how === "both" || how === language.toLowerCase())
            await tx.$executeRawUnsafe(
              `UPDATE "${pair.row.table}" SET "${pair.field}${language}" = '' WHERE "id" = '${pair.row.id}'`,
            );
      }
      await tx.evidence.updateMany({ where: { claim: { disputeId } }, data: QUOTES[reads] ?? {} });
      const role = rows.filter(({ table }) => table === "PartyRole")[roleless ?? -1];
      if (role) await tx.partyRole.delete({ where: { id: role.id } });
      for (const at of mine) await wrote(tx, editor, rows[at % rows.length] as SeenRow);
      const before = (await app.toPublish(() => app.disputeShown(disputeId)))?.rows ?? [];
      const things = app.thingsOf(before);
      const chosen = things.map(({ key }) => key).filter((_, at) => !left.includes(at));

      const page = await app.disputeToPublish(editor, disputeId, chosen);
      const said = new Map(page?.drafts.map((draft) => [draft.key, draft.why]));
      expect([...said.keys()].sort()).toEqual(things.map(({ key }) => key).sort());
      // What the database would refuse is said of what it would refuse, and of nothing else.
      for (const { key, rows: parts } of things) {
        await tx.$executeRaw`SAVEPOINT one`;
        const which = app.together(...parts.map(byTable));
        const refused = await app.publishRows(tx, which, new Date()).then(
          () => null,
          (error: unknown) => app.refusalOf(error),
        );
        await tx.$executeRaw`ROLLBACK TO SAVEPOINT one`;
        const lacks = (said.get(key) ?? []).flatMap((why) =>
          why.reason === "hindered" ? why.hindrances.map(({ reason }) => reason) : [],
        );
        // What is private in a quotation the command refuses, and the database does not know.
        const ofDatabase = lacks.filter((reason) => reason !== "private-in-quote");
        if (refused === null) expect(ofDatabase, key).toEqual([]);
        else expect(ofDatabase, key).toContain(refused);
      }

      const result = await app.publishDispute(editor, { disputeId, seen: page?.seen, chosen });
      const going = things.filter(({ key }) => said.get(key)?.length === 0);
      if (!result.ok) expect(going).toEqual([]);
      const written = new Set(mine.map((at) => rows[at % rows.length]?.id));
      for (const thing of things) {
        const why = said.get(thing.key) ?? [];
        for (const row of thing.rows) expect(await isPublic(row), thing.key).toBe(why.length === 0);
        if (why.length === 0) {
          expect(chosen, thing.key).toContain(thing.key);
          expect(thing.rows.filter(({ id }) => written.has(id))).toEqual([]);
          // Nothing is public that names a draft.
          for (const id of thing.rows.flatMap(app.namedBy)) {
            const named = before.find((row) => row.id === id && row.table !== "Asking");
            if (named) expect(await isPublic(named), `${thing.key} names ${named.table}`).toBe(true);
          }
        }
        for (const each of why)
          if (each.reason === "rests")
            expect(
              each.on.filter((key) => said.get(key)?.length === 0),
              thing.key,
            ).toEqual([]);
      }
      if (roleless === null && empty.length + mine.length + left.length === 0 && reads === "as it is")
        expect(going).toEqual(things);
      came[going.length === 0 ? "none" : going.length === things.length ? "all" : "some"] += 1;
    });
  const nothing = { empty: [], quote: "as it is", mine: [], left: [], roleless: null } as const;
  const disputeAt = rows.findIndex(({ table }) => table === "Dispute");
  const examples: [State][] = [
    [{ ...nothing, empty: [] as never[], mine: [], left: [] }],
    [{ ...nothing, empty: [], mine: [], left: [], quote: "private" }],
    [{ ...nothing, empty: [], mine: [], left: [], quote: "unchecked" }],
    [{ ...nothing, empty: [{ at: 0, how: "both" }], mine: [], left: [], quote: "excused" }],
    [{ ...nothing, empty: [], left: [], mine: [disputeAt] }],
    [{ ...nothing, empty: [], mine: [], left: [], roleless: 0 }],
  ].map((state) => state as unknown as [State]);
  await fc.assert(fc.asyncProperty(states, holdsFor), { numRuns: 14, endOnFailure: true, examples });
  expect(came.all).toBeGreaterThan(0);
  expect(came.some).toBeGreaterThan(0);
}, 90_000);

test("two editors who have both written, and a journalist, publish all of it between them", async () => {
  const authors = [editor, otherEditor, journalist];
  const holdsFor = async (by: readonly number[]) =>
    undone(async (tx) => {
      const things = app.thingsOf(rows);
      const author = new Map(
        things.map(({ key }, at) => [key, authors[by[at % by.length] ?? 0] ?? editor] as const),
      );
      for (const { key, rows: parts } of things)
        for (const row of parts) await wrote(tx, author.get(key) ?? editor, row);
      for (let turn = 0, shut = 0; shut < 2; turn++) {
        const publisher = turn % 2 === 0 ? editor : otherEditor;
        const page = await app.disputeToPublish(publisher, disputeId);
        const published = await app.publishDispute(publisher, { disputeId, seen: page?.seen });
        shut = published.ok ? 0 : shut + 1;
        for (const row of rows) {
          // An answer is published by itself once anything of the dispute is public.
          if (row.table === "Reply" || !(await isPublic(row))) continue;
          const change = await tx.change.findFirst({
            where: { table: row.table, rowId: row.id, command: "dispute.publish" },
          });
          const thing = things.find(({ rows: parts }) => parts.some(({ id }) => id === row.id));
          expect(change?.actor).not.toBe(author.get(thing?.key ?? "")?.id);
        }
      }
      const left = (await app.disputeToPublish(editor, disputeId))?.drafts ?? [];
      expect(left.map(({ key }) => key)).toEqual([]);
    });
  const whose = fc.array(fc.nat(2), { minLength: 5, maxLength: 23 });
  const examples: [number[]][] = [[[0]], [[2]], [[0, 1]]];
  await fc.assert(fc.asyncProperty(whose, holdsFor), { numRuns: 5, endOnFailure: true, examples });
}, 60_000);

test("what is to be looked at once more is told, and stops nothing", async () => {
  await undone(async (tx) => {
    await tx.appearance.deleteMany({ where: { claim: { disputeId } } });
    await tx.evidence.updateMany({ where: { claim: { disputeId } }, data: { excerptLanguage: "en-GB" } });
    const [source] = await tx.source.findMany({ where: { disputeId, evidence: { some: {} } } });
    await tx.source.update({
      where: { id: source?.id ?? "" },
      data: { titleSv: "exempelposten.example:8099/nyhet", titleEn: "Something", made: "../1999-01-31" },
    });
    await tx.change.create({
      data: {
        ...{ actor: editor.id, command: "test", table: "SourceEdge", before: {}, after: {} },
        rowId: rows.find(({ table }) => table === "SourceEdge")?.id ?? "",
      },
    });
    const page = await app.disputeToPublish(editor, disputeId);
    const told = (table: string) =>
      page?.drafts.filter((draft) => draft.table === table).map(({ warnings }) => warnings);
    expect(told("claim")).toEqual([["nobody-says-it"], ["nobody-says-it", "nothing-shows-it"]]);
    expect(told("evidence")).toEqual([["other-language"]]);
    expect(told("source")).toContainEqual(["title-is-address", "dates-untouched", "relation-stays"]);
    expect(page?.drafts.filter(({ why }) => why.length > 0).map(({ table }) => table)).toEqual([
      "sourceEdge",
    ]);
  });
});

test.each([
  ["exempelposten.example/nyhet", true],
  ["https://exempelposten.example/", true],
  ["exempelposten.example", true],
  ["sidor.exempelby.example:3997/nyhet?id=2", true],
  ["Protokoll 12/3.", false],
  ["Vad hände i Exempelby?", false],
  ["Exempelpostens artikel", false],
  ["Ord/Bild", false],
])("that %s is an address: %s", async (title, is) => {
  expect((await import("./dispute-warning.ts")).isAddress(title)).toBe(is);
});

test("the question names what becomes public and what stays, and another choice is another question", async () => {
  const page = await app.disputeToPublish(editor, disputeId);
  const claims = page?.drafts.filter(({ table }) => table === "claim") ?? [];
  const chosen = page?.drafts.map(({ key }) => key).filter((key) => key !== claims[1]?.key) ?? [];
  const some = await app.disputeToPublish(editor, disputeId, chosen);
  const [all, less] = [page, some].map((ready) => app.publishQuestion(ready?.drafts ?? [], [], "en"));
  expect(all?.title).toContain("2 claims");
  expect(less?.title).toContain("one claim");
  expect(less?.parts.at(-1)?.items).toEqual([
    "Något hände. (en): Not chosen.",
    expect.stringMatching(/^Påhittat.*: It rests on .*Något hände/),
    expect.stringMatching(/^Relations .*: It rests on .*Något hände/),
  ]);
  expect(less?.word).not.toBe(all?.word);
  expect(app.publishQuestion([], [], "sv")).toBeNull();
});

test("every text of every table in both languages has a name on the page", async () => {
  const sv = (await import("../../../messages/record-desk/sv.json", { with: { type: "json" } })).default;
  const named = Object.keys(sv.seen.fields);
  expect([...new Set(pairs.map(({ field }) => field))].filter((field) => !named.includes(field))).toEqual([]);
});
