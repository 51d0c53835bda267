import fc from "fast-check";
import { expect, test } from "vitest";
import { freeSlug, isSlug } from "./slug.ts";
import { slugFrom } from "./slug-from.ts";

test.each([
  ["Exempelby kommun", "exempelby-kommun"],
  ["Övertorneå–Åre: vem betalar?", "overtornea-are-vem-betalar"],
  ["Änglahagens förvaltning", "anglahagens-forvaltning"],
  ["”Kommunen’s” Café & Øl", "kommunens-cafe-ol"],
  ["  --  ", ""],
  // As it is written in full, and with an accent of its own.
  ["Ho\u0308rby", "horby"],
  ["Æsir, Łódź & Đorđe", "aesir-lodz-dorde"],
  // Other scripts, by a table that others keep.
  ["Анна Ковальчук", "anna-kovalchuk"],
  ["Νίκος", "nikos"],
  ["محمد العربي", "mhmd-lrby"],
  ["日本", "riben"],
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
