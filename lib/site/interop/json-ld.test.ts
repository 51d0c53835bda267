import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonLdText } from "./json-ld.ts";

test("a wording cannot end the script element, open a comment in it or start an entity", () => {
  const text = jsonLdText({ claimReviewed: "</script><script>alert(1)</script><!-- &amp; \u2028\u2029" });
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  expect(text).toContain("\\u003c/script\\u003e");
});

test("every text comes back from the block as it went in", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const block = jsonLdText({ text });
      expect(JSON.parse(block)).toEqual({ text });
      expect(block).not.toMatch(/[<>&\u2028\u2029]/);
    }),
  );
});
