import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressTitle, isNamedByAddress, toldApart } from "./source-title.ts";

const both = (text: string) => ({ sv: text, en: text });

describe("a source that nobody has named", () => {
  test("is called by its address, with what tells it from the next page of the same site", () => {
    expect(addressTitle("https://sidor.exempelby.example:3997/nyhet?id=1")).toBe(
      "sidor.exempelby.example:3997/nyhet?id=1",
    );
    expect(addressTitle("https://exempelby.example/")).toBe("exempelby.example");
  });

  test.each([
    ["exempelby.example/nyhet?id=2", true],
    // As it was called before what stands after the question mark was part of it.
    ["exempelby.example/nyhet", true],
    ["", true],
    ["Simhallen stängs", false],
    ["exempelby.example/annan", false],
  ])("is known by that: %s, %s", (title, is) => {
    expect(isNamedByAddress(both(title), "https://exempelby.example/nyhet?id=2")).toBe(is);
    expect(isNamedByAddress(both(title), null)).toBe(false);
    // Whoever has named it in one language has named it.
    expect(
      isNamedByAddress({ sv: title, en: "The pool closes" }, "https://exempelby.example/nyhet?id=2"),
    ).toBe(false);
  });
});

test("no two sources of a list are called the same, and what is called as no other keeps its name", () => {
  const source = fc.record({
    id: fc.uuid(),
    title: fc.record({ sv: fc.constantFrom("Nyhet", "Start", "Brev"), en: fc.constantFrom("News", "Start") }),
    url: fc.constantFrom(null, "https://a.example/", "https://a.example/?id=1", "https://a.example/?id=2"),
    made: fc.constantFrom("1999", "1999-05"),
  });
  const lists = fc.uniqueArray(source, { selector: ({ id }) => id, maxLength: 12 });
  fc.assert(
    fc.property(lists, (sources) => {
      const told = toldApart(sources);
      for (const language of ["sv", "en"] as const) {
        const names = sources.map(({ id }) => told.get(id)?.[language]);
        expect(new Set(names).size).toBe(sources.length);
        for (const { id, title } of sources)
          if (sources.filter((each) => each.title[language] === title[language]).length === 1)
            expect(told.get(id)?.[language]).toBe(title[language]);
      }
    }),
    { numRuns: 60 },
  );
});
