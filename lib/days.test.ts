/** No test rests on the day it was written: a day of the calendar and the day of the machine do not meet in one. */
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { mentionsOf, source } from "./imports.fixture.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const isPartOfTests = (file: string) => /\.(test|fixture)\.ts$|(^|\/)fixtures\//.test(file);

const FILES = ["lib", "components", "bin", "prisma", "bench", "e2e"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter(isPartOfTests),
);

/** A test with the fixtures it stands on, and theirs. */
function standsOn(file: string, known = new Set([file])): ReadonlySet<string> {
  for (const name of mentionsOf(file)) {
    const fixture = FILES.find((each) => each === `${name}.ts` || each === `${name}.tsx`);
    if (!fixture || known.has(fixture)) continue;
    known.add(fixture);
    standsOn(fixture, known);
  }
  return known;
}

/** A day since the product was begun, or one to come: sooner or later it is on the other side of "now". */
const YEAR = String.raw`(?:20(?:2[6-9]|[3-9]\d)|21\d\d)`;
const DAY = new RegExp(String.raw`\b${YEAR}-[01]\d-[0-3]\d|\b(?:Date\.UTC|new Date)\(["']?${YEAR}\b`);
const writesADay = (text: string) => DAY.test(text);
const readsTheClock = (text: string) => /\bownDatabase\b|\bnew Date\(\)|\bDate\.now\(\)/.test(text);
const standsTheClock = (text: string) => /^standAt\(/m.test(text);

test("a day of these years is found as a moment, as a day, as numbers and as a year; one that is over is not", () => {
  const those = (year: number) => [
    `const NOW = new Date("${year}-01-02T03:04:05Z");`,
    `deadline: { day: "${year}-01-02" }`,
    `new Date(Date.UTC(${year}, 0, 2))`,
    `new Date("${year}-01")`,
  ];
  for (const text of [2026, 2031, 2099, 2100].flatMap(those)) expect(writesADay(text), text).toBe(true);
  for (const text of those(2019)) expect(writesADay(text), text).toBe(false);
});

test("a day written into a test with a database or a clock is one that the clock is stood at", () => {
  const wrong = FILES.filter((file) => file.endsWith(".test.ts"))
    .map((file) => ({ file, texts: [...standsOn(file)].map(source) }))
    .filter(({ texts }) => texts.some(readsTheClock) && texts.some(writesADay))
    .filter(({ file }) => !standsTheClock(source(file)))
    .map(({ file }) => file);
  expect(wrong).toEqual([]);
});
