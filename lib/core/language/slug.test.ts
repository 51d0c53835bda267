import fc from "fast-check";
import { expect, test } from "vitest";
import { freeSlug, isSlug, slugFrom } from "./slug.ts";

test.each([
  ["Exempelby kommun", "exempelby-kommun"],
  ["Övertorneå–Åre: vem betalar?", "overtornea-are-vem-betalar"],
  ["Änglahagens förvaltning", "anglahagens-forvaltning"],
  ["”Kommunen’s” Café & Øl", "kommunens-cafe-ol"],
  ["  --  ", ""],
  ["日本", ""],
])("%s becomes %s", (title, slug) => {
  expect(slugFrom(title)).toBe(slug);
});

test("whatever is typed becomes a slug or nothing, and never half a word unless the first is too long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const slug = slugFrom(text);
      expect(slug === "" || isSlug(slug)).toBe(true);
      expect(slug.length).toBeLessThanOrEqual(60);
    }),
  );
  expect(slugFrom("ord ".repeat(40))).toMatch(/^ord(-ord)+$/);
});

test("a slug that somebody has gets the next free number", async () => {
  const taken = new Set(["tvist", "tvist-2"]);
  expect(await freeSlug("tvist", async (slug) => taken.has(slug))).toBe("tvist-3");
  expect(await freeSlug("annan", async (slug) => taken.has(slug))).toBe("annan");
});
