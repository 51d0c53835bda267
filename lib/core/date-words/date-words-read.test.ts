import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth } from "../../../e2e/fixtures/growth.ts";
import { parseEdtf } from "../edtf/edtf.ts";
import { SWEDEN } from "../zone.ts";
import { type DateAnchor, readDate } from "./date-words-read.ts";

const now = new Date("2026-11-23T12:00:00Z");
const anchors: DateAnchor[] = [
  {
    id: "email",
    names: ["Mejlsvaret från Kramfors till Huddinge", "The e-mail reply from Kramfors to Huddinge"],
    edtf: "2019-11-21~/2019-11-30",
  },
  {
    id: "investigation",
    names: ["Utredningen i Huddinge", "The investigation in Huddinge"],
    edtf: "2019-11",
  },
  {
    id: "analysis",
    names: ["Välfärdsförvaltningens analys", "The welfare administration's analysis"],
    edtf: "2019-23",
  },
  { id: "article", names: ["Artikeln i 08-nytt", "The article in 08-nytt"], edtf: "2019-11-21~/.." },
  { id: "decision-a", names: ["Beslutet i nämnden", "The decision of the board"], edtf: "2019-10-02" },
  { id: "decision-b", names: ["Beslutet i fullmäktige", "The decision of the council"], edtf: "2020-01-15" },
  { id: "meeting", names: ["Mötet", "The meeting"], edtf: null },
  { id: "debate", names: ["Debatten", "The debate"], edtf: "201X" },
];
const context = { zone: SWEDEN, anchors };
const answer = (text: string) => {
  const result = readDate(text, context, now);
  return result.ok ? result.edtf : result.reason;
};

