/**
 * What is published is kept as it was said: every kind, by every command that publishes, and checked as anybody outside
 * could, from the document and the log alone.
 */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { journalist } from "../../core/actor.fixture.ts";
import { standAt } from "../../core/clock.fixture.ts";
import { COMMANDS } from "../../core/command.fixture.ts";
import { canonicalJson, contentHash, textHash } from "../../core/content-hash.ts";
import { asFirstPublished, toldOf } from "../amendment/amendment.ts";
import { frozenVerdict } from "../verdict/verdict-schema.ts";
import { documentOf, PUBLICATIONS, PUBLISHED_ROWS, type Publication } from "./publication-schema.ts";
import { type Published, startPublishing } from "./record-log.fixture.ts";
import { ENTRY_TYPES, firstBrokenEntry } from "./record-log.ts";

const NOW = new Date("2026-11-24T09:00:00Z");
standAt(NOW);
let app: Published["app"];
let given: Published["given"];

beforeAll(async () => {
  await ownDatabase();
  ({ app, given } = await startPublishing(NOW));
});

const kept = async () => {
  const log = await app.readLog();
  const documents = await app.db().publicationDocument.findMany({ orderBy: { seq: "asc" } });
  return log.map((entry) => ({ entry, kept: documents.find(({ seq }) => seq === entry.seq) }));
};

describe("every command that publishes", () => {
  test("is given here", () => {
    const meant = Object.entries(COMMANDS).flatMap(([name, { publishes }]) => (publishes ? [name] : []));
    expect(meant.filter((name) => !given.has(name))).toEqual([]);
  });

  test("leaves an entry and its document", async () => {
    for (const [name, give] of given) {
      const before = await app.db().logEntry.count();
      await give();
      for (const { entry, kept: document } of (await kept()).slice(before))
        expect([name, textHash(document?.document ?? "")]).toEqual([name, entry.contentHash]);
    }
  });

  test("and together they are all kinds", async () => {
    expect([...new Set((await kept()).map(({ entry }) => entry.type))].sort()).toEqual(
      [...ENTRY_TYPES].sort(),
    );
  });
});

describe("what is kept", () => {
  test("is what each entry has the hash of, under the version of its kind, and the chain holds", async () => {
    const all = await kept();
    expect(firstBrokenEntry(all.map(({ entry }) => entry))).toBeNull();
    for (const { entry, kept: document } of all) {
      const said = JSON.parse(document?.document ?? "null");
      expect(canonicalJson(said)).toBe(document?.document);
      expect(PUBLICATIONS[entry.type].document.parse(said)).toEqual(said);
      expect({
        hash: contentHash(said),
        version: document?.schemaVersion,
        at: said.publishedAt,
        type: document?.type,
      }).toEqual({
        hash: entry.contentHash,
        version: PUBLICATIONS[entry.type].version,
        at: entry.at,
        type: entry.type,
      });
    }
  });

  const delegates = () => app.db() as unknown as Record<string, { findMany(): Promise<Row[]> }>;
  type Row = Readonly<Record<string, unknown>>;
  const told = async () =>
    (await kept()).flatMap(({ entry, kept: document }) =>
      entry.type === "verdict.published"
        ? []
        : Object.entries<Row[]>(JSON.parse(document?.document ?? "{}").rows).map(([table, rows]) => ({
            table,
            rows,
          })),
    );

  test("is what the rows say, and no row is public that no document has", async () => {
    const documents = await told();
    const moves = await app.db().address.findMany({ orderBy: { id: "desc" } });
    const first = new Map<string, object>(moves.map(({ rowId, previous }) => [rowId, { slug: previous }]));
    // What was moved by a merge was published under the weaker: the document says which rows.
    for (const { entry, kept: document } of await kept()) {
      if (entry.type !== "merge.published") continue;
      const { about, rows } = PUBLICATIONS["merge.published"].document.parse(
        JSON.parse(document?.document ?? "{}"),
      );
      for (const { column, id } of about.moved)
        first.set(id, { ...first.get(id), [column]: rows.merge?.[0]?.fromId });
    }
    const amended = Map.groupBy(
      (await app.db().amendment.findMany()).map(({ before, after, ...row }) => ({
        ...row,
        publishedAt: row.publishedAt ?? NOW,
        before: toldOf(app.columnsIn(before)),
        after: toldOf(app.columnsIn(after)),
      })),
      ({ rowId }) => rowId,
    );
    for (const [table, shape] of Object.entries(PUBLISHED_ROWS)) {
      const all = (await delegates()[table]?.findMany()) ?? [];
      // A fact (an attestation, a fault) goes on changing after it was told; a row that is published does not.
      const isFact = !("publishedAt" in shape.shape);
      // What has a next version has been published as it was first; each next version has a document of its own.
      const rows = all
        .filter(({ publishedAt }) => isFact || publishedAt !== null)
        .map((each) => asFirstPublished(each, amended.get(String(each.id)) ?? []))
        // What has another address was published under the first it had.
        .map((each) => shape.parse({ ...each, ...first.get(String(each.id)) }));
      const said = documents.filter((each) => each.table === table).flatMap((each) => each.rows);
      const lines = (those: readonly unknown[]) =>
        [...new Set(those.map((each) => canonicalJson(each)))].sort();
      if (table === "blobFault") expect(said.map(({ mendedAt }) => mendedAt === null)).toEqual([true, false]);
      else expect([table, lines(said)]).toEqual([table, lines(rows)]);
      expect([table, said.length > 0]).toEqual([table, !NEVER_HERE.includes(table)]);
    }
  });
  /** Of these the made-up disputes have none. */
  const NEVER_HERE = ["partyIdentifier", "falsifierState"];

  test("has nothing that is the desk's own", async () => {
    const all = (await kept()).map(({ kept: document }) => document?.document ?? "").join("\n");
    for (const word of [
      "createdBy",
      "revision",
      "hemligt-namn",
      "registrator@",
      "Läsarens egna",
      journalist.id,
    ])
      expect([word, all.includes(word)]).toEqual([word, false]);
  });
});

