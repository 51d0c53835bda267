import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { generate } from "./generate.ts";

const elsewhere = mkdtempSync(path.join(tmpdir(), "belagt-generated-"));
afterAll(() => rmSync(elsewhere, { recursive: true }));

/** Every source file of a folder, with its bytes. */
function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    files
      .filter((file) => file.endsWith(".ts"))
      .map((file) => [file, readFileSync(path.join(folder, file), "utf8")]),
  );
}

test("the database client that git keeps is, byte for byte, the one that the schema makes", async () => {
  mkdirSync(path.join(elsewhere, "prisma"));
  const schema = path.join(elsewhere, "prisma/schema.prisma");
  copyFileSync("prisma/schema.prisma", schema);
  await generate(schema, new AbortController().signal);
  const kept = contents("lib/generated/prisma");
  const made = contents(path.join(elsewhere, "lib/generated/prisma"));
  expect([...kept.keys()]).toEqual([...made.keys()]);
  for (const [file, text] of made) expect(kept.get(file) === text, file).toBe(true);
});
