import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { visible } from "./invisible.ts";
import { halfBilingual, plainLine, plainText, webAddress } from "./language-schema.ts";

/** Every control, format character and separator of Unicode. */
const EVERY = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character));

/** What is between the halves of a word, in scripts that are written from the left, from the right, and with joiners. */
const WORDS = {
  Latin: ["kom", "mun"],
  Arabic: ["می", "خواهم"],
  Devanagari: ["क्", "ष"],
} as const;

const LINES = ["\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];
/** The signs before an Arabic, Syriac or Kaithi number, and the quarters of Egyptian: they are seen. */
const SEEN = EVERY.filter((each) =>
  /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}\u{13430}-\u{1343F}]/u.test(each),
);
const KEPT: Record<keyof typeof WORDS, readonly string[]> = {
  Latin: [],
  Arabic: ["\u200C", "\u200D", "\u200E", "\u200F", "\u061C"],
  Devanagari: ["\u200C", "\u200D"],
};

test("there are as many as Unicode has", () => expect(EVERY.length).toBeGreaterThan(220));

describe.each(Object.entries(WORDS))("in the middle of a word in %s letters", (script, [before, behind]) => {
  const word = before + behind;

  test("none stops a form, and each is taken out, is a new line, or is what the word is written with", () => {
    for (const each of EVERY) {
      const name = `U+${each.codePointAt(0)?.toString(16)}`;
      const stays = SEEN.includes(each) || KEPT[script as keyof typeof WORDS].includes(each) || each === "\t";
      const expected = LINES.includes(each) ? `${before}\n${behind}` : stays ? before + each + behind : word;
      expect(visible(before + each + behind), name).toBe(expected);
      expect(plainText(4_000).parse(before + each + behind), name).toBe(expected.normalize("NFC"));
      // A heading is one line.
      const line = expected.replaceAll(/[\n\t]/g, " ").normalize("NFC");
      expect(plainLine(200).parse(before + each + behind), name).toBe(line);
      expect(halfBilingual(120).parse({ sv: before + each + behind, en: each }), name).toEqual({
        sv: line,
        en: SEEN.includes(each) ? each : "",
      });
    }
  });
});

test.each([
  ["a family", "👨‍👩‍👧"],
  ["a woman at a computer, of a skin colour", "👩🏽‍💻"],
  ["a rainbow flag", "🏳️‍🌈"],
  ["the flag of England", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"],
  ["a name from the right, with a mark", "\u200Fعلی رضا\u200F"],
  ["a Persian word that parts", "می\u200Cخواهم"],
  ["a text of two lines", "ett\ntvå\tre"],
])("%s is as it was", (_, text) => expect(visible(text)).toBe(text));

test.each([
  ["a soft hyphen", "social\u00ADdump\u00ADning", "socialdumpning"],
  ["what hides words in a flag", "\u{1F3F4}\u{E0067} dold\u{E0068}\u{E0065}", "\u{1F3F4}\u{E0067} dold"],
  ["an embedding round a name", "\u202Bعلی\u202C", "علی"],
  ["a word turned round", "abc\u202Etxet\u202C", "abctxet"],
  ["two line ends that are one", "a\r\nb\rc", "a\nb\nc"],
])("%s comes out as it is read", (_, text, read) => expect(visible(text)).toBe(read));

test("what is clean stays so, whatever it was", () => {
  const any = fc.array(fc.oneof(fc.constantFrom(...EVERY), fc.string({ unit: "grapheme", maxLength: 3 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(any, (parts) => {
      const once = visible(parts.join(""));
      expect(visible(once)).toBe(once);
      expect(once).not.toMatch(/[\u00AD\u200B\u202A-\u202E\u2060-\u2069\uFEFF\0\r]/u);
    }),
    { numRuns: 500 },
  );
});

test("an address loses what came along at its ends, and is refused for what is hidden in it", () => {
  expect(webAddress.parse("\u200B https://exempelby.example/a\u200B\u200E\n")).toBe(
    "https://exempelby.example/a",
  );
  expect(webAddress.safeParse("https://exempelby.example/a\u200Bb").success).toBe(false);
});
