import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choices, plainText, respelt } from "./quote.fixture.ts";
import { normalise } from "./quote.ts";
import { quoteAnnotation } from "./quote-annotation.ts";
import { findQuote } from "./quote-find.ts";
import { fragmentAddress, textDirective } from "./quote-fragment.ts";

const PAGE = "https://tidningen.example/nyheter/1?a=b";
const quote = (exact: string, prefix = "", suffix = "") => ({ exact, prefix, suffix });
const address = (exact: string) => fragmentAddress(PAGE, quote(exact));

/** Reads a directive as the specification does (§3.3, parse a text directive). */
function parsed(directive: string) {
  const parts = directive.split(",");
  const prefix = parts[0]?.endsWith("-") ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith("-") ? parts.pop()?.slice(1) : undefined;
  expect(parts.length).toBeGreaterThanOrEqual(1);
  expect(parts.length).toBeLessThanOrEqual(2);
  const [prefixed, start, end, suffixed] = [prefix, parts[0], parts[1], suffix].map((part) => {
    expect(part ?? "").toMatch(/^[A-Za-z0-9%._]*$/);
    return part === undefined ? null : decodeURIComponent(part);
  });
  return { prefix: prefixed, start: start ?? "", end, suffix: suffixed };
}

describe("the address of a quotation on its page", () => {
  test("has the words after the page's own", () => {
    expect(address("Vi har inte ljugit")).toBe(`${PAGE}#:~:text=Vi%20har%20inte%20ljugit`);
    expect(address("e-post, råd & dåd: 100 %")).toBe(
      `${PAGE}#:~:text=e%2Dpost%2C%20r%C3%A5d%20%26%20d%C3%A5d%3A%20100%20%25`,
    );
  });

  test("keeps a fragment it has, and takes the place of a directive", () => {
    const four = quote("Vi har inte ljugit");
    const words = "Vi%20har%20inte%20ljugit";
    expect(fragmentAddress("https://a.example/#svar", four)).toBe(`https://a.example/#svar:~:text=${words}`);
    expect(fragmentAddress("https://a.example/#:~:text=x", four)).toBe(`https://a.example/#:~:text=${words}`);
    expect(fragmentAddress("https://a.example/#svar:~:text=x", four)).toBe(
      `https://a.example/#svar:~:text=${words}`,
    );
    expect(fragmentAddress("https://a.example/b.pdf", four, { pdfPage: 3 })).toBe(
      `https://a.example/b.pdf#page=3:~:text=${words}`,
    );
    expect(fragmentAddress("https://a.example/b.pdf#page=1", four, { pdfPage: 3 })).toContain("#page=1:~:");
    expect(fragmentAddress("https://a.example/#svar", quote(" "))).toBe("https://a.example/#svar");
    expect(fragmentAddress("https://a.example/", quote(""))).toBe("https://a.example/");
  });

  test("has what stands around the words when they stand elsewhere too, or are few", () => {
    const around = quote("Vi har inte ljugit", "Rubrik\nHon sade till oss igen: ", " om detta, sade hon.");
    expect(textDirective(around)).toBe("Vi%20har%20inte%20ljugit");
    expect(parsed(textDirective(around, 1))).toEqual({
      prefix: "Hon sade till oss igen:",
      start: "Vi har inte ljugit",
      end: null,
      suffix: "om detta, sade hon.",
    });
    expect(parsed(textDirective({ ...around, exact: "inte ljugit" })).prefix).toBe("sade till oss igen:");
  });

  test("has the first and last words of what is long or of several lines", () => {
    const long = "ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton";
    expect(parsed(textDirective(quote(long)))).toMatchObject({
      start: "ett två tre fyra fem",
      end: "tio elva tolv tretton fjorton",
    });
    expect(parsed(textDirective(quote("Rubriken\nFörst två ord.\n\nSist tre ord.")))).toMatchObject({
      start: "Rubriken",
      end: "Sist tre ord.",
    });
  });

  test("has a longer end where a shorter one would stand too early", () => {
    const again =
      "början på allt det här är så att vi säger nej och nej till allt igen och sedan nej och nej till allt igen";
    expect(parsed(textDirective(quote(again))).end).toBe("sedan nej och nej till allt igen");
  });

  test("leads to words that stand on the page, from the quotation's first to its last", () => {
    fc.assert(
      fc.property(
        plainText(1, 60),
        choices,
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 1 }),
        (text, choice, a, b, others) => {
          const words = text.split(" ");
          const [from = 0, to = 0] = [a % words.length, b % words.length].sort((x, y) => x - y);
          const copy = respelt(text, choice);
          const place = findQuote([{ number: 1, text: copy }], words.slice(from, to + 1).join(" "));
          fc.pre(place !== null && !place.elided);
          if (!place) return;
          const found = parsed(textDirective(place, others));
          const plain = (part: string) => normalise(part).text.trim();
          const exact = plain(place.exact);
          expect(exact.startsWith(plain(found.start))).toBe(true);
          expect(exact.endsWith(plain(found.end ?? found.start))).toBe(true);
          if (found.end === null) expect(plain(found.start)).toBe(exact);
          if (found.prefix)
            expect(plain(copy.slice(0, place.start)).endsWith(plain(found.prefix))).toBe(true);
          if (found.suffix) expect(plain(copy.slice(place.end)).startsWith(plain(found.suffix))).toBe(true);
          const whole = fragmentAddress(PAGE, place, { others });
          expect(new URL(whole).href).toBe(whole);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("can be made of anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (exact, prefix) => {
        expect(URL.canParse(fragmentAddress(PAGE, quote(exact, prefix, prefix), { others: 1 }))).toBe(true);
      }),
    );
  });
});

describe("the annotation of a quotation", () => {
  const text = "😊😊 Hon sade: ”Vi har inte ljugit.”";
  const start = text.indexOf("Vi har");
  const place = { exact: "Vi har inte ljugit", prefix: "Hon sade: ”", suffix: ".”", start, end: start + 18 };
  const source = {
    url: PAGE,
    pdfPage: null,
    text,
    capturedAt: new Date("2026-03-04T05:06:07Z"),
    copyUrl: "https://belagt.example/sources/1",
  };

  test("has words and place side by side, the place in characters of Unicode", () => {
    expect(quoteAnnotation(place, source)).toEqual({
      type: "SpecificResource",
      source: PAGE,
      state: {
        type: "TimeState",
        sourceDate: "2026-03-04T05:06:07.000Z",
        cached: "https://belagt.example/sources/1",
      },
      selector: [
        { type: "TextQuoteSelector", exact: "Vi har inte ljugit", prefix: "Hon sade: ”", suffix: ".”" },
        { type: "TextPositionSelector", start: start - 2, end: start + 16 },
      ],
    });
  });

  test("has the page of a PDF first, and neither a copy nor context where there is none", () => {
    const found = quoteAnnotation(
      { ...place, prefix: "", suffix: "" },
      { ...source, pdfPage: 4, copyUrl: null },
    );
    expect(found.state).toEqual({ type: "TimeState", sourceDate: "2026-03-04T05:06:07.000Z" });
    expect(found.selector).toEqual([
      {
        type: "FragmentSelector",
        conformsTo: "http://tools.ietf.org/rfc/rfc3778",
        value: "page=4",
        refinedBy: { type: "TextQuoteSelector", exact: "Vi har inte ljugit" },
      },
      {
        type: "FragmentSelector",
        conformsTo: "http://tools.ietf.org/rfc/rfc3778",
        value: "page=4",
        refinedBy: { type: "TextPositionSelector", start: start - 2, end: start + 16 },
      },
    ]);
  });
});
