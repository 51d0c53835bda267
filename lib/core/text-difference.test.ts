import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth } from "../../e2e/fixtures/growth.ts";
import { type Difference, fieldDifferences, type Json, wordDifference } from "./text-difference.ts";

/** Removed in [-…-], added in {+…+}. */
const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `{+${text}+}`))
    .join("");
const joined = (differences: readonly Difference[], kind: "removed" | "added") =>
  differences
    .filter((difference) => difference.kind === "same" || difference.kind === kind)
    .map(({ text }) => text)
    .join("");

describe("two texts", () => {
  test.each([
    ["", "", ""],
    ["Samma text.", "Samma text.", "Samma text."],
    ["", "Ny text.", "{+Ny text.+}"],
    ["Gammal text.", "", "[-Gammal text.-]"],
    [
      "Huddinge kommun har ljugit.",
      "Kramfors kommun har ljugit.",
      "[-Huddinge-]{+Kramfors+} kommun har ljugit.",
    ],
    ["Det är ovärdigt.", "Det är värdigt.", "Det är [-ovärdigt-]{+värdigt+}."],
    ["år för år", "år från år", "år [-för-]{+från+} år"],
    ["De flyttade.", "De som flyttade.", "De {+som +}flyttade."],
    ["Slut.", "Slut!", "Slut[-.-]{+!+}"],
    ["ett, två", "ett två", "ett[-,-] två"],
    ["a b c slut", "x y z slut", "[-a b c-]{+x y z+} slut"],
    ["mejl-svaret", "e-postsvaret", "[-mejl-svaret-]{+e-postsvaret+}"],
    ["De  som", "De som", "De [- -]som"],
    ["Ett.\nTvå.", "Ett.\n\nTvå.", "Ett.\n{+\n+}Två."],
    ["ett", "ett två", "ett{+ två+}"],
    ["  ett", "ett", "[-  -]ett"],
    ["A\u030angest kom", "A\u030angest gick", "A\u030angest [-kom-]{+gick+}"],
  ])("%j and %j differ as %j", (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test("no two neighbours are of one kind, and none is empty", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const differences = wordDifference(before, after);
        expect(differences.every(({ text }) => text !== "")).toBe(true);
        expect(differences.every(({ kind }, at) => kind !== differences[at + 1]?.kind)).toBe(true);
      }),
    );
  });

  test("what is the same and what was removed make the text before; same and added, the text after", () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const differences = wordDifference(before, after);
        expect(joined(differences, "removed")).toBe(before);
        expect(joined(differences, "added")).toBe(after);
      }),
      { numRuns: 1000 },
    );
  });
});

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(fc.constantFrom("ett", "två", "tre", "å", " ", " ", "  ", "\n", "\n\n", ".", "-", "’"), {
      maxLength: 40,
    })
    .map((parts) => parts.join("")),
);