/** What of a column is not published, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  createdBy: "who wrote it is the desk's",
  createdAt: "when a draft was begun is the desk's",
  revision: "how often it was saved is the desk's",
  fileName: "what a file was called may name somebody",
  sentTo: "an e-mail address, forgotten when the question is put",
  prefix: "somebody else's words around a quotation, shown only as far as the copy may be",
  suffix: "as prefix",
  otherPlaces: "worked out of the copy's text, of which the public may see a part",
  concerns:
    "what was found when the copy was taken, said beside it wherever it is used; the reason for a quotation is published",
  lookAt: "of a file as it was read, for whoever looks at it before it is shown",
  lookedAt: "when somebody at the desk looked; what is shown then is published by its hash",
  earliest: "worked out of the date",
  latest: "worked out of the date",
  state: "of an attestation: only what was given is told",
  job: "an archive's own name of a job",
  problem: "why there is none yet",
  requestedAt: "when it was asked for",
};
/** Published by a document of its own (verdict.published), or no row of the record. */
const NO_ROWS = ["Verdict"];

describe("the columns of what is published", () => {
  test("are each in its document, or left out for a reason", async () => {
    const columns = await app.db().$queryRaw<{ table: string; column: string }[]>`
      SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
       WHERE c.table_schema = 'public'
         AND (c.table_name IN ('Timestamp', 'OutsideCopy', 'BlobFault') OR EXISTS (
           SELECT FROM information_schema.columns p
            WHERE p.table_schema = 'public' AND p.table_name = c.table_name AND p.column_name = 'publishedAt'))`;
    const nameOf = (table: string) => table.charAt(0).toLowerCase() + table.slice(1);
    const shapes: Readonly<Record<string, z.ZodObject>> = PUBLISHED_ROWS;
    const undecided = columns.filter(({ table, column }) => {
      const shape = shapes[nameOf(table)]?.shape ?? {};
      return !NO_ROWS.includes(table) && !(column in shape) && !(column in LEFT_OUT);
    });
    // A new column: name it in publication-schema.ts and raise the version of the kinds it is in, or leave it out here.
    expect(undecided).toEqual([]);
  });
});

interface Shape {
  readonly shape: string;
  readonly document: Record<string, unknown> & { readonly publishedAt: string };
}
const shapes: Readonly<Record<string, Readonly<Record<string, Shape>>>> = JSON.parse(
  readFileSync(new URL("./publication-shapes.json", import.meta.url), "utf8"),
);

/** As the database gives it: with columns that are not published, and moments as dates. */
const asRow = (row: Readonly<Record<string, unknown>>) => ({
  ...Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      /(At|Since|^deadline|^at)$/.test(name) ? new Date(String(value)) : value,
    ]),
  ),
  ...{ createdBy: "någon", revision: 3, aColumnOfLater: "x" },
});

