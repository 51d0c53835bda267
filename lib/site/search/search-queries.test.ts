import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { ownDatabase, ownerUrl } from "../../../e2e/fixtures/own-database.ts";
import { parseSearch } from "./search-schema.ts";

let numbers: (params: Record<string, string>) => Promise<number[]>;

beforeAll(async () => {
  await ownDatabase();
  const { seed } = await import("../../../prisma/seed/seed.ts");
  const { searchClaims } = await import("./search-queries.ts");
  await seed();
  numbers = async (params) => (await searchClaims(parseSearch(params))).hits.map(({ number }) => number);
});

test("words are found by their stem, in Swedish and in English", async () => {
  expect(await numbers({ q: "hushållen" })).toContain(3);
  expect(await numbers({ q: "household" })).toContain(3);
  expect(await numbers({ q: "landlord" })).toContain(4);
});

test("the wording weighs more than the evidence", async () => {
  expect((await numbers({ q: "hushåll" }))[0]).toBe(3);
});

test("a word is found from its beginning", async () => {
  expect(await numbers({ q: "dump" })).toContain(1);
});

test("å, ä and ö may be typed plainly, an accent be left out", async () => {
  for (const q of ["ovärdigt", "ovardigt", "ovardiga", "Ovärdig"]) expect(await numbers({ q })).toEqual([8]);
  expect(await numbers({ q: "sahlen" })).toEqual(await numbers({ q: "Sahlén" }));
});

test("a word with a slip of the finger is found by what was meant", async () => {
  for (const q of ["hudinge", "huddingee", "hudidnge", "hxddinge"])
    expect([q, await numbers({ q })]).toEqual([q, await numbers({ q: "huddinge" })]);
  expect(await numbers({ q: "sociall dumpning" })).toEqual([1]);
  expect(await numbers({ q: "socail dumpning" })).toEqual([1]);
  // Not what is written so on purpose.
  expect(await numbers({ q: '"hudinge"' })).toEqual([]);
});

test("a word with a hyphen is found with it and without", async () => {
  const found = await numbers({ q: "08-nytt" });
  expect(found).toHaveLength(8);
  for (const q of ["08nytt", "08 nytt", '"08-nytt"'])
    expect((await numbers({ q })).sort()).toEqual(found.sort());
});

test("words of one family find each other", async () => {
  expect(await numbers({ q: "folkbokföring" })).toContain(2);
  expect(await numbers({ q: "dumpar" })).toContain(1);
});

test("what only makes a question of it is not looked for", async () => {
  expect(await numbers({ q: "är det sant att Huddinge dumpar?" })).toEqual([1]);
  expect(await numbers({ q: "is it true that Huddinge dumped" })).toEqual([1]);
});

test("words just so, without a word, one or the other", async () => {
  expect(await numbers({ q: '"social dumpning"' })).toEqual([1]);
  expect(await numbers({ q: '"dumpning social"' })).toEqual([]);
  const both = await numbers({ q: "hyresvärdar" });
  expect(await numbers({ q: "hyresvärdar -dumpning" })).toEqual(both.filter((number) => number !== 1));
  expect((await numbers({ q: "ovärdigt or dumpning" })).sort()).toEqual([1, 8]);
});

test("a name and a word are found together, and so are two beginnings", async () => {
  expect(await numbers({ q: "sahlén dump" })).toEqual([1]);
});

test("a claimant's name finds the claims", async () => {
  expect(await numbers({ q: "Dronjak" })).toContain(8);
});

test("filters narrow, together and alone", async () => {
  expect(await numbers({ rating: "unproven" })).toEqual([3, 4, 6]);
  expect(await numbers({ party: "jan-sahlen" })).toEqual([1, 6]);
  expect(await numbers({ party: "jan-sahlen", rating: "unproven" })).toEqual([6]);
});

test("a date filter keeps claims whose date is open, since they may have been made then", async () => {
  expect(await numbers({ to: "2019-08-31" })).toEqual([]);
  expect(await numbers({ from: "2019-12-01" })).not.toContain(5);
  expect(await numbers({ from: "2019-12-01" })).toContain(1);
});

test.each([
  "%",
  '\'; DROP TABLE "Claim"; --',
  "((((",
  "a:* & !",
  "😀",
  "\\",
  "<script>",
  "or or or",
  '"',
  "-",
  "x".repeat(300),
])("%s is only a search without hits or with some, never an error", async (q) => {
  await expect(numbers({ q })).resolves.toBeInstanceOf(Array);
});

test("a search that takes longer than it may is given up, and says so", async () => {
  const { searchClaims } = await import("./search-queries.ts");
  const { transaction } = await import("../../core/db.ts");
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN; LOCK TABLE "SearchEntry" IN ACCESS EXCLUSIVE MODE');
    const found = await transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 100`;
      return searchClaims(parseSearch({ q: "hushåll" }));
    });
    expect(found).toEqual({ total: 0, limit: "slow", pages: 1, hits: [] });
  } finally {
    await client.end();
  }
});

test("what is found is counted no further than so much, and it is said; what has the words first is still first", async () => {
  const { searchClaims } = await import("./search-queries.ts");
  const { MOST_COUNTED } = await import("./search-schema.ts");
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const add = (from: number, to: number, words: string) =>
    client.query(
      `INSERT INTO "SearchEntry" ("id", "kind", "words", "since")
       SELECT md5(g || 'zebra')::uuid, 'claim', $3::tsvector, now() FROM generate_series($1::int, $2::int) g`,
      [from, to, words],
    );
  const asked = async () => {
    const { total, limit } = await searchClaims(parseSearch({ q: "zebrafink" }));
    return { total, limit };
  };
  try {
    await add(1, MOST_COUNTED, "'zebrafink':2D 'k:claim'");
    expect(await asked()).toEqual({ total: MOST_COUNTED, limit: null });
    await add(MOST_COUNTED + 1, MOST_COUNTED + 1, "'zebrafink':2D 'k:claim'");
    expect(await asked()).toEqual({ total: MOST_COUNTED, limit: "common" });
    // Far behind the first so many.
    await client.query(
      `INSERT INTO "SearchEntry" ("id", "kind", "words", "since")
       SELECT "id", 'claim', '''zebrafink'':1A ''k:claim'''::tsvector, now() FROM "Claim" WHERE "number" = 5
       ON CONFLICT ("id") DO UPDATE SET "words" = excluded."words"`,
    );
    expect((await numbers({ q: "zebrafink" }))[0]).toBe(5);
  } finally {
    await client.end();
  }
});
