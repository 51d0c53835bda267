/** Finished pages are documents: what the framework would have to bring to life stands only where a page says so. */
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { filesBelow, importsOf, source } from "./imports.fixture.ts";

const pages = filesBelow("app").filter(
  (file) => file.endsWith("/page.tsx") && source(file).includes('dynamic = "force-static"'),
);

/** A file by the name that others import it by. */
const fileOf = (name: string): string | undefined =>
  [`${name}.tsx`, `${name}.ts`].find((file) => existsSync(new URL(`../${file}`, import.meta.url)));

/** Everything that a page is made of and that runs in browsers. */
function clientPartsOf(page: string): string[] {
  const seen = new Set<string>();
  const found: string[] = [];
  const queue = [page];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (/^["']use client["']/m.test(source(file))) found.push(file);
    else queue.push(...importsOf(file).flatMap((name) => fileOf(name) ?? []));
  }
  return found;
}

test("there are such pages", () => expect(pages.length).toBeGreaterThan(10));

test.each(pages)("%s says whether it needs the framework in the browser", (page) => {
  const parts = clientPartsOf(page);
  if (/<PageFrame\s+hydrated\b/.test(source(page))) expect(parts).not.toEqual([]);
  else expect(parts).toEqual([]);
});