test.each([
  // EDTF itself
  ["2019", "2019"],
  ["2019-11", "2019-11"],
  ["2019-11-25", "2019-11-25"],
  ["2019-23", "2019-23"],
  ["2019~", "2019~"],
  ["2019-11-25%", "2019-11-25%"],
  ["201X", "201X"],
  ["201x", "201X"],
  ["19xx", "19XX"],
  ["2019-11-21~/2019-11-30", "2019-11-21~/2019-11-30"],
  ["2019-23/..", "2019-23/.."],
  ["/2026-11-23", "/2026-11-23"],
  ["2019-11-25T14:02:00Z", "2019-11-25T14:02:00Z"],
  // days
  ["25 november 2019", "2019-11-25"],
  ["25 nov. 2019", "2019-11-25"],
  ["25 NOV 2019", "2019-11-25"],
  ["den 25 november 2019", "2019-11-25"],
  ["den 25:e november 2019", "2019-11-25"],
  ["den 1:a maj 2019", "2019-05-01"],
  ["November 25, 2019", "2019-11-25"],
  ["Nov. 25th, 2019", "2019-11-25"],
  ["the 25th of November 2019", "2019-11-25"],
  ["on 25 November 2019", "2019-11-25"],
  ["25/11 2019", "2019-11-25"],
  ["25/11-2019", "2019-11-25"],
  ["25/11/2019", "2019-11-25"],
  ["11/25/2019", "2019-11-25"],
  ["25.11.2019", "2019-11-25"],
  ["3/3/2019", "2019-03-03"],
  ["3/4 2019", "2019-04-03"],
  ["2019/11/25", "2019-11-25"],
  ["20191125", "2019-11-25"],
  ["2019–11–25", "2019-11-25"],
  ["2019‑11‑25", "2019-11-25"],
  ["  25\u00a0 november\t2019. ", "2019-11-25"],
  ["5 oktober 2019", "2019-10-05"],
  ["5 October 2019", "2019-10-05"],
  ["29 februari 2020", "2020-02-29"],
  ["måndag 25 november 2019", "2019-11-25"],
  ["måndagen den 25 november 2019", "2019-11-25"],
  ["Monday, November 25, 2019", "2019-11-25"],
  ["i dag", "2026-11-23"],
  ["igår", "2026-11-22"],
  ["yesterday", "2026-11-22"],
  ["i förrgår", "2026-11-21"],
  // times, in Sweden
  ["25 november 2019 kl. 14.02", "2019-11-25T14:02:00+01:00"],
  ["25 juli 2019 klockan 14:02", "2019-07-25T14:02:00+02:00"],
  ["25 November 2019 at 14:02", "2019-11-25T14:02:00+01:00"],
  ["2019-11-25 14:02", "2019-11-25T14:02:00+01:00"],
  ["2019-11-25T14:02", "2019-11-25T14:02:00+01:00"],
  ["25 november 2019 14:02 UTC", "2019-11-25T14:02:00Z"],
  ["1 maj 1850 kl. 14.02", "1850-05-01T14:02:00+01:00"],
  ["25 november 2019 kl. 25.00", "impossible-date"],
  ["31 mars 2019 kl. 02.30", "hour-missing"],
  ["före 31 mars 2019 kl. 02.30", "hour-missing"],
  ["27 oktober 2019 kl. 02.30", "hour-twice"],
  ["27 oktober 2019 kl. 02.30 sommartid", "2019-10-27T02:30:00+02:00"],
  ["27 October 2019 at 02:30 (winter time)", "2019-10-27T02:30:00+01:00"],
  ["25 november 2019 kl. 14.02 sommartid", "impossible-date"],
  ["25 november 2019 sommartid", "not-understood"],
  ["3/4/2019 kl. 02.30", "ambiguous-date"],
  // months, years, weeks
  ["november 2019", "2019-11"],
  ["i november 2019", "2019-11"],
  ["nov 2019", "2019-11"],
  ["sometime in November 2019", "2019-11"],
  ["någon gång i november 2019", "2019-11"],
  ["2019/11", "2019-11"],
  ["år 2019", "2019"],
  ["under 2019", "2019"],
  ["vecka 47 2019", "2019-11-18/2019-11-24"],
  ["v. 47 2019", "2019-11-18/2019-11-24"],
  ["v.1 2019", "2018-12-31/2019-01-06"],
  ["week 47, 2019", "2019-11-18/2019-11-24"],
  ["2019-W47", "2019-11-18/2019-11-24"],
  ["vecka 47–48 2019", "2019-11-18/2019-12-01"],
  ["vecka 47 till 48 2019", "2019-11-18/2019-12-01"],
  ["vecka 53 2020", "2020-12-28/2021-01-03"],
  ["vecka 53 2019", "impossible-date"],
  // seasons
  ["våren 2019", "2019-21"],
  ["spring of 2019", "2019-21"],
  ["sommaren 2019", "2019-22"],
  ["summer 2019", "2019-22"],
  ["hösten 2019", "2019-23"],
  ["Autumn 2019", "2019-23"],
  ["in the fall of 2019", "2019-23"],
  ["vintern 2019", "2019-24"],
  ["winter 2019", "2019-24"],
  ["vintern 2019–2020", "2019-24"],
  ["vintern 2019/20", "2019-24"],
  ["vintern 2010–11", "2010-24"],
  ["the winter of 2019-20", "2019-24"],
  ["hösten 2019–20", "not-understood"],
  // parts
  ["början av november 2019", "2019-11-01/2019-11-10~"],
  ["i början av november 2019", "2019-11-01/2019-11-10~"],
  ["early November 2019", "2019-11-01/2019-11-10~"],
  ["mitten av november 2019", "2019-11-11~/2019-11-20~"],
  ["mid-November 2019", "2019-11-11~/2019-11-20~"],
  ["mid November 2019", "2019-11-11~/2019-11-20~"],
  ["in the middle of November 2019", "2019-11-11~/2019-11-20~"],
  ["slutet av november 2019", "2019-11-21~/2019-11-30"],
  ["i slutet på november 2019", "2019-11-21~/2019-11-30"],
  ["late November 2019", "2019-11-21~/2019-11-30"],
  ["late in November 2019", "2019-11-21~/2019-11-30"],
  ["the end of February 2020", "2020-02-21~/2020-02-29"],
  ["början till mitten av november 2019", "2019-11-01~/2019-11-20~"],
  ["början av 2019", "2019-01/2019-04~"],
  ["mid-2019", "2019-05~/2019-08~"],
  ["late 2019", "2019-09~/2019-12"],
  ["sen höst 2019", "2019-11~"],
  ["late winter 2019", "2020-02~"],
  ["slutet av 2010-talet", "2016~/2019"],
  ["början av 1900-talet", "1900/1933~"],
  // decades and centuries
  ["2010-talet", "201X"],
  ["på 2010–talet", "201X"],
  ["the 2010s", "201X"],
  ["the 2010's", "201X"],
  ["1900-talet", "19XX"],
  ["the 1900s", "19XX"],
  ["the 20th century", "19XX"],
  ["2000-talet", "20XX"],
  ["90-talet", "199X"],
  ["the '90s", "199X"],
  ["10-talet", "ambiguous-date"],
  ["mitten av 90-talet", "1993~/1996~"],
  ["början av 10-talet", "ambiguous-date"],
  ["omkring 2010-talet", "2010~/2019~"],
  // doubt
  ["omkring 2019", "2019~"],
  ["cirka november 2019", "2019-11~"],
  ["ca. 25 november 2019", "2019-11-25~"],
  ["c. 2019", "2019~"],
  ["about 2019", "2019~"],
  ["around November 2019", "2019-11~"],
  ["~2019", "2019~"],
  ["kanske 2019", "2019?"],
  ["troligen hösten 2019", "2019-23?"],
  ["possibly November 2019", "2019-11?"],
  ["november 2019?", "2019-11?"],
  ["5 november 2019 (osäkert)", "2019-11-05?"],
  ["kanske omkring 2019", "2019%"],
  ["kanske slutet av november 2019", "2019-11-21%/2019-11-30?"],
  // bounds
  ["före 2019", "../2019"],
  ["innan november 2019", "../2019-11"],
  ["before 25 November 2019", "../2019-11-25"],
  ["senast 25/11 2019", "../2019-11-25"],
  ["no later than autumn 2019", "../2019-23"],
  ["inte senare än 2019", "../2019"],
  ["November 2019 at the latest", "../2019-11"],
  ["odaterat, senast 23 november 2026", "../2026-11-23"],
  ["fram till 2019", "../2019"],
  ["t.o.m. november 2019", "../2019-11"],
  ["until 2019", "../2019"],
  ["by 2019", "../2019"],
  ["före slutet av november 2019", "../2019-11-30"],
  ["senast början av november 2019", "../2019-11-10~"],
  ["före 2010-talet", "../2019"],
  ["efter 2019", "2019/.."],
  ["after 25 November 2019", "2019-11-25/.."],
  ["tidigast hösten 2019", "2019-23/.."],
  ["från november 2019", "2019-11/.."],
  ["fr.o.m. 25 november 2019", "2019-11-25/.."],
  ["since 2019", "2019/.."],
  ["sedan 1990-talet", "1990/.."],
  ["2019 och framåt", "2019/.."],
  ["not before late November 2019", "2019-11-21~/.."],
  ["odaterat, tidigast i slutet av november 2019", "2019-11-21~/.."],
  ["tidigast i början av november 2019", "2019-11-01~/.."],
  ["kanske efter 2019", "2019?/.."],
  ["efter omkring 2019", "2019~/.."],
  ["någon gång efter november 2019", "2019-11/.."],
  // intervals
  ["mellan 2015 och 2019", "2015/2019"],
  ["mellan november 2019 och januari 2020", "2019-11/2020-01"],
  ["mellan november och december 2019", "2019-11/2019-12"],
  ["mellan 5 och 9 november 2019", "2019-11-05/2019-11-09"],
  ["mellan den 5:e och den 9:e november 2019", "2019-11-05/2019-11-09"],
  ["between 5 and 9 November 2019", "2019-11-05/2019-11-09"],
  ["mellan 2015–2019", "2015/2019"],
  ["2015–2019", "2015/2019"],
  ["2015 - 2019", "2015/2019"],
  ["2015—2019", "2015/2019"],
  ["2015–16", "2015/2016"],
  ["2015/16", "2015/2016"],
  ["2020–21", "2020/2021"],
  ["2020-21", "2020-21"],
  ["2010–12", "ambiguous-date"],
  ["2010-12", "2010-12"],
  ["5–9 november 2019", "2019-11-05/2019-11-09"],
  ["5-9 november 2019", "2019-11-05/2019-11-09"],
  ["November 5–9, 2019", "2019-11-05/2019-11-09"],
  ["25/11–30/11 2019", "2019-11-25/2019-11-30"],
  ["2019-11-25–2019-11-30", "2019-11-25/2019-11-30"],
  ["2019-11-25-2019-11-30", "2019-11-25/2019-11-30"],
  ["november–december 2019", "2019-11/2019-12"],
  ["november 2019–20 november 2020", "2019-11/2020-11-20"],
  ["mid-November–late December 2019", "2019-11-11~/2019-12-31"],
  ["hösten 2018 till våren 2019", "2018-23/2019-21"],
  ["november 2019 t.o.m. december 2019", "2019-11/2019-12"],
  ["från 2015 till 2019", "2015/2019"],
  ["från 2015–2019", "2015/2019"],
  ["from November 2019 to January 2020", "2019-11/2020-01"],
  ["from 5 November to 9 December 2019", "2019-11-05/2019-12-09"],
  ["från och med 2015 till och med 2019", "2015/2019"],
  ["tidigast 2015, senast 2019", "2015/2019"],
  ["efter 2015 men före 2019", "2015/2019"],
  ["after 2015 but before 2019", "2015/2019"],
  ["kanske mellan 2015 och 2019", "2015?/2019?"],
  ["mellan 1990-talet och 2010-talet", "1990/2019"],
  ["2020–2019", "end-before-start"],
  ["2020/2019", "end-before-start"],
  ["mellan december 2019 och november 2019", "end-before-start"],
  ["november–januari 2020", "end-before-start"],
  // not known
  ["okänt", "/2026-11-23"],
  ["Vet inte.", "/2026-11-23"],
  ["unknown", "/2026-11-23"],
  ["I don’t know", "/2026-11-23"],
  ["odaterat", "/2026-11-23"],
  ["?", "/2026-11-23"],
  // told by an event
  ["efter mejlet", "2019-11-21~/.."],
  ["Efter mailet", "2019-11-21~/.."],
  ["after the e-mail", "2019-11-21~/.."],
  ["after the email", "2019-11-21~/.."],
  ["efter mejlet från Kramfors till Huddinge", "2019-11-21~/.."],
  ["före mejlet", "../2019-11-30"],
  ["före utredningen", "../2019-11"],
  ["before the investigation", "../2019-11"],
  ["sedan utredningen börjat", "2019-11/.."],
  ["after the investigation began", "2019-11/.."],
  ["strax efter utredningen", "2019-11/.."],
  ["kanske efter utredningen", "2019-11?/.."],
  ["efter analysen", "2019-23/.."],
  ["efter förvaltningens analys", "2019-23/.."],
  ["före artikeln", "/2026-11-23"],
  ["efter debatten", "2010/.."],
  ["efter mötet", "/2026-11-23"],
  ["mellan utredningen och mejlet", "2019-11/2019-11-30"],
  ["efter utredningen men före 2020", "2019-11/2020"],
  ["från utredningen till mejlet", "2019-11/2019-11-30"],
  ["efter beslutet", "which-one"],
  ["efter beslutet i nämnden", "2019-10-02/.."],
  ["after the council's decision", "2020-01-15/.."],
  ["efter kriget", "not-understood"],
  ["mejlet", "not-understood"],
  ["dagen efter mejlet", "not-understood"],
  ["efter", "not-understood"],
  // no such day
  ["31 februari 2019", "impossible-date"],
  ["29 februari 2019", "impossible-date"],
  ["30/2", "impossible-date"],
  ["30/2 2019", "impossible-date"],
  ["2019-02-30", "impossible-date"],
  ["2019-13", "impossible-date"],
  ["2019-13-01", "impossible-date"],
  ["2019-00", "impossible-date"],
  ["25/13 2019", "impossible-date"],
  ["13/13/2019", "impossible-date"],
  ["32 november 2019", "impossible-date"],
  ["tisdag 25 november 2019", "impossible-date"],
  ["2019-02-30/2019-03-01", "impossible-date"],
  ["mellan 30 februari och 3 mars 2019", "impossible-date"],
  ["före 31 november 2019", "impossible-date"],
  // several days
  ["3/4/2019", "ambiguous-date"],
  ["03-04-2019", "ambiguous-date"],
  ["3.4.2019", "ambiguous-date"],
  ["jul 2019", "ambiguous-date"],
  ["25 jul 2019", "2019-07-25"],
  // nothing
  ["", "empty"],
  [" \u00a0\n", "empty"],
  ["25 november", "not-understood"],
  ["november", "not-understood"],
  ["5", "not-understood"],
  ["i den", "not-understood"],
  ["in a while", "not-understood"],
  ["2019 2020", "not-understood"],
  ["november hösten 2019", "not-understood"],
  ["2019 eller 2020", "not-understood"],
  ["191125", "not-understood"],
  ["kl. 14.02", "not-understood"],
  ["-", "not-understood"],
  ["mellan", "not-understood"],
  ["mellan november 2019 och", "not-understood"],
  ["2019–", "not-understood"],
  ["november 2019 – ?", "not-understood"],
  ["sen vinter 9999", "impossible-date"],
])("%j is read as %s", (text, expected) => {
  expect(answer(text)).toBe(expected);
});

