import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth } from "../../../e2e/fixtures/growth.ts";
import { hostileTexts } from "../../../e2e/fixtures/hostile-texts.ts";
import { maskedAround, maskPrivate } from "./message-mask.ts";

const masked = (text: string) => maskPrivate(text).text;
/** The text with each masked stretch as one dot. */
const brief = (text: string) => masked(text).replace(/•+/g, "•");

describe("an address", () => {
  test.each([
    ["Skriv till anna.exempel@exempelby.example.", "Skriv till •@exempelby.example."],
    ["<anna.exempel@exempelby.example>", "<•@exempelby.example>"],
    ["mailto:anna@exempelby.example?subject=hej", "mailto:•@exempelby.example?subject=hej"],
    ["anna%40exempelby.example", "•%40exempelby.example"],
    ["anna (at) exempelby.example", "• (at) exempelby.example"],
    ["anna[snabel-a]exempelby.example", "•[snabel-a]exempelby.example"],
    ["åsa.öberg@exempelby.example", "•@exempelby.example"],
    ['"anna b"@exempelby.example', "•@exempelby.example"],
    ["anna.exempel+tidning@gmail.com!", "•!"],
    ["anna@hotmail.com, bo@telia.com", "•, •"],
    ["info@gmail.com", "•"],
  ])("of a person in %j leaves %j", (text, left) => expect(brief(text)).toBe(left));

  test.each([
    "registrator@exempelby.example",
    "Kundtjänst@exempelby.example",
    "no-reply@exempelby.example",
    "kl. 10 @ rådhuset",
    "@exempelby",
  ])("of a function, or none, stays: %s", (text) => expect(masked(text)).toBe(text));

  test("that the desk names stays", () => {
    const text = "Från anna@exempelby.example och bo@exempelby.example";
    expect(maskPrivate(text, { keep: ["Anna@exempelby.example"] }).text).toBe(
      "Från anna@exempelby.example och ••@exempelby.example",
    );
  });
});

describe("a telephone number", () => {
  test.each([
    ["Ring 070-123 45 67.", "Ring •."],
    ["070 123 45 67", "•"],
    ["0701234567", "•"],
    ["070.123.45.67", "•"],
    ["(070) 123 45 67", "•"],
    ["(070-123 45 67)", "•"],
    ["+46 70 123 45 67", "•"],
    ["+46 (0)70-123 45 67", "•"],
    ["+46701234567", "•"],
    ["0046 70 123 45 67", "•"],
    ["0046701234567", "•"],
    ["08-123 456 78", "•"],
    ["08/12 34 56", "•"],
    ["0660–123 45", "•"],
    ["tel:08-123 456 78/070-123 45 67", "tel:•/•"],
    ["Telefon070-123 45 67", "Telefon•"],
    ["070-123 45 67 08-123 456 78", "• •"],
    ["+45 12 34 56 78", "•"],
    ["2019-11-28 070-123 45 67", "2019-11-28 •"],
    ["212000-0142 08-123 456 78", "212000-0142 •"],
  ])("in %j is masked: %j", (text, left) => expect(brief(text)).toBe(left));
});

describe("a personal identity number", () => {
  test.each([
    ["19800101-1234", "•"],
    ["800101-1234", "•"],
    ["190101+1234", "•"],
    ["800161-1234", "•"],
    ["(800101–1234)", "(•)"],
    ["Född 8112189876.", "Född •."],
    ["198112189876", "•"],
    ["811218 9876", "•"],
  ])("in %j is masked: %j", (text, left) => expect(brief(text)).toBe(left));
});

test.each([
  "Den 28 november 2019 kl. 14.02",
  "2019-11-28, 28.11.2019, 01-02-2019 och 01.02.2019",
  "2019-05-08 12.34.56",
  "Öppet 08.30-16.30 och 08:30–16:30",
  "KS 2019/123, SN 2019/0123, Dnr 2019-00123",
  "212000-0142, 556012-5790 och 802001-1234",
  "Bankgiro 5050-1055, plusgiro 12 34 56-7",
  "1 070 123 456 kronor, 12 345 678 kr, +12 345 678 kr",
  "0,5 procent av 1 000 000",
  "201901011235",
  "§ 12 a, s. 34–56, kapitel 08",
  "",
])("what is none of these stays: %j", (text) => expect(maskPrivate(text)).toEqual({ text, spans: [] }));

