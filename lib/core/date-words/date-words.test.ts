import { expect, test } from "vitest";
import { dateWords, htmlDate } from "./date-words.ts";

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
  expect(dateWords(edtf, "sv")).toBe(sv);
  expect(dateWords(edtf, "en")).toBe(en);
});

test("only a year, a month or a day that is certain becomes a machine date", () => {
  expect(["2019", "2019-11", "2019-11-05"].map(htmlDate)).toEqual(["2019", "2019-11", "2019-11-05"]);
  expect(["2019-23", "2019~", "2019-11/..", "201X"].map(htmlDate)).toEqual([null, null, null, null]);
});