describe("what is said beside the date", () => {
  test("a winter says which December it begins in", () => {
    for (const text of ["vintern 2019", "efter vintern 2019", "2019-24"]) {
      expect(readDate(text, context, now)).toMatchObject({ ok: true, note: { about: "winter", year: 2019 } });
    }
  });

  test("a date told by an event says which event, on which side of it, and whether that gave a date", () => {
    expect(readDate("efter mejlet", context, now)).toEqual({
      ok: true,
      edtf: "2019-11-21~/..",
      note: { about: "anchor", ids: ["email"], side: "after", dated: true },
    });
    expect(readDate("före artikeln", context, now)).toMatchObject({
      note: { about: "anchor", ids: ["article"], side: "before", dated: false },
    });
    expect(readDate("efter mötet", context, now)).toMatchObject({
      note: { about: "anchor", ids: ["meeting"], side: "after", dated: false },
    });
    expect(readDate("mellan utredningen och mejlet", context, now)).toMatchObject({
      note: { about: "anchor", ids: ["investigation", "email"], side: "between", dated: true },
    });
  });

  test("an unknown date says that it is, and an ordinary one says nothing", () => {
    expect(readDate("okänt", context, now)).toMatchObject({ note: { about: "unknown" } });
    expect(readDate("2019", context, now)).toMatchObject({ note: null });
  });

  test("an ambiguous date comes with all it can mean, also inside a longer phrase", () => {
    const readings = (text: string) => {
      const result = readDate(text, context, now);
      return "readings" in result ? result.readings : null;
    };
    expect(readings("3/4/2019")).toEqual(["2019-04-03", "2019-03-04"]);
    expect(readings("före 3/4/2019")).toEqual(["../2019-04-03", "../2019-03-04"]);
    expect(readings("2010–12")).toEqual(["2010-12", "2010/2012"]);
    expect(readings("20-talet")).toEqual(["202X", "192X"]);
    expect(readings("27 oktober 2019 kl. 02.30")).toEqual([
      "2019-10-27T02:30:00+02:00",
      "2019-10-27T02:30:00+01:00",
    ]);
  });

  test("several events of one name are all offered", () => {
    expect(readDate("efter beslutet", context, now)).toMatchObject({
      reason: "which-one",
      candidates: [{ id: "decision-a" }, { id: "decision-b" }],
    });
  });

  test("a day without a year says that the year is missing", () => {
    for (const text of [
      "25 november",
      "25/11",
      "hösten",
      "början av november",
      "vecka 47",
      "före november",
    ]) {
      expect(readDate(text, context, now)).toMatchObject({ reason: "not-understood", missing: "year" });
    }
    expect(readDate("soon", context, now)).toMatchObject({ reason: "not-understood", missing: null });
  });
});

