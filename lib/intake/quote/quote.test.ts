import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choices, divided, plainText, respelt } from "./quote.fixture.ts";
import { normalise, normalisedQuote, originalPosition } from "./quote.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        "a",
        "A",
        "o",
        "é",
        "\u030a",
        "\u0301",
        "\u0323",
        "\u00AD",
        "\u200D",
        " ",
        "\u00A0",
        "\n",
        "-",
        "–",
        "…",
        "ﬁ",
        "”",
        "\u1100",
        "\u1161",
        "\u11A8",
        "가",
        "\uD800",
        "\uDC00",
        "😊",
        "\uFE0F",
        "\u212B",
        "\u0958",
        "5",
        "ö",
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join("")),
);

describe("a text normalised", () => {
  test.each([
    ["", ""],
    ["Samma text.", "Samma text."],
    ["A\u030ama\u030al och O\u0308rebro, cafe\u0301", "Åmål och Örebro, café"],
    ["flytt\u00ADnings\u200Bbi\u2060drag\uFEFF", "flyttningsbidrag"],
    ["a\u00AD\u030A", "å"],
    ["12\u00A0000\u202Fkronor\t i \r\n\n år", "12 000 kronor i år"],
    ["„Nej”, ‚nej’, »nej», «ja» ‹ja›", '"Nej", \'nej\', "nej", "ja" \'ja\''],
    ["2019–2020 — ‐ ‑ ‒ ― −5", "2019-2020 - - - - - -5"],
    ["Vänta…", "Vänta..."],
    ["ﬁnska ﬂaggor ﬃ ﬆ", "finska flaggor ffi st"],
    ["kom\u00AD\nmun", "kommun"],
    ["kom\u00AD \r\n  mun", "kommun"],
    ["kom\u00AD mun", "kom mun"],
    ["år\u00AD\n2023", "år 2023"],
    ["a\u00AD\n\u0323", "a \u0323"],
    ["\u1100\u1161\u11A8", "각"],
    ["𝕊 😊 \uD800 \uDC00", "𝕊 😊 \uD800 \uDC00"],
    ["שלום\u200F عالم", "שלום عالم"],
    ["ﬁ\u0301", "fí"],
  ])("%j is %j", (text, expected) => expect(normalise(text).text).toBe(expected));

  test("keeps apart what is not the same", () => {
    const apart = [
      "å",
      "a",
      "ä",
      "Å",
      "æ",
      "é",
      "e",
      "´",
      "`",
      "'",
      '"',
      "ß",
      "ss",
      "½",
      "²",
      "2",
      "①",
      "1",
      ",,",
      ".",
    ];
    expect(new Set(apart.map((text) => normalise(text).text)).size).toBe(apart.length);
  });

  test("is what Unicode says, with the signs folded", () => {
    const folds: Record<string, string> = { "…": "...", "–": "-", "”": '"', ﬁ: "fi" };
    const whole = (text: string) =>
      text
        .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
        .replaceAll(/[…–”ﬁ]/g, (sign) => folds[sign] ?? "")
        .normalize("NFC")
        .replaceAll(/[\s\u0085]+/gu, " ");
    fc.assert(
      fc.property(anyText, (text) => {
        // Folded signs beyond these few, and divided words, are for the examples above.
        fc.pre(!/[“„‟«»‘’‚‛‹›‐‑‒—―−ﬀﬂ-ﬆ]|\u00AD[^\p{L}]*[\n\v\f\r\u0085\u2028\u2029]/u.test(text));
        expect(normalise(text).text).toBe(whole(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("is normalised: once more changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: once } = normalise(text);
        expect(normalise(once).text).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  test("is the same in every spelling", () => {
    fc.assert(
      fc.property(plainText(), choices, (text, choice) => {
        expect(normalise(respelt(text, choice)).text).toBe(normalise(text).text);
      }),
    );
  });
});

describe("offsets", () => {
  test("lead from every unit to the characters it was made from, in order", () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, starts, ends } = normalise(original);
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        let last = 0;
        for (let at = 0; at < text.length; at += 1) {
          const [start = -1, end = -1] = [starts[at], ends[at]];
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(original.length);
          expect(normalise(original.slice(start, end)).text).toContain(text[at]);
          last = start;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("of a stretch between characters cut out just that stretch", () => {
    fc.assert(
      fc.property(plainText(), choices, fc.nat(), fc.nat(), (text, choice, one, other) => {
        const original = respelt(text, choice);
        const page = normalise(original);
        const [a, b] = [one, other].map((n) => n % (page.text.length + 1)).sort((x, y) => x - y);
        const cut = (at: number) => (page.starts[at] ?? original.length) >= (page.ends[at - 1] ?? 0);
        fc.pre(a !== undefined && b !== undefined && a < b && cut(a) && cut(b));
        const { start, end } = originalPosition(page, a, b);
        expect(normalise(original.slice(start, end)).text).toBe(page.text.slice(a, b));
      }),
    );
  });
});

describe("a hyphen at the end of a line", () => {
  test.each([
    ["kom-\nmun", "joins"],
    ["kom\u2010 \r\n mun", "joins"],
    ["KOM-\nMUN", "joins"],
    ["e-\npost", "joins"],
    ["barn-\noch ungdom", "stays"],
    ["Söderköping-\nLinköping", "stays"],
    ["2019-\n2020", "stays"],
    ["ord–\nord", "stays"],
    ["nej –\nja", undefined],
    ["kom- mun", undefined],
    ["kom-\n", undefined],
    ["-\nmun", undefined],
    ["slut-\n.", undefined],
  ])("in %j %s", (text, kind) => expect([...normalise(text).breaks.values()][0]).toBe(kind));

  test("is found wherever words are divided, and nowhere else", () => {
    fc.assert(
      fc.property(plainText(), choices, (text, choice) => {
        const page = normalise(divided(text, choice));
        for (const at of page.breaks.keys()) expect(page.text.slice(at, at + 2)).toBe("- ");
        expect(normalise(text).breaks.size).toBe(0);
      }),
    );
  });
});

test("a quotation alone has no space at its ends", () => {
  expect(normalisedQuote(" \n\u00ADTvå ord\u00A0\u200B ").text).toBe("Två ord");
  expect(normalisedQuote("\u00A0\u200B\n").text).toBe("");
  expect(normalisedQuote("").text).toBe("");
  expect([...normalisedQuote("  kom-\nmun ").breaks.keys()]).toEqual([3]);
});
