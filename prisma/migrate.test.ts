import { expect, test } from "vitest";
import { withoutUnmodelled } from "./migrate.ts";

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
