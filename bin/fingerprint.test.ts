import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beside } from "./build.ts";
import { fingerprintOf } from "./fingerprint.ts";

let base: string;
let page: string;

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), "belagt-fingerprint-"));
  page = path.join(base, "app", "page.tsx");
  mkdirSync(path.dirname(page));
  writeFileSync(page, "one");
});

afterEach(() => rmSync(base, { recursive: true }));

const entries = ["app", "not-there-yet.ts"];

test("touching a file changes nothing", () => {
  const before = fingerprintOf(base, entries);
  utimesSync(page, 0, 0);
  expect(fingerprintOf(base, entries)).toBe(before);
});

test("a change in a file, or of its name, shows", () => {
  const before = fingerprintOf(base, entries);
  writeFileSync(page, "two");
  const changed = fingerprintOf(base, entries);
  renameSync(page, path.join(base, "app", "layout.tsx"));
  expect(new Set([before, changed, fingerprintOf(base, entries)]).size).toBe(3);
});

test("a file that is skipped may change", () => {
  const skip = (file: string) => file.endsWith("page.tsx");
  const before = fingerprintOf(base, entries, skip);
  writeFileSync(page, "two");
  expect(fingerprintOf(base, entries, skip)).toBe(before);
});

test("tests and fixtures do not make a build stale, what is built from does", () => {
  const files = ["lib/a.test.ts", "lib/a.fixture.ts", "lib/a.fixture.json", "lib/a.ts", "lib/fixture.ts"];
  expect(files.filter((file) => !beside(file))).toEqual(["lib/a.ts", "lib/fixture.ts"]);
});
