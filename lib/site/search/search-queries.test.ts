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

/** The owner's own connection, past the application and its rules. */
async function asOwner(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN; SET LOCAL session_replication_role = replica");
    await work(client);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

test("a search that takes longer than it may is given up, and says so", async () => {
  const { searchClaims } = await import("./search-queries.ts");
  const { transaction } = await import("../../core/db.ts");
  await asOwner(async (client) => {
    await client.query('LOCK TABLE "Verdict" IN ACCESS EXCLUSIVE MODE');
    const found = await transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 100`;
      return searchClaims(parseSearch({ q: "hushåll" }));
    });
    expect(found).toEqual({ total: 0, limit: "slow", pages: 1, hits: [] });
  });
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
      `INSERT INTO "SearchEntry" ("id", "kind", "words", "publishedAt")
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
      `INSERT INTO "SearchEntry" ("id", "kind", "words", "publishedAt")
       SELECT "id", 'claim', '''zebrafink'':1A ''k:claim'''::tsvector, now() FROM "Claim" WHERE "number" = 5
       ON CONFLICT ("id") DO UPDATE SET "words" = excluded."words"`,
    );
    expect((await numbers({ q: "zebrafink" }))[0]).toBe(5);
  } finally {
    await client.end();
  }
});