/**
 * A change of a shape fails here until its version is raised and stands in publication-shapes.json as one more; those that
 * are there stay. (A new version of zod may put a shape in other words: then the digests alone are renewed.)
 */
describe.each(ENTRY_TYPES)("the document of %s", (type) => {
  const { version, document } = PUBLICATIONS[type];
  const fixed = shapes[type]?.[version];
  const isVerdict = type === "verdict.published";

  test("has the shape that its version has always had", () => {
    const shape = z.toJSONSchema(isVerdict ? frozenVerdict : document, { io: "output" });
    expect(contentHash(shape)).toBe(fixed?.shape);
  });

  test("is the one that was fixed", () => {
    if (!fixed) throw new Error(`Version ${version} of ${type} is not in publication-shapes.json`);
    const said: Record<string, unknown> = fixed.document;
    const rows = Object.entries((said.rows ?? {}) as Record<string, Record<string, unknown>[]>);
    const given = isVerdict
      ? { type, subject: (said.claim as { slug: string }).slug, version: said.version, frozen: said }
      : { ...said, rows: Object.fromEntries(rows.map(([table, each]) => [table, each.map(asRow)])) };
    expect(documentOf(given as unknown as Publication, new Date(fixed.document.publishedAt))).toEqual({
      schemaVersion: version,
      document: isVerdict ? frozenVerdict.parse(said) : said,
    });
  });
});

describe("what is not a publication", () => {
  const at = new Date("2026-11-30T03:00:00.000Z");
  const row = () =>
    shapes["withdrawal.published"]?.[1]?.document as unknown as Extract<
      Publication,
      { type: "withdrawal.published" }
    >;
  const changed = (withdrawal: readonly object[], more: object = {}) =>
    documentOf({ ...row(), rows: { withdrawal, ...more } } as unknown as Publication, at);
  const first = () => row().rows.withdrawal?.[0] ?? {};

  test.each([
    ["nothing", () => changed([])],
    ["a draft", () => changed([{ ...first(), publishedAt: null }])],
    ["a row of another moment", () => changed([{ ...first(), publishedAt: new Date(at.getTime() - 1) }])],
    ["a row that lacks a field", () => changed([{ ...first(), reasonEn: undefined }])],
    ["rows of another kind", () => changed([first()], { reply: [first()] })],
    [
      "a verdict that the log calls another",
      () =>
        documentOf(
          {
            type: "verdict.published",
            subject: "annat",
            version: 1,
            frozen: shapes["verdict.published"]?.[PUBLICATIONS["verdict.published"].version]?.document ?? {},
          },
          at,
        ),
    ],
  ])("is refused: %s", (_, make) => expect(make).toThrow());
});

describe("the database", () => {
  const sql = (text: string) => app.db().$executeRawUnsafe(text);

  test("takes no entry without its document, and none with another", async () => {
    const next = (
      contentHash: string,
    ) => `INSERT INTO "LogEntry" ("seq", "at", "type", "subject", "contentHash", "previousHash", "hash")
      SELECT "seq" + 1, "at", 'reply.published', 'x', '${contentHash}', "hash", 'x' FROM "LogEntry" ORDER BY "seq" DESC LIMIT 1`;
    const keep = (document: string, hash: string, carriedOver = false) => `INSERT INTO "PublicationDocument"
      SELECT max("seq"), 'reply.published', 1, '${document}', '${hash}', ${carriedOver} FROM "LogEntry"`;
    const attempt = (...statements: string[]) =>
      app.transaction(async () => {
        for (const each of statements) await sql(each);
        await sql("SET CONSTRAINTS ALL IMMEDIATE");
        throw new Error("taken");
      });
    const hash = textHash("{}");
    await expect(attempt(next(hash))).rejects.toThrow(/has no document/);
    await expect(attempt(next(hash), keep("{ }", hash))).rejects.toThrow(/PublicationDocument_hash/);
    await expect(attempt(next(hash), keep("{ }", textHash("{ }")))).rejects.toThrow(/not the one/);
    await expect(attempt(next(hash), keep("{}", hash, true))).rejects.toThrow(/not the one/);
    await expect(attempt(next(hash), keep("{}", hash))).rejects.toThrow("taken");
  });
});