/** What a person is reached by, as layouts and hands set it. "⏎" is a line end, "→" a tab, "␣" nothing that is seen. */
describe("however it is set, nothing is left", () => {
  const set = (text: string) => text.replaceAll("⏎", "\n").replaceAll("→", "\t").replaceAll("␣", "\u00ad");

  test.each([
    ...[
      "070-123⏎45 67",
      "> 070-⏎> 123 45 67",
      "> > 070-123 45⏎> > 67",
      "070-␣123\u2060 45 67",
      "08-123 456⏎78",
    ],
    ...["+46\u200b701234567", "070-\u200c123 45 67", "wa.me/46701234567", "070→123 45 67", "＋46701234567"],
    ...[
      "070·123·45·67",
      "46701234567",
      "46-70-123 45 67",
      "46-8-123 456 78",
      "070-123 45 67 kr",
      "08-123⏎456 78",
    ],
    ...[
      "+46 70 123⏎45 67",
      "٠٧٠-١٢٣ ٤٥ ٦٧",
      "०७०-१२३ ४५ ६७",
      "𝟘𝟟𝟘-𝟙𝟚𝟛 𝟜𝟝 𝟞𝟟",
      "０７０－１２３ ４５ ６７",
      "070-123\r\n45 67",
    ],
    ...["070  123  45  67", "070-123 45 67⏎", "+⏎46 70 123 45 67", "070%2D123%2045%2067", "(070)⏎123 45 67"],
  ])("of a telephone number: %s", (text) => {
    expect(brief(`Ring ${set(text)} nu`)).not.toMatch(/\p{Nd}/u);
  });

  test.each([
    ...[
      "811218⏎-9876",
      "811218-⏎9876",
      "> 811218-⏎> 9876",
      "811218→9876",
      "1980-0101-1234",
      "pnr 8001 01-1234",
    ],
    ...[
      "811218-9 8 7 6",
      "811218-98-76",
      "811218  -  9876",
      "811218--9876",
      "(811218)-9876",
      "811218%2D9876",
    ],
    ...[
      "811218⁃9876",
      "1981 1218 9876",
      "٨١١٢١٨-٩٨٧٦",
      "८११२१८-९८७६",
      "𝟠𝟙𝟙𝟚𝟙𝟠-𝟡𝟠𝟟𝟞",
      "811218␣-␣9876",
      "81 12 18-9876",
    ],
    ...["1981-12-18-9876", "81\u200b1218-98\u200b76", "811218⏎9876", "811218 − 9876", "811218 +⏎9876"],
  ])("of a personal number: %s", (text) => {
    expect(brief(`Se ${set(text)} nu`)).not.toMatch(/\p{Nd}/u);
  });

  test.each([
    ...["anna.exempel@⏎exempelby.se", "anna.⏎exempel@exempelby.se", "anna.exempel@exempel␣by.se"],
    ...["anna.exempel@\u200bexempelby.se", "anna.exempel\u2060@exempelby.se", "anna.exempel⏎@exempelby.se"],
    ...["> anna.exempel@⏎> exempelby.se", "anna.exempel@exempelby.⏎se", "anna.exempel@exempel⏎by.se"],
    ...[
      "anna.exempel@gmail.⏎com",
      "anna⏎.exempel@exempelby.se",
      "ａｎｎａ.exempel＠exempelby.se",
      "an␣na.exem␣pel@exempelby.se",
    ],
    ...["anna.exempel%40exempelby.se", "> anna.⏎> exempel@gmail.com", "𝚊𝚗𝚗𝚊.exempel@exempelby.se"],
  ])("of an address for mail: %s", (text) => {
    const left = brief(`skriv ${set(text)} nu`).normalize("NFKC");
    expect(left.replaceAll(/[\s>\p{DI}]/gu, "").replace("%40", "@")).not.toMatch(/anna|exempel@|gmail/);
  });

  test.each([
    ...[
      "Storgatan 12, 3 tr⏎123 45 Stockholm",
      "> Storgatan 12⏎> 123 45 Stockholm",
      "Storgatan 12⏎c/o Ek⏎123 45 Stockholm",
    ],
    ...["Storgatan 12, 3 tr, 123 45 Ort", "Storgatan 12 III, 123 45 Ort", "Storgatan 12, plan 3, 123 45 Ort"],
    ...["Storgatan 12, våning 3, 123 45 Ort", "Storgatan 12-14, 123 45 Ort", "Storgatan 12:3, 123 45 Ort"],
    ...[
      "Storgatan 12 A 1102, 123 45 Ort",
      "Storgatan 12 lägenhet 1102, 123 45 Ort",
      "Storgatan 12, 123  45 Ort",
    ],
    ...[
      "Gatuadress: Storgatan 12 Postnr: 123 45 Ort: Exempelby",
      "Gatuadress: Storgatan 12⏎Postnr: 123 45⏎Ort: Exempelby",
    ],
    ...[
      "Storgatan  12, 123 45 Ort",
      "storgatan 12, 123 45 stockholm",
      "Storgatan 12, 123⏎45 Stockholm",
      "Storgatan 12, 12⏎3 45 Ort",
    ],
    ...[
      "Box Storgatan 12, 123 45 Borås",
      "Storgatan→12→123 45→Borås",
      "Stor␣gatan 12, 123\u200b45 Borås",
      "STORGATAN 12, 123 45 BORÅS",
    ],
    ...[
      "Exempelhöjden 12 B, 2 tr⏎c/o Ek⏎SE-123 45 Ort",
      "Storgatan 12⏎Anna Ek⏎123 45 Ort",
      "Exempelhöjden 12 C, vån 3, 123 45 Ort",
    ],
    ...[
      "Karl XI gata 12, 123 45 Ort",
      "Storgatan 12⏎⏎123 45 Ort",
      "Storgatan １２, １２３ ４５ Ort",
      "Exempelhöjden 12 1102, 123 45 Ort",
    ],
  ])("of a postal address: %s", (text) => {
    expect(brief(`Bor på ${set(text)}.`)).not.toMatch(/\p{Nd}|storg/iu);
  });

  test.each([
    ...[
      "Dnr 2019-01234",
      "KS 2020/123",
      "12 345 kr",
      "2019-11-24",
      "2019-11-24⏎2019-12-01",
      "2019-11-24 – 2019-12-31",
    ],
    ...[
      "46 701 234 567 kr",
      "46 701 234 567",
      "46 miljoner",
      "Storgatan 12",
      "På Storgatan 12. År 2019 kom 123 45 hit",
    ],
    ...[
      "Box 12, 123 45 Exempelby",
      "Exempelby kommun, Box 12⏎123 45 Exempelby",
      "Exempelby kommun Box 12, 123 45 Exempelby",
    ],
    ...[
      "registrator@⏎exempelby.se",
      "Skriv till oss.⏎registrator@exempelby.se",
      "Möte kl. 10 @⏎rådhuset i dag",
    ],
    ...[
      "212000-0142⏎556012-5790",
      "> 2019-11-24⏎> 12 345 kr",
      "Artikel 12, 12 345 kronor",
      "kl. 08⏎2019-11-24 12:30",
    ],
    ...[
      "120 m² och 12 345 kr",
      "§ 12⏎34 56",
      "50 % 2019 och 25%20av",
      "s. 12–14,⏎1 234 567 kr",
      "01-02-2019⏎03-04-2019",
    ],
    ...[
      "+12 345 678 kr",
      "1→12 345→2019",
      "Bankgiro 5050-1055⏎Plusgiro 12 34 56-7",
      "ett\u00adord, två\u200bord",
    ],
  ])("and what is none of these stays: %s", (text) => {
    expect(maskPrivate(set(text))).toEqual({ text: set(text), spans: [] });
  });

  test("and what stands around it stays where it was", () => {
    const text = "Ett␣ett\r\n> ring 070-\r\n> 123 45 67 eller\tskriv 𝟘";
    const { text: shown, spans } = maskPrivate(text);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["070-\r\n> 123 45 67"]);
    expect(shown.replace(/•+/, "•")).toBe("Ett␣ett\r\n> ring • eller\tskriv 𝟘");
    expect(shown).toHaveLength(text.length);
  });
});

