import fc from "fast-check";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { asMarkup } from "./markup.ts";

const { DOMParser } = new JSDOM().window;

test("whatever a text holds, a document with it is well-formed and says the same", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const read = new DOMParser().parseFromString(
        `<a b="${asMarkup(text)}">${asMarkup(text)}</a>`,
        "application/xml",
      ).documentElement;
      const plain = (words: string | null) =>
        words
          ?.replaceAll(/[\r\n\t]/g, " ")
          .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
      expect(plain(read.textContent)?.replaceAll("  ", " ")).toBe(plain(text)?.replaceAll("  ", " "));
      expect(read.getAttribute("b")).not.toBeNull();
    }),
  );
});