describe("long texts", () => {
  const words = (count: number, seed: number) =>
    Array.from({ length: count }, (_, n) => `ord${(n * 7919 + seed * 104_729) % 50_021}`).join(" ");
  const whole = (before: string, after: string) => {
    const differences = wordDifference(before, after);
    expect(joined(differences, "removed")).toBe(before);
    expect(joined(differences, "added")).toBe(after);
    return differences;
  };

  test("100 kB with a few words changed are compared by words", () => {
    const before = words(12_000, 1);
    expect(before.length).toBeGreaterThan(100_000);
    const [, , third = ""] = before.split(" ");
    const after = before.replace(` ${third} `, " annat ").concat(" sist");
    expect(
      whole(before, after)
        .filter(({ kind }) => kind !== "same")
        .map(({ text }) => text),
    ).toEqual([third, "annat", " sist"]);
  });

  test("100 kB that have many words changed are compared by lines", () => {
    const lines = Array.from({ length: 1000 }, (_, n) => words(12, n));
    const before = lines.join("\n");
    const after = lines.map((line, n) => (n % 5 === 0 ? words(12, n + 5000) : line)).join("\n");
    const differences = whole(before, after);
    expect(differences.filter(({ kind }) => kind === "removed")).toHaveLength(200);
    expect(differences.find(({ kind }) => kind === "removed")?.text).toBe(lines[0]);
  });

  test("100 kB that have nothing in common are told as wholes", () => {
    expect(whole("a ".repeat(50_000), "b ".repeat(50_000)).map(({ kind }) => kind)).toContain("removed");
    const many = (word: string) => Array.from({ length: 10_000 }, (_, n) => `${word}${n}`).join("\n");
    expect(whole(many("före"), many("efter")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
    whole(" ".repeat(100_000), `${"\n ".repeat(50_000)}x`);
    whole("-".repeat(100_000), "-'".repeat(50_000));
  });

  test("ten times the lines, every fifth of them changed, take no more than the square of that", () => {
    const changed = (size: number, seed: number) =>
      Array.from({ length: size }, (_, n) => words(12, n % 5 === 0 ? n + seed : n)).join("\n");
    const texts = new Map([40, 400].map((size) => [size, [changed(size, 0), changed(size, 5000)] as const]));
    const compare = (size: number) => wordDifference(...(texts.get(size) ?? ["", ""]));
    expect(growth(compare, { small: 40, large: 400, tries: 2 })).toBeLessThan(150);
  });

  test.each<[string, (size: number) => readonly [string, string]]>([
    ["that have nothing in common", (size) => ["a ".repeat(size * 6), "b ".repeat(size * 6)]],
    ["of space", (size) => [" ".repeat(size * 12), `${"\n ".repeat(size * 6)}x`]],
    ["of signs", (size) => ["-".repeat(size * 12), "-'".repeat(size * 6)]],
  ])("ten times the text %s takes little more than ten times as long", (_, texts) => {
    const compare = (size: number) => wordDifference(...texts(size));
    expect(growth(compare, { small: 480, large: 4800, tries: 2 })).toBeLessThan(40);
  });
});

describe("two versions of a row", () => {
  test("fields are named with dots, and places in arrays with numbers", () => {
    expect(
      fieldDifferences(
        { text: { sv: "ljög", en: "lied" }, interests: [{ gainsIf: "claim_true" }], number: 1 },
        {
          text: { sv: "ljuger", en: "lied" },
          interests: [{ gainsIf: "neither" }, { about: true }],
          number: 2,
        },
      ),
    ).toEqual([
      { field: "text.sv", before: "ljög", after: "ljuger" },
      { field: "interests.0.gainsIf", before: "claim_true", after: "neither" },
      { field: "number", before: "1", after: "2" },
      { field: "interests.1.about", before: null, after: "true" },
    ]);
  });

  test("a version that does not exist has no fields", () => {
    expect(fieldDifferences(null, { slug: "a" })).toEqual([{ field: "slug", before: null, after: "a" }]);
    expect(fieldDifferences({ slug: "a" }, null)).toEqual([{ field: "slug", before: "a", after: null }]);
    expect(fieldDifferences(null, null)).toEqual([]);
  });

  test("null, absent and empty are the same nothing; an empty text, 0 and false are something", () => {
    expect(fieldDifferences({ a: null, b: [], c: {} }, {})).toEqual([]);
    expect(fieldDifferences({}, { a: "", b: 0, c: false })).toEqual([
      { field: "a", before: null, after: "" },
      { field: "b", before: null, after: "0" },
      { field: "c", before: null, after: "false" },
    ]);
  });

  test("a value that became an object is both removed and added", () => {
    expect(fieldDifferences({ note: "x" }, { note: { sv: "x" } })).toEqual([
      { field: "note", before: "x", after: null },
      { field: "note.sv", before: null, after: "x" },
    ]);
  });

  test("what every saving changes is left out, at any depth", () => {
    const row = (n: number): Json => ({
      id: `id${n}`,
      revision: n,
      createdBy: `by${n}`,
      publishedAt: `at${n}`,
      updatedAt: `at${n}`,
      appearances: [{ id: `id${n}`, quote: "ljugit" }],
    });
    expect(fieldDifferences(row(1), row(2))).toEqual([]);
  });

  test("names that JavaScript keeps for itself are names like others", () => {
    const parsed: Json = JSON.parse('{"__proto__": {"x": "1"}, "constructor": "2"}');
    expect(fieldDifferences(null, parsed).map(({ field }) => field)).toEqual(["__proto__.x", "constructor"]);
  });

  test("any version differs from itself in nothing, and turning round exchanges before and after", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const [x, y]: Json[] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
        if (x === undefined || y === undefined) return;
        expect(fieldDifferences(x, x)).toEqual([]);
        const turned = fieldDifferences(y, x).map(
          ({ field, before, after }) => `${field}|${after}|${before}`,
        );
        expect(new Set(turned)).toEqual(
          new Set(fieldDifferences(x, y).map(({ field, before, after }) => `${field}|${before}|${after}`)),
        );
      }),
    );
  });
});