describe("for every text", () => {
  const digits = (n: number) => fc.stringMatching(new RegExp(`^[0-9]{${n}}$`));
  const gap = fc.constantFrom(" ", "", "-", "\u00a0");
  const phone = fc
    .oneof(
      fc.tuple(
        fc.constantFrom("070", "072", "073", "076", "079"),
        fc.constantFrom("-", " ", "", " - "),
        digits(3),
        gap,
        digits(2),
        gap,
        digits(2),
      ),
      fc.tuple(
        fc.constantFrom("+46 70", "+4670", "0046 70", "+46 (0)70"),
        gap,
        digits(3),
        gap,
        digits(2),
        gap,
        digits(2),
      ),
      fc.tuple(
        fc.constantFrom("08", "(08)"),
        fc.constantFrom("-", " "),
        digits(3),
        fc.constant(" "),
        digits(3),
        fc.constant(" "),
        digits(2),
      ),
    )
    .map((parts) => parts.join(""));
  const local = fc.stringMatching(/^[a-zåäö][a-zåäö0-9]{2,9}(\.[a-zåäö]{3,9})?$/).map((name) => `x${name}`);
  const address = fc.tuple(local, fc.constantFrom("exempelby.example", "gmail.com", "post.annanby.example"));
  const person = fc
    .tuple(
      fc.constantFrom("19", "20", ""),
      digits(2),
      fc.constantFrom("0101", "1231", "0561"),
      fc.constantFrom("-", "+"),
      digits(4),
    )
    .map((parts) => parts.join(""));
  const words = fc.constantFrom(
    "Hej",
    "ring",
    "den 28 november",
    "tel:",
    "eller",
    "(se",
    "KS 2019/123",
    "\n",
    "Anna,",
    "5",
    "kl. 14",
  );

  test("no number or address survives, and the length is the same", () => {
    const piece = fc.oneof(
      phone.map((text) => ({ text, secret: text.replace(/\D/g, "").slice(-7), digits: true })),
      person.map((text) => ({ text, secret: text, digits: false })),
      address.map(([name, domain]) => ({ text: `${name}@${domain}`, secret: name, digits: false })),
      words.map((text) => ({ text, secret: null, digits: false })),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.map((each) => each.text).join(" ");
        const result = maskPrivate(text);
        expect(result.text).toHaveLength(text.length);
        for (const each of pieces) {
          if (each.secret === null) continue;
          expect(each.digits ? result.text.replace(/\D/g, "") : result.text).not.toContain(each.secret);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("masking again changes nothing, what is masked lies in the spans, and the rest is as it was", () => {
    const any = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'0123456789-+ ()./@a.e%•"\n>\t\u00ad٣'), maxLength: 60 }),
    );
    fc.assert(
      fc.property(any, (text) => {
        const { text: result, spans } = maskPrivate(text);
        expect(maskPrivate(result)).toEqual({ text: result, spans: [] });
        const inside = new Set<number>();
        for (const { start, end } of spans) for (let at = start; at < end; at++) inside.add(at);
        for (let at = 0; at < text.length; at++) {
          expect(result[at]).toBe(inside.has(at) ? "•" : text[at]);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

test.each(hostileTexts)("$name, over and over, takes as long as it is long", ({ of }) => {
  expect(growth((size) => maskPrivate(of(size)), { small: 5_000, large: 20_000, enough: 8 })).toBeLessThan(8);
});

test.each([
  [
    "skriv till anna.exempel@",
    "exempelby.example eller",
    " ring",
    "skriv till •@|exempelby.example eller| ring",
  ],
  ["ring ", "henne på 070-174", " 06 05 nu", "ring |henne på •|• nu"],
  [null, "ring 06 05 nu", null, "|ring 06 05 nu|"],
  // Cut between the words of a number.
  ["4 06 05 Namn ", "ord", " Namn 1980 0101 ", "• • • Namn |ord| Namn • • "],
])("is masked where a quotation cuts it: %j %j %j", (prefix, words, suffix, shown) => {
  const parts = maskedAround({ prefix, words, suffix });
  expect([parts.prefix, parts.words, parts.suffix].join("|").replace(/•+/g, "•")).toBe(shown);
  expect(parts.words).toHaveLength(words.length);
});
