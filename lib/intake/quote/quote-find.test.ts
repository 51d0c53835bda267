import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth } from "../../../e2e/fixtures/growth.ts";
import { choices, divided, plainText, respelt } from "./quote.fixture.ts";
import { normalise } from "./quote.ts";
import { isBorder } from "./quote-border.ts";
import { findQuote, quotedParts, quotePlaces } from "./quote-find.ts";
import { isSameQuote } from "./quote-match.ts";

const page = (text: string, number = 1) => ({ number, text });
const found = (text: string, quote: string) => findQuote([page(text)], quote)?.exact ?? null;

/** A stretch of words of a text, by two numbers: whole words, and where it stands. */
function stretchOf(text: string, one: number, other: number): string {
  const borders = [0, text.length];
  for (let at = 1; at < text.length; at += 1) if (text[at] === " " || text[at - 1] === " ") borders.push(at);
  const [a = 0, b = 0] = [one, other].map((n) => borders[n % borders.length] ?? 0).sort((x, y) => x - y);
  return text.slice(a, b).trim();
}

describe("a quotation is found", () => {
  test.each([
    ["Huddinge sade: ”Vi har inte ljugit.”", "Vi har inte ljugit.", "Vi har inte ljugit."],
    ["Han sade „Nej”.", '"Nej"', "„Nej”"],
    ["En kom-\nmun till.", "En kommun till.", "En kom-\nmun till."],
    ["Fyra kvinn-\nor svarade.", "Fyra kvinnor svarade.", "Fyra kvinn-\nor svarade."],
    [
      "En ny mod-\nell prövas, och där-\ntill en mod-\neller två.",
      "därtill en modeller två",
      "där-\ntill en mod-\neller två",
    ],
    ["En kommun till.", "En kom-\nmun till.", "En kommun till."],
    ["Ett e-\npostbrev.", "Ett e-postbrev.", "Ett e-\npostbrev."],
    ["barn-\noch ungdom", "barn- och ungdom", "barn-\noch ungdom"],
    ["barn-\noch ungdom", "och ungdom", "och ungdom"],
    ["åren 2019–\n2020 gick", "2019-2020", "2019–\n2020"],
    ["åren 2019–\n2020 gick", "2019- 2020", "2019–\n2020"],
    ["En kom\u00AD\nmun.", "kommun", "kom\u00AD\nmun"],
    ["Åmåls\u00ADbornas\u00A0rätt\u200B.", "Åmålsbornas rätt", "Åmåls\u00ADbornas\u00A0rätt"],
    ["A\u030Ama\u030Al", "Åmål", "A\u030Ama\u030Al"],
    ["– Nej, sade han.", "– Nej, sade", "– Nej, sade"],
    ["x - y - z", "y - z", "y - z"],
    ["Det kostar −5 kronor.", "-5 kronor", "−5 kronor"],
    ["Vänta… Nu", "Vänta...", "Vänta…"],
    ["ord\uD800ord slut", "slut", "slut"],
    ["אמר: שלום עולם.", "שלום עולם", "שלום עולם"],
    ["👩‍👧 kom hem", "👩‍👧 kom", "👩‍👧 kom"],
  ])("in %j: %j", (text, quote, exact) => expect(found(text, quote)).toBe(exact));

  test("in any spelling, wherever words begin and end, with its lines divided or not", () => {
    fc.assert(
      fc.property(plainText(), choices, choices, fc.nat(), fc.nat(), (text, a, b, one, other) => {
        const quote = stretchOf(text, one, other);
        fc.pre(/[\p{L}\p{N}]/u.test(quote));
        const copy = divided(respelt(text, a), a);
        const typed = divided(respelt(quote, b), b);
        const place = findQuote([page(copy)], typed);
        expect(place).not.toBe(null);
        if (!place) return;
        expect(isSameQuote(place.exact, quote)).toBe(true);
        expect(copy.slice(place.start, place.end)).toBe(place.exact);
      }),
      { numRuns: 1500 },
    );
  });

  test("only where it really is, with its surroundings as they stand", () => {
    fc.assert(
      fc.property(plainText(0, 60), plainText(1, 3), choices, (text, quote, choice) => {
        const copy = respelt(text, choice);
        const place = findQuote([page("annat", 1), page(copy, 2)], quote);
        if (!place) return;
        expect(place.page).toBe(2);
        expect(normalise(copy.slice(place.start, place.end)).text).toBe(normalise(quote).text);
        expect(copy.slice(0, place.start).endsWith(place.prefix)).toBe(true);
        expect(copy.slice(place.end).startsWith(place.suffix)).toBe(true);
        for (const [side, rest] of [
          [place.prefix, place.start],
          [place.suffix, copy.length - place.end],
        ] as const) {
          expect(side.length).toBeLessThanOrEqual(64);
          expect(side.length).toBeGreaterThanOrEqual(Math.min(rest, 28));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a quotation is not found", () => {
  test.each([
    ["Huddinge kommun", "Hudd"],
    ["Huddinge kommun", "inge kommun"],
    ["Huddinge kommun", "huddinge kommun"],
    ["Åmål", "Amål"],
    ["A\u030Amål", "Amål"],
    ["ökade med 1,5 procent", "ökade med 1"],
    ["ökade med 1,5 procent", "5 procent"],
    ["sjönk: −5 procent", "5 procent"],
    ["klockan 12:30", "klockan 12"],
    ["SVT:s chef", "SVT"],
    ["det's", "det"],
    ["En kom-\nmun till.", "mun till"],
    ["En kom-\nmun till.", "En kom"],
    ["En kom-\nmun till.", "En kom-"],
    ["Söderköping-\nLinköping", "SöderköpingLinköping"],
    ["2019-\n2020", "20192020"],
    ["ord–\nord", "ordord"],
    ["kom- mun", "kommun"],
    ["kom-mun", "kommun"],
    ["kommun", "kom-mun"],
    ["Vänta… Nu", "Vänta."],
    ["ﬁnska", "inska"],
    ["𝕊𝕋", "\uDD4B"],
    ["ett två", "etttvå"],
    ["etttvå", "ett två"],
    ["Han sade: nej.", "Han sade nej."],
    ["något", ""],
    ["något – annat", "–"],
    ["", "något"],
    ["något", " \n\u00AD"],
  ])("in %j: %j", (text, quote) => expect(found(text, quote)).toBe(null));

  test("when one letter or figure is changed, added or taken away", () => {
    const letters = "abcdefghijklmnopqrstuvwxyzåäöéABCÅÄÖ0123456789";
    fc.assert(
      fc.property(
        plainText(2, 25),
        choices,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom("change", "add", "take"),
        fc.constantFrom(...letters),
        (text, choice, one, other, where, how, letter) => {
          const quote = normalise(stretchOf(text, one, other)).text;
          const places = Array.from(
            quote.matchAll(/[\p{L}\p{N}]/gu),
            ({ index, 0: at }) => [index, at] as const,
          );
          fc.pre(places.length > 1);
          const [at, old] = places[where % places.length] ?? [0, ""];
          fc.pre(how !== "change" || letter !== old);
          const wrong =
            quote.slice(0, at) +
            (how === "take" ? "" : letter) +
            quote.slice(how === "add" ? at : at + old.length);
          // What was taken away may leave dots that say that something is left out.
          fc.pre(!/(?:^| )\.\.\.(?: |$)/.test(wrong));
          // A wrong quotation may still be a right one of something else: that is told by looking for it plainly.
          fc.pre(!normalise(text).text.includes(normalise(wrong).text.trim()));
          expect(findQuote([page(divided(respelt(text, choice), choice))], wrong)).toBe(null);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

test("begins and ends between words", () => {
  fc.assert(
    fc.property(plainText(), plainText(1, 1), (text, quote) => {
      const place = findQuote([page(text)], quote);
      if (!place) return;
      const copy = normalise(text);
      expect(isBorder(copy, copy.starts.indexOf(place.start))).toBe(true);
      expect(/^[\p{L}\p{N}]{2}/u.test(text.slice(place.end - 1, place.end + 1))).toBe(false);
    }),
  );
});

describe("of several places", () => {
  const text =
    "Först sade nämnden nej till allt. Sedan sade rådet nej till allt. Sist sade ingen nej till allt.";

  test("the one with the right words around it is meant", () => {
    const near = { prefix: "rådet ", suffix: ". Sist", page: 1, start: 0 };
    const place = findQuote([page(text)], "nej till allt", near);
    expect(place).toMatchObject({ start: text.indexOf("rådet ") + 6, others: 2 });
  });

  test("else the one on the right page, else the nearest, else the first", () => {
    const pages = [page(text), page(text, 2)];
    const start = (near?: Parameters<typeof findQuote>[2]) => {
      const place = findQuote(pages, "nej till allt", near);
      return [place?.page, place?.start, place?.others];
    };
    const [first, second, third] = [...text.matchAll(/nej/g)].map(({ index }) => index);
    expect(start()).toEqual([1, first, 5]);
    expect(start({ page: 2 })).toEqual([2, first, 5]);
    expect(start({ page: 2, start: (second ?? 0) + 3 })).toEqual([2, second, 5]);
    expect(start({ start: 1000 })).toEqual([1, third, 5]);
    expect(start({ page: null, start: null, prefix: null, suffix: null })).toEqual([1, first, 5]);
  });

  test("overlapping ones are counted too, and one place has no others", () => {
    expect(findQuote([page("nej nej nej")], "nej nej")?.others).toBe(1);
    expect(findQuote([page("nej nej nej")], "nej nej nej")?.others).toBe(0);
  });
});

describe("a quotation that leaves something out", () => {
  const text = "De flyttade, sade hon, utan att fråga, till Exempelby kommun. Sedan flyttade de hem.";

  test.each([
    "De flyttade […] till Exempelby",
    "De flyttade ... till Exempelby",
    "De flyttade (…) till Exempelby",
    "De flyttade /.../ till Exempelby",
    "De flyttade – – – till Exempelby",
    "[…] De flyttade […] till Exempelby […]",
  ])("%j is found from its first word to its last", (quote) => {
    const place = findQuote([page(text)], quote);
    expect(place).toMatchObject({
      exact: "De flyttade, sade hon, utan att fråga, till Exempelby",
      elided: true,
      others: 0,
    });
    expect(place?.pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
      "De flyttade",
      "till Exempelby",
    ]);
  });

  test.each([
    "till Exempelby […] De flyttade",
    "De flyttade […] till Exempelbyn",
    "De flytt […] till Exempelby",
    "De flyttade […] hem till Exempelby",
    "De […] De",
    "[…]",
    "… … …",
    "De [flyttade] till Exempelby",
  ])("%j is not", (quote) => expect(findQuote([page(text)], quote)).toBe(null));

  test("is of one page, and leaves out at most 1,000 characters", () => {
    const far = (length: number) => `Ja, sade hon. ${"a ".repeat(length / 2)}Och nej.`;
    expect(found(far(900), "Ja […] Och nej.")).toBe(far(900));
    expect(found(far(1100), "Ja […] Och nej.")).toBe(null);
    expect(findQuote([page("Ja, sade hon."), page("Och nej.", 2)], "Ja […] Och nej.")).toBe(null);
  });

  test("is whole where the dots stand in the copy itself", () => {
    expect(findQuote([page("Vi … vet inte.")], "Vi ... vet inte")).toMatchObject({
      elided: false,
      exact: "Vi … vet inte",
    });
  });

  test("takes the tightest of what it could be", () => {
    expect(found("Han log. Han gick. Sedan gick hon hem. Och hem.", "Han […] hem")).toBe(
      "Han gick. Sedan gick hon hem",
    );
  });

  test("with one piece is a quotation like others", () => {
    expect(findQuote([page(text)], "… till Exempelby kommun")).toMatchObject({
      elided: false,
      exact: "till Exempelby kommun",
    });
  });
});

test("long and monotonous texts are searched, though not to their end", () => {
  const long = "a ".repeat(250_000);
  expect(findQuote([page(long)], "a ".repeat(1000))?.others).toBeGreaterThan(5000);
  expect(findQuote([page("ab-\nba ".repeat(70_000))], "abba ".repeat(400))).not.toBe(null);
  expect(found("a".repeat(500_000), "a".repeat(2000))).toBe(null);
  expect(found("- ".repeat(250_000), "- - - a")).toBe(null);
  expect(found(" \n".repeat(250_000), "a")).toBe(null);
});

test.each<[string, (size: number) => unknown]>([
  ["one word", (size) => findQuote([page("a ".repeat(size))], "a ".repeat(1000))],
  ["words divided", (size) => findQuote([page("ab-\nba ".repeat(size))], "abba ".repeat(400))],
  ["one letter", (size) => found("a".repeat(size), "a".repeat(2000))],
  ["dashes", (size) => found("- ".repeat(size), "- - - a")],
  ["space", (size) => found(" \n".repeat(size), "a")],
])("ten times a text of %s takes little more than ten times as long", (_, search) => {
  expect(growth(search, { small: 5000, large: 50_000, tries: 2 })).toBeLessThan(30);
});

test("what a quotation quotes between its ends is all that its words say, and no more", () => {
  const text = "Före. Ett två, tre fyra fem sex. Efter.";
  const partsOf = (typed: string) => {
    const place = findQuote([{ number: 1, text }], typed);
    return place && quotedParts(text, place, typed).map(({ start, end }) => text.slice(start, end));
  };
  expect(partsOf("Ett två, tre")).toEqual(["Ett två, tre"]);
  expect(partsOf("Ett […] tre (…) sex")).toEqual(["Ett", "tre", "sex"]);
  expect(partsOf("Ett ... fem /…/ sex")).toEqual(["Ett", "fem", "sex"]);
  // Rather nothing than what was left out.
  expect(quotedParts(text, { start: 6, end: 31 }, "Ett […] sju")).toEqual([]);
});

describe("no part of a number or of a word is a quotation", () => {
  test.each<[string, string]>([
    ...[" ", "\u00a0", "\u202f", "\n"].flatMap((space): [string, string][] => [
      [`Kommunen betalade 1${space}200 kronor.`, "200 kronor"],
      [`Kommunen betalade 1${space}200 kronor.`, "Kommunen betalade 1"],
      [`Den betalade 12${space}000 kronor.`, "000 kronor"],
      [`Den betalade 12${space}345${space}678 kronor.`, "345 678 kronor"],
      [`Den betalade 12${space}345${space}678 kronor.`, "betalade 12 345"],
      [`Den betalade 1${space}200,50 kronor.`, "200,50 kronor"],
    ]),
    ["En icke-våld är det.", "våld är"],
    ["En icke-våld är det.", "En icke"],
    ["Det var på 90-talet.", "talet"],
    ["Det var covid-19 igen.", "Det var covid"],
    ["Hans ex-chef sade det.", "chef sade det"],
    ["Hans ex\u2011chef sade det.", "chef sade det"],
  ])("%j has no %j", (text, words) => {
    expect(quotePlaces([{ number: 1, text }], words)).toBeNull();
    expect(quotePlaces([{ number: 1, text }], text)?.places).toHaveLength(1);
  });

  test.each<[string, string]>([
    ["Kommunen betalade 1 200 kronor.", "1 200 kronor"],
    ["Kommunen betalade 1 200 kronor.", "Kommunen betalade 1 200"],
    ["År 2019 200 hushåll flyttade.", "200 hushåll"],
    ["I mars 2019 200 hushåll flyttade.", "I mars 2019"],
    ["Det var 5 av 12 345 hushåll.", "12 345 hushåll"],
    ["Paragraf 12 34 gäller.", "34 gäller"],
    ["Barn- och ungdomsnämnden svarade.", "ungdomsnämnden svarade"],
    ["Nej – sade chefen.", "sade chefen"],
    ["Åren 2019-2020 gick.", "2020 gick"],
    ["Söderköping-Linköping är en sträcka.", "Söderköping-Linköping är"],
  ])("%j has %j", (text, words) => {
    expect(quotePlaces([{ number: 1, text }], words)?.places).toHaveLength(1);
  });
});
