/** What was published before documents were kept is carried over, and says so. */
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canonicalJson, contentHash, textHash } from "../lib/core/content-hash.ts";
import { applyMigrations } from "./migrate.ts";

const BEGAN = "20261130040000_publication_documents";
const name = `belagt_test_${randomUUID().replaceAll("-", "")}`;
const at = (database: string) => {
  const address = new URL(String(process.env.TEST_DATABASE_URL));
  address.pathname = `/${database}`;
  return address.href;
};
const folder = mkdtempSync(path.join(tmpdir(), "belagt-carried-"));
const server = new pg.Client({ connectionString: at("postgres") });
let client: pg.Client;

const FROZEN = {
  v: 1,
  conclusion: { sv: "Inget visar “det”.\n\t\u0001 åäö \u2028 \\ \u007f", en: "Nothing shows it." },
  evidence: [],
  version: 1,
  nothing: null,
  shown: [true, { b: 2, a: -1 }],
};
const words = `'Exempel', 'Example'`;

beforeAll(async () => {
  await server.connect();
  await server.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  cpSync("prisma/migrations", folder, { recursive: true });
  for (const each of readdirSync(folder).filter((entry) => entry >= BEGAN && /^\d/.test(entry)))
    rmSync(path.join(folder, each), { recursive: true });
  await applyMigrations(at(name), folder);
  client = new pg.Client({ connectionString: at(name) });
  await client.connect();
  const entry = async (
    seq: number,
    type: string,
    hash: string,
    when: string,
    version: number | null = null,
  ) =>
    client.query(
      `INSERT INTO "LogEntry" ("seq", "at", "type", "subject", "version", "contentHash", "previousHash", "hash") VALUES ($1, $2, $3, 'exempel', $4, $5, $6, $7)`,
      [seq, when, type, version, hash, seq === 0 ? null : `h${seq - 1}`, `h${seq}`],
    );
  await client.query(`
    INSERT INTO "Dispute" ("id", "slug", "createdBy", "publishedAt") VALUES (gen_random_uuid(), 'exempel', 'någon', '2026-11-24T09:00:00.120Z');
    INSERT INTO "DisputeWording" ("id", "disputeId", "version", "status", "titleSv", "titleEn", "shortSv", "shortEn", "summarySv", "summaryEn", "createdBy", "publishedAt")
      SELECT gen_random_uuid(), "id", 1, 'open', ${words}, ${words}, ${words}, 'någon', "publishedAt" FROM "Dispute";
    INSERT INTO "Claim" ("id", "slug", "disputeId", "number", "kind", "createdBy", "publishedAt")
      SELECT gen_random_uuid(), 'exempel', "id", 1, 'fact', 'någon', "publishedAt" FROM "Dispute";
    INSERT INTO "Claim" ("id", "slug", "disputeId", "number", "kind", "createdBy") SELECT gen_random_uuid(), 'utkast', "id", 2, 'fact', 'någon' FROM "Dispute";`);
  await client.query(
    `INSERT INTO "Verdict" ("id", "claimId", "version", "rating", "conclusionSv", "conclusionEn", "frozen", "hash", "publishedAt")
     SELECT gen_random_uuid(), "id", 1, 'unproven', 'x', 'x', $1, $2, '2026-11-24T10:00:00Z' FROM "Claim" WHERE "number" = 1`,
    [JSON.stringify(FROZEN), contentHash(FROZEN)],
  );
  await entry(0, "dispute.published", "0".repeat(64), "2026-11-24T09:00:00.120Z");
  await entry(1, "verdict.published", contentHash(FROZEN), "2026-11-24T10:00:00Z", 1);
  await entry(2, "copy.attested", "2".repeat(64), "2026-11-24T11:00:00Z");
  await applyMigrations(at(name));
});
afterAll(async () => {
  await client.end();
  await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await server.end();
  rmSync(folder, { recursive: true });
});

const kept = async (seq: number) => {
  const { rows } = await client.query(`SELECT * FROM "PublicationDocument" WHERE "seq" = $1`, [seq]);
  const said = JSON.parse(rows[0].document);
  expect([rows[0].document, rows[0].hash]).toEqual([canonicalJson(said), textHash(rows[0].document)]);
  return { ...rows[0], said };
};

test("the document of a verdict is the one that was hashed", async () => {
  expect(await kept(1)).toMatchObject({
    carriedOver: false,
    schemaVersion: 1,
    hash: contentHash(FROZEN),
    said: FROZEN,
  });
});

test("of everything else it is what the rows say now, without what is the desk's, and is marked", async () => {
  const { said, ...row } = await kept(0);
  expect(row).toMatchObject({ carriedOver: true, schemaVersion: 0, type: "dispute.published" });
  expect(row.hash).not.toBe("0".repeat(64));
  expect(said).toMatchObject({
    ...{ v: 0, type: "dispute.published", subject: "exempel", version: null, carriedOver: true },
    publishedAt: "2026-11-24T09:00:00.120Z",
    rows: {
      dispute: [{ slug: "exempel", publishedAt: "2026-11-24T09:00:00.120Z" }],
      disputeWording: [{ titleSv: "Exempel", version: 1 }],
      claim: [{ slug: "exempel", number: 1 }],
    },
  });
  expect(Object.keys(said.rows).sort()).toEqual(["claim", "dispute", "disputeWording"]);
  expect(row.document).not.toMatch(/createdBy|revision|utkast/);
});

test("an entry of which no row is left to tell has a document without rows", async () => {
  expect(await kept(2)).toMatchObject({ carriedOver: true, said: { type: "copy.attested", rows: {} } });
});
