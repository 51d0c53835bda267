import fc from "fast-check";
import { expect, test } from "vitest";
import { LONGEST_QUERY, MOST_WORDS, parseSearch, searchPath } from "./search-schema.ts";

const empty = { q: "", rating: null, party: null, from: null, to: null, page: 1 };

test("an empty address is a search for everything", () => {
  expect(parseSearch({})).toEqual({ ...empty, notes: [] });
});

test("every part that cannot be read is left out and named", () => {
  const search = parseSearch({
    page: "-1",
    rating: "best",
    party: "x' OR 1=1",
    from: "yesterday",
    to: "2019-02-30",
  });
  expect(search).toEqual({ ...empty, notes: ["rating", "party", "from", "to", "page"] });
});

test("dates the wrong way round are not used", () => {
  expect(parseSearch({ from: "2020-01-01", to: "2019-01-01" })).toEqual({ ...empty, notes: ["order"] });
  // A year that the calendar of the database has not.
  expect(parseSearch({ from: "0000-01-01", to: "0000-12-31" })).toEqual({ ...empty, notes: ["from", "to"] });
});

test("a search of ten thousand characters is cut and the reader is told", () => {
  const search = parseSearch({ q: "å".repeat(10_000) });
  expect(search.q).toHaveLength(LONGEST_QUERY);
  expect(search.notes).toEqual(["long"]);
});

test("NUL, bidirectional marks and lone surrogates never reach the database", () => {
  const { q, notes } = parseSearch({ q: "du\u0000mp\u202Ening\ud800" });
  expect(q).toBe("dumpning");
  expect(notes).toEqual(["characters"]);
});

test("whatever is typed, the result can be sent and read back", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.string(),
      fc.string(),
      (q, rating, page) => {
        const { notes, ...search } = parseSearch({ q, rating, page });
        const again = parseSearch(Object.fromEntries(new URL(searchPath(search), "http://x").searchParams));
        expect(again).toEqual({ ...search, notes: [] });
      },
    ),
  );
});

test("of many words the first are looked for, and the reader is told", () => {
  const words = Array.from({ length: MOST_WORDS + 1 }, (_, at) => `ord${at}`);
  expect(parseSearch({ q: words.slice(1).join(" ") }).notes).toEqual([]);
  const { q, notes } = parseSearch({ q: words.join(" ") });
  expect([q, notes]).toEqual([words.slice(0, -1).join(" "), ["words"]]);
});
