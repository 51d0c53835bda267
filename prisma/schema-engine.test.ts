import { readFileSync } from "node:fs";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../e2e/fixtures/own-database.ts";
import { EngineAdapter, withoutUnmodelled } from "./schema-engine.ts";

/** What we reach into of Prisma's and pg's insides. prisma/drift.test.ts runs the engine itself, in plain Node. */
describe("the contract with the libraries", () => {
  beforeAll(ownDatabase);

  test("client, adapter and engine are of one release", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    const cli = JSON.parse(readFileSync("prisma/cli/package.json", "utf8")).dependencies;
    const release = dependencies["@prisma/client"];
    expect(dependencies["@prisma/adapter-pg"]).toBe(release);
    expect(devDependencies["@prisma/driver-adapter-utils"]).toBe(release);
    expect(devDependencies["@prisma/schema-engine-wasm"].split("-")[0]).toBe(release);
    expect(cli.prisma).toBe(release);
  });

  test("a one-byte column of the catalogue reaches the engine as a character, and others as they were", async () => {
    const adapter = await new EngineAdapter(String(process.env.DATABASE_URL)).connect();
    try {
      const answer = await adapter.queryRaw({
        sql: `SELECT relname::text AS name, relkind AS kind FROM pg_class WHERE oid = 'public."Claim"'::regclass`,
        args: [],
        argTypes: [],
      });
      expect(answer.columnTypes).toEqual([ColumnTypeEnum.Text, ColumnTypeEnum.Character]);
      expect(answer.rows).toEqual([["Claim", "r"]]);
    } finally {
      await adapter.dispose();
    }
  });
});

const unmodelled = new Set(["index:Claim_open", "column:Claim.searchable"]);

test("an index that the engine cannot describe is not drift", () => {
  expect(withoutUnmodelled('-- DropIndex\nDROP INDEX "Claim_open";\n', unmodelled)).toBe("");
});

test("an index that nobody knows is drift", () => {
  const sql = '-- DropIndex\nDROP INDEX "Claim_forgotten";\n';
  expect(withoutUnmodelled(sql, unmodelled)).toBe(sql);
});

test("the expression of a generated column is not a default to be dropped", () => {
  const sql = '-- AlterTable\nALTER TABLE "Claim" ALTER COLUMN "searchable" DROP DEFAULT;\n';
  expect(withoutUnmodelled(sql, unmodelled)).toBe("");
});

test("a generated column that the schema leaves out is not to be dropped", () => {
  expect(
    withoutUnmodelled('-- AlterTable\nALTER TABLE "Claim" DROP COLUMN "searchable";\n', unmodelled),
  ).toBe("");
});

test("what else changes in the same table stays", () => {
  const sql = [
    "-- DropIndex",
    'DROP INDEX "Claim_open";',
    "",
    "-- AlterTable",
    'ALTER TABLE "Claim" ADD COLUMN     "note" TEXT,',
    'ALTER COLUMN "searchable" DROP DEFAULT;',
    "",
  ].join("\n");
  expect(withoutUnmodelled(sql, unmodelled)).toBe(
    '-- AlterTable\nALTER TABLE "Claim" ADD COLUMN     "note" TEXT;\n',
  );
});
