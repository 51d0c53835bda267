import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth } from "../../../e2e/fixtures/growth.ts";
import { maskPrivate } from "./message-mask.ts";

/** "⏎" is a line end. */
const set = (text: string) => text.replaceAll("⏎", "\n");
const left = (text: string) => maskPrivate(set(text)).text.replace(/•+/g, "•");

/** Members of the kinds, by hand. Nothing of a number may be left, in whatever signs. */
const DISGUISED: Readonly<Record<string, readonly string[]>> = {
  "letters for digits":
    `O70-123 45 67|07O-l23 45 67|o7o 123 45 67|O7O-I23 45 67|070-!23 45 67|8OO1O1-1234|l98OO1O1-1234
    I98OO1O1-I234|811218-98Z6|0701Z34567|811218-9B76|S11218-9876|О70-123 45 67|07Ø-123 45 67`.split(
      /\||\n\s+/,
    ),
  "other digits": `⁰⁷⁰-¹²³ ⁴⁵ ⁶⁷|₀₇₀-₁₂₃ ₄₅ ₆₇|⓪⑦⓪-①②③ ④⑤ ⑥⑦|⓿❼⓿-❶❷❸ ❹❺ ❻❼|⓪➆⓪➀➁➂➃➄➅➆|⓪⓻⓪⓵⓶⓷⓸⓹⓺⓻
    0️⃣7️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣|〇七〇－一二三 四五 六七|🄁🄈🄁 🄂🄃🄄 🄅🄆 🄇🄈|0̶7̶0̶-123 45 67|8¹1218-9876|070-123 45 6⁷
    𝟎𝟕𝟎-𝟏𝟐𝟑 𝟒𝟓 𝟔𝟕|⒏⒈⒈⒉⒈⒏-⒐⒏⒎⒍|⑻⑴⑴⑵⑴⑻-⑼⑻⑺⑹`.split(/\||\n\s+/),
  "a digit on each line": `0⏎7⏎0⏎1⏎2⏎3⏎4⏎5⏎6⏎7|8⏎1⏎1⏎2⏎1⏎8⏎9⏎8⏎7⏎6|1⏎9⏎8⏎0⏎0⏎1⏎0⏎1⏎-⏎1⏎2⏎3⏎4
    Telefon⏎0⏎⏎7⏎⏎0⏎⏎1⏎⏎2⏎⏎3⏎⏎4⏎⏎5⏎⏎6⏎⏎7`.split(/\||\n\s+/),
  "dates of birth":
    `18/12/1981-9876!18.12.1981-9876!18-12-1981-9876!31/12 1981-9876!18 december 1981-9876!18 december 1981, 9876
    född 18 december 1981, sista fyra 9876!född den 18 dec 1981, fyra sista siffrorna: 9876!18 dec -81, 9876
    född 1981-12-18, sista fyra siffrorna 9876!December 18, 1981, last four 9876!12/18/1981-9876!18.12.81-9876
    born 18 December 1981 (last four digits 9876)!1981-12-18, nr 9876!f. 811218, de fyra sista 9876!1981-12-18 (9876)
    sista fyra 9876, född 1981-12-18!fyra sista: 9876!18/12/81 9876!1981 december 18-9876`.split(/!|\n\s+/),
  "words between":
    `pers.nr 19811218 och sedan 9876|personnummer 811218 - kontrollnummer 9876|tel 123 45 67|telefon: 12 34 56
    pnr: 19811218, fyra sista: 9876|personnummer: 811218 xxxx... 9876|tel. 070 och sedan 123 45 67|ring 08, 123 45 678
    riktnummer 08 nummer 123 456 78|tfn 12345678|Tel.nr 123456|mobilnr 70 123 45 67|telefonnummer är 123 45 67
    tel 47 912 34 567|sms:a 70-123 45 67`.split(/\||\n\s+/),
  "numbers of other kinds":
    `800161-1234|19800191-1234|80-01-61-1234|198001611234|800101-T234|19800101-TF04|181281-9876
    311299-123A|00 46 70 123 45 67|(+46) 70 123 45 67|+46_70_123_45_67|+46/70/123/45/67|plus 46 70 123 45 67`.split(
      /\||\n\s+/,
    ),
  "addresses for mail":
    `anna.exempel @ exempelby.se|anna.exempel at exempelby.se|anna.exempel AT exempelby DOT se
    anna.exempel (a) exempelby (punkt) se|anna.exempel snabel-a exempelby.se|anna.exempel@exempelby . se
    anna.exempel@exempelby,se|anna.exempel [at] exempelby [dot] se|anna.exempel<at>exempelby.se|anna.exempel_at_exempelby.se
    anna.exempel&commat;exempelby.se|anna.exempel@@exempelby.se|anna.exempel(snabela)gmail(punkt)com|anna.exempel@exempelby
    anna punkt exempel snabela exempelby punkt se|anna.exempel＠exempelby。se|anna at gmail.com`.split(
      /\||\n\s+/,
    ),
};

