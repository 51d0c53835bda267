import { expect, test } from "vitest";
import { migrationFolder } from "./migrate.ts";

test("a migration's folder sorts by the second it was written and keeps its name in plain letters", () => {
  const at = new Date("2026-11-23T14:05:07.891Z");
  expect(migrationFolder(at, "Add tips & objections!")).toBe("20261123140507_add_tips_objections");
});
