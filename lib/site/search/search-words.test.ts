import fc from "fast-check";
import { expect, test } from "vitest";
import { steps, wordsQuery } from "./search-match.ts";
import { readWords } from "./search-words.ts";

const nothing = { known: new Map(), meant: new Map(), parties: new Map() };
/** What was typed, as a query of words nobody knows. */
const query = (typed: string) => wordsQuery(readWords(typed), nothing);

test.each([
  ["två ord", "('två') & ('ord' | 'ord':*)"],
  ["Två ORD", "('två') & ('ord' | 'ord':*)"],
  ['"två ord"', "('två' <-> 'ord')"],
  ["”två ord” tre", "('två' <-> 'ord') & ('tre' | 'tre':*)"],
  ["kommun -huddinge", "('kommun') & !('huddinge')"],
  ['kommun -"social dumpning"', "('kommun') & !(('social' <-> 'dumpning'))"],
  ["08-nytt", "(('08' <-> ('nytt' | 'nytt':*)) | '08nytt':*)"],
  ["idé", "('ide' | 'ide':*)"],
  ["kommun or region", "(('kommun') | ('region' | 'region':*))"],
  ["är det sant att kommunen ljuger", "('kommunen') & ('ljuger' | 'ljuger':*)"],
  // Nothing else was asked for.
  ["är det sant", "('är') & ('det') & ('sant' | 'sant':*)"],
  ["a", "'a'"],
  ["...", ""],
  ["or", "('or' | 'or':*)"],
  ["-", ""],
])("%s is looked for as %s", (typed, made) => {
  expect(query(typed).replaceAll(/\(('[^']*')\)/g, "$1")).toBe(made.replaceAll(/\(('[^']*')\)/g, "$1"));
});

test("whatever is typed, quotation marks and parentheses of the query are closed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
      const bare = query(typed).replaceAll(/'[^']*'/g, "");
      expect(bare).not.toContain("'");
      expect([...bare].filter((sign) => sign === "(").length).toBe(
        [...bare].filter((sign) => sign === ")").length,
      );
    }),
  );
});

test.each([
  ["huddinge", "huddinge", 0],
  ["hudinge", "huddinge", 1],
  ["huddinnge", "huddinge", 1],
  ["hudidnge", "huddinge", 1],
  ["hxddinge", "huddinge", 1],
  ["forvaltning", "förvaltning", 0],
  ["kramfors", "huddinge", 8],
])("from %s to %s is %i steps", (from, to, count) => {
  expect(steps(from, to)).toBe(count);
});
