import { describe, expect, test } from "vitest";
import { LOCALES } from "../language/language.ts";
import { dayIn, edtfIn, isZone, momentsShowing, SWEDEN } from "../zone.ts";
import { zoneName } from "../zone-schema.ts";
import { dateWords, htmlDate } from "./date-words.ts";
import { readDate } from "./date-words-read.ts";

test.each([
  ["2019-23", "hösten 2019", "autumn 2019"],
  ["2019-11", "november 2019", "November 2019"],
  ["2019-11-05", "5 november 2019", "5 November 2019"],
  ["2019", "2019", "2019"],
  ["2019~", "omkring 2019", "about 2019"],
  ["2019-11-05?", "5 november 2019 (osäkert)", "5 November 2019 (uncertain)"],
  ["2019-11-21~/2019-11-30", "slutet av november 2019", "late November 2019"],
  ["2019-11-01/2019-11-10", "början av november 2019", "early November 2019"],
  ["2019-11-11/2019-11-20", "mitten av november 2019", "mid-November 2019"],
  ["2019-11/2019-12", "november 2019–december 2019", "November 2019–December 2019"],
  ["2019-23/..", "odaterat, tidigast hösten 2019", "undated, autumn 2019 at the earliest"],
  [
    "2019-11-21~/..",
    "odaterat, tidigast i slutet av november 2019",
    "undated, late November 2019 at the earliest",
  ],
  ["/2026-11-23", "odaterat, senast 23 november 2026", "undated, 23 November 2026 at the latest"],
  ["201X", "2010-talet", "the 2010s"],
])("%s is %s in Swedish and %s in English", (edtf, sv, en) => {
  expect(dateWords(edtf, "sv", SWEDEN)).toBe(sv);
  expect(dateWords(edtf, "en", SWEDEN)).toBe(en);
});

test("only a year, a month or a day that is certain becomes a machine date", () => {
  expect(["2019", "2019-11", "2019-11-05"].map(htmlDate)).toEqual(["2019", "2019-11", "2019-11-05"]);
  expect(["2019-23", "2019~", "2019-11/..", "201X"].map(htmlDate)).toEqual([null, null, null, null]);
});

test.each([
  ["2019-01-22T00:30:00+01:00", SWEDEN, "22 januari 2019 kl. 00:30", "22 January 2019 at 00:30"],
  ["2019-01-21T23:30:00Z", SWEDEN, "22 januari 2019 kl. 00:30", "22 January 2019 at 00:30"],
  ["2020-03-03T14:05:00+01:00", SWEDEN, "3 mars 2020 kl. 14:05", "3 March 2020 at 14:05"],
  [
    "2019-10-27T02:30:00+02:00",
    SWEDEN,
    "27 oktober 2019 kl. 02:30 (sommartid)",
    "27 October 2019 at 02:30 (summer time)",
  ],
  [
    "2019-10-27T02:30:00+01:00",
    SWEDEN,
    "27 oktober 2019 kl. 02:30 (vintertid)",
    "27 October 2019 at 02:30 (winter time)",
  ],
  [
    "2017-11-08T01:30:00Z",
    "America/New_York",
    "7 november 2017 kl. 20:30 (New York)",
    "7 November 2017 at 20:30 (New York)",
  ],
  ["2017-11-08", "America/New_York", "8 november 2017", "8 November 2017"],
  [
    "2017-11-08T01:30:00Z/..",
    "Pacific/Kiritimati",
    "odaterat, tidigast 8 november 2017 kl. 15:30 (Kiritimati)",
    "undated, 8 November 2017 at 15:30 (Kiritimati) at the earliest",
  ],
])("%s in %s is %s, and %s", (edtf, zone, sv, en) => {
  expect([dateWords(edtf, "sv", zone), dateWords(edtf, "en", zone)]).toEqual([sv, en]);
});

const NOW = new Date(Date.UTC(2020, 0, 1));
const ZONES = [
  ...[SWEDEN, "UTC", "America/New_York", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe"],
  ...["Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Casablanca", "Europe/Dublin"],
];

describe.each(ZONES)("a time of day in %s", (zone) => {
  // Every quarter of an hour round both changes of 2019, and one in the year of each kind.
  const HOUR = 3_600_000;
  const around = [Date.UTC(2019, 2, 10), Date.UTC(2019, 2, 31), Date.UTC(2019, 9, 27), Date.UTC(2019, 10, 3)];
  const moments = [...around, Date.UTC(2019, 3, 7), Date.UTC(2019, 9, 6), Date.UTC(1969, 6, 20)].flatMap(
    (day) => Array.from({ length: 120 }, (_, at) => day - 6 * HOUR + at * (HOUR / 4)),
  );

  test("is read back as the moment it was, in both languages, and its day is that of its clocks", () => {
    for (const moment of moments) {
      const text = edtfIn(new Date(moment).toISOString().replace(".000", ""), zone);
      expect(Date.parse(text)).toBe(moment);
      expect(text.slice(0, 10)).toBe(dayIn(moment, zone));
      for (const locale of LOCALES) {
        const words = dateWords(text, locale, zone);
        expect(words).not.toMatch(zone === "UTC" ? /GMT/ : /UTC|GMT/);
        expect(readDate(words, { zone, anchors: [] }, NOW)).toMatchObject({ ok: true, edtf: text });
      }
    }
  });

  test("that clocks showed never or twice is asked about in its own words", () => {
    const shown = moments.map((moment) => moment + Number(zone.length));
    for (const wall of shown.map((at) => Math.floor(at / 60_000) * 60_000)) {
      const text = new Date(wall).toISOString().slice(0, 16);
      const read = readDate(text, { zone, anchors: [] }, NOW);
      const times = momentsShowing(wall, zone).length;
      expect(read.ok ? "read" : read.reason).toBe(["hour-missing", "read", "hour-twice"][times]);
    }
  });
});

test("a zone is one that there is, under a name of its own", () => {
  expect(ZONES.every(isZone)).toBe(true);
  const wrong = [
    "",
    "Sverige",
    "+01:00",
    "Europe/Atlantis",
    "Europe/Stockholm ",
    "../etc/passwd",
    "CET-1",
    "Europe/",
  ];
  expect(wrong.filter(isZone)).toEqual([]);
  expect(zoneName.safeParse(" Europe/Stockholm ").data).toBe(SWEDEN);
  expect(zoneName.safeParse("Europe/Atlantis").error?.issues[0]?.message).toBe("not-a-zone");
});