describe.each(Object.entries(DISGUISED))("nothing is left of what is disguised by %s", (kind, members) => {
  test.each(members)("%s", (text) => {
    const shown = left(`Se ${text} nu`);
    if (kind === "letters for digits") expect(shown).toMatch(/^Se •+ nu$/);
    else if (kind === "addresses for mail") expect(shown).not.toMatch(/anna|exempel[ .@(]|gmail/);
    else expect(shown.normalize("NFKC")).not.toMatch(/[\p{N}一二三四五六七]/u);
  });
});

test.each([
  ..."KS 2018/123|Dnr KS 2018/123-45|Dnr: SBK/2019-01234|dnr 2018-123456|Mål nr T 1234-18|ÅM 2019/1234|A 1112-13/14".split(
    "|",
  ),
  ..."Ärende 20180412-1|2018-12-24, 2019|20181224-20181231|24/12/2018|24/12 2018|24.12.2018–31.12.2018|18 december 1981".split(
    "|",
  ),
  ..."24 december 2018, 2019|den 24 december 2018 1500 kr|24 december 2018 kl. 12.30|24/12/2018, 1500 kr|24/12/2018 12:30".split(
    "|",
  ),
  ..."den 24 december 2018-2019|mellan 18/12/2018 och 2019|1 jan 2018 2000 deltagare|2018-2019-2020|1998/1999, 2000/2001".split(
    "|",
  ),
  ..."12 345 678 kr|1 234 567,89|46,701,234,567|0,701234567|1.234.567:-|10, 20, 30, 40, 50, 60, 70, 80|07:02:12:34:56".split(
    "|",
  ),
  ..."1, 2, 3, 4, 5, 6, 7, 8, 9, 10|07, 08, 09, 10, 11|12, 15, 07, 23, 45, 67, 12|3,14159265|15 % 2018, 1200 st".split(
    "|",
  ),
  ..."Telefon 2019 kostade 12 345 kr|Telefon: se 2019-12-01|Ring kl. 08.30|mobil 12 345 kr|Tel Aviv 1948|ring 112".split(
    "|",
  ),
  ..."telefon 123 456 kr|Telefonmöte 2019-05-08 12.34|de fyra sista åren, 2016|de sista fyra: 2016 vann|fax 2018".split(
    "|",
  ),
  ..."ISBN 978-91-0-012345-6|Org.nr 212000-0142|556012-5790|802001-1234|OCR 1234 5678 9012|v. 1.2.3.4|SFS 2018:585".split(
    "|",
  ),
  ..."prop. 2017/18:123|s. 12–14, 16, 18|1939-1945, 1914-1918|3-1, 2-0, 4-4, 1-1|59.32932, 18.06858|2018 S 123|A4, A5".split(
    "|",
  ),
  ..."Read more at svt.se|läs mer at exempelby.se|kl. 10 @ rådhuset|följ oss på @exempelby.se idag|info@exempelby.se".split(
    "|",
  ),
  ..."registrator at exempelby.se|version 2.0 at example.com|stay-at-home.se|120 m², 45 m³|2018¹ 2019² 2020³|CO₂ 123 456 ton".split(
    "|",
  ),
  ..."Personnummer saknas. Den 24 december 2018 kom 1234 personer|personnummer begärdes 2018-12-24 av 1234 personer".split(
    "|",
  ),
  ..."nr 1234, 24 december 2018|Ärende nr 1234 inkom 18-12-24|Beslut 2018-12-24 (1234 personer)|24 december 2018 – 1500 kom".split(
    "|",
  ),
])("and what is none stays: %s", (text) => expect(maskPrivate(text).text).toBe(text));

describe("for every number", () => {
  const digits = (n: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((all) => all.join(""));
  const withCheckDigit = (nine: string) => {
    const sum = [...nine]
      .map((digit, at) => Number(digit) * (at % 2 === 0 ? 2 : 1))
      .reduce((total, each) => total + (each > 9 ? each - 9 : each), 0);
    return nine + String((10 - (sum % 10)) % 10);
  };
  const mobile = fc
    .tuple(fc.constantFrom("070", "072", "073", "076", "079"), digits(7))
    .map(([first, rest]) => first + rest);
  const person = fc
    .tuple(
      fc.integer({ min: 10, max: 99 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.boolean(),
      digits(3),
    )
    .map(([year, month, day, isCoordination, three]) =>
      withCheckDigit(
        `${year}${String(month).padStart(2, "0")}${String(day + (isCoordination ? 60 : 0)).padStart(2, "0")}${three}`,
      ),
    );
  const grouped = fc.oneof(
    fc.tuple(mobile, fc.constantFrom([3, 3, 2, 2], [3, 7], [3, 2, 2, 3], [10])),
    fc.tuple(person, fc.constantFrom([6, 4], [2, 2, 2, 4], [10])),
  );
  const divider = fc
    .tuple(fc.constantFrom(..."*_|~=\\'+#^/-.–—·•→()[]{}<>"), fc.constantFrom("", " ", "\u00ad", "\u200b"))
    .map(([sign, more]) => more + sign + more);
  const row = (zero: number) => Array.from({ length: 10 }, (_, digit) => String.fromCodePoint(zero + digit));
  const script = fc.constantFrom(
    row(0x30),
    row(0xff10),
    row(0x0660),
    row(0x06f0),
    row(0x0966),
    row(0x0e50),
    row(0x1d7ce),
    row(0x1d7d8),
    row(0x1d7e2),
    row(0x1fbf0),
    [..."⓪①②③④⑤⑥⑦⑧⑨"],
    [..."⓿❶❷❸❹❺❻❼❽❾"],
    [..."⁰¹²³⁴⁵⁶⁷⁸⁹"],
    [..."₀₁₂₃₄₅₆₇₈₉"],
    [..."〇一二三四五六七八九"],
    [..."0l23456789"],
    [..."O1234S6789"],
  );
  /** A number whose digits are written in letters alone says nothing. */
  const isMostlyDigits = (text: string) => (text.match(/[lOS]/g)?.length ?? 0) <= 3;

  test("whatever parts its digits, and whatever digits they are, none is left", () => {
    fc.assert(
      fc.property(grouped, divider, script, ([number, lengths], between, signs) => {
        const startOf = (at: number) => lengths.slice(0, at).reduce((total, length) => total + length, 0);
        const groups = lengths.map((_, at) => number.slice(startOf(at), startOf(at + 1)));
        const written = groups
          .map((group) => [...group].map((digit) => signs[Number(digit)]).join(""))
          .join(between);
        fc.pre(isMostlyDigits(written));
        const shown = maskPrivate(`Hej ${written} nu`).text.slice(4, -3);
        expect([...shown].filter((sign) => signs.includes(sign)).length, `${written} → ${shown}`).toBe(0);
      }),
      { numRuns: 1_500 },
    );
  });
});

test.each([
  "O7 ",
  "0*",
  "1\n",
  "tel 1 ",
  "pnr 811218 ",
  "18/12/1981 ",
  "fyra sista 1 ",
  "a punkt ",
  "a.b at c.",
  "·0",
  "⓪",
])("%j, over and over, takes as long as it is long", (text) =>
  expect(
    growth((size) => maskPrivate(text.repeat(size / text.length)), {
      small: 5_000,
      large: 20_000,
      enough: 8,
    }),
  ).toBeLessThan(8),
);