test("every anchor is found by its own name, unless another has the same", () => {
  for (const { id, names } of anchors) {
    for (const name of names) {
      const words = readDate(`efter ${name}`, context, now);
      expect(words).toMatchObject({ ok: true, note: { ids: [id] } });
    }
  }
});

describe("whatever is typed", () => {
  const piece = fc.constantFrom(
    ..."25 november 2019 – - / . ~ ? i av mellan och till före efter början mid- kl 14.02 3/4/2019 2019-11-25 vecka mejlet 2010-talet omkring \u00a0 x".split(
      " ",
    ),
  );

  test("the answer is EDTF that the record takes, or one of the reasons", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(" ")),
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const result = readDate(text, context, now);
        if (result.ok) {
          expect(parseEdtf(result.edtf).ok).toBe(true);
          expect(result.edtf.length).toBeLessThanOrEqual(60);
        } else if ("readings" in result) {
          expect(result.readings.length).toBeGreaterThan(1);
          for (const reading of result.readings) expect(parseEdtf(reading).ok).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test.each(["2019-", "–", " ", "mellan och ", "9", "å", "mid-", "~", "\u00a0x", "/"])(
    "a text far too long costs no more for its length than reading it: %j",
    (text) => {
      const long = (size: number) => text.repeat(size / text.length);
      const read = (size: number) => readDate(long(size), context, now);
      expect(growth(read, { small: 10_000, large: 100_000 })).toBeLessThan(25);
    },
  );

  test.each(["2019-", "–", "1 och 2 ", "till ", "efter mejlet till ", "mid-", "~?", "1/2"])(
    "the worst that is short enough costs no more than the square of its length: %j",
    (text) => {
      const short = (size: number) => `mellan ${text.repeat(size / text.length)}`.slice(0, size + 9);
      expect(growth((size) => readDate(short(size), context, now), { small: 38, large: 190 })).toBeLessThan(
        50,
      );
    },
  );
});
