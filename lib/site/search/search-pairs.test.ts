/** Compounds, families of words and slips of the finger: what is typed finds what is written, and nothing is taken apart that is whole. */
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ownDatabase, ownerUrl } from "../../../e2e/fixtures/own-database.ts";
import { NO_COMPOUNDS, PAIRS } from "./search-pairs.fixture.ts";
import { parseSearch } from "./search-schema.ts";

let client: pg.Client;
const written = [...new Set(PAIRS.map(([, words]) => words))];

/** A dispute with a claim for each of what is written. */
beforeAll(async () => {
  await ownDatabase();
  client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(
    `WITH dispute AS (
       INSERT INTO "Dispute" ("id", "slug", "createdBy", "publishedAt") VALUES (gen_random_uuid(), 'ord', 'x', now()) RETURNING "id"
     ), claim AS (
       INSERT INTO "Claim" ("id", "slug", "disputeId", "number", "kind", "createdBy", "publishedAt")
       SELECT gen_random_uuid(), 'ord-' || n, dispute."id", n, 'fact', 'x', now() FROM dispute, generate_series(1, $2::int) n RETURNING "id", "number"
     )
     INSERT INTO "ClaimWording" ("id", "claimId", "version", "textSv", "textEn", "shortSv", "shortEn", "restatedBySv", "restatedByEn", "createdBy", "publishedAt")
     SELECT gen_random_uuid(), "id", 1, 'Det gällde ' || ($1::text[])["number"] || ' den gången.', 'It was about that.', 'Ord', 'Words', 'x', 'x', 'x', now() FROM claim`,
    [written, written.length],
  );
});
afterAll(() => client.end());

test("of 300 pairs at least nine in ten are among the first ten", async () => {
  const { searchClaims } = await import("./search-queries.ts");
  const missed: string[] = [];
  for (const [typed, words] of PAIRS) {
    const { hits } = await searchClaims(parseSearch({ q: typed }));
    const among = hits.slice(0, 10).some(({ text }) => text.sv.includes(` ${words} `));
    if (!among) missed.push(`${typed} = ${words}`);
  }
  expect(PAIRS.length).toBeGreaterThanOrEqual(300);
  expect(1 - missed.length / PAIRS.length, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
}, 120_000);

test("a word that is no compound is not taken apart", async () => {
  const { rows } = await client.query<{ word: string; parts: string[] }>(
    "SELECT word, search_split(word) AS parts FROM unnest($1::text[]) word WHERE search_split(word) IS NOT NULL",
    [NO_COMPOUNDS],
  );
  expect(rows).toEqual([]);
});
