import { describe, expect, test } from "vitest";
import { findQuote } from "../../intake/quote/quote-find.ts";
import { AROUND, asCarried, excerptOf, segmentsOf, wholeWords, writtenOut } from "./snapshot-passage.ts";

const PAGE =
  "Nämnden beslutade  att avslå ansökan.\nKom-\nmunen betalade 1,5 miljoner kronor\ntill Exempelby:s skola.";
const place = (words: string) => ({ start: PAGE.indexOf(words), end: PAGE.indexOf(words) + words.length });
const cut = ({ start, end }: { start: number; end: number }) => PAGE.slice(start, end);

describe("a selection becomes a passage", () => {
  test.each([
    ["beslutade", "beslutade"],
    ["eslutade  at", "beslutade  att"],
    ["  att avslå ", "att avslå"],
    [",5 milj", "1,5 miljoner"],
    ["munen betal", "Kom-\nmunen betalade"],
    ["till Exempelby", "till Exempelby:s"],
    ["ansökan", "ansökan"],
    ["ansökan.", "ansökan."],
  ])("%j is %j", (selected, passage) => {
    const found = wholeWords(PAGE, place(selected));
    expect(found && cut(found)).toBe(passage);
  });

  test("space alone is none", () => {
    expect(wholeWords(PAGE, place("  "))).toBeNull();
    expect(wholeWords("", { start: 0, end: 0 })).toBeNull();
  });

  test("far into a long page the offsets are the page's own", () => {
    const long = `${"ord ".repeat(5000)}Avslaget ${"ord ".repeat(5000)}`;
    const start = long.indexOf("slaget");
    const found = wholeWords(long, { start, end: start + 3 });
    expect(found && long.slice(found.start, found.end)).toBe("Avslaget");
  });

  test("whatever is selected, the passage is one that is found again in the copy", () => {
    for (let start = 0; start < PAGE.length; start += 1) {
      for (let end = start + 1; end <= PAGE.length; end += 7) {
        const found = wholeWords(PAGE, { start, end });
        if (!found) continue;
        const again = findQuote([{ number: 1, text: PAGE }], writtenOut(PAGE, found), { start: found.start });
        expect(again, JSON.stringify(PAGE.slice(start, end))).toMatchObject(found);
      }
    }
  });
});

test("a passage is written on one line, with its divided words whole and nothing that cannot be seen", () => {
  expect(writtenOut(PAGE, place("ansökan.\nKom-\nmunen"))).toBe("ansökan. Kommunen");
  const hidden = "För\u00advaltningen\u200b \t sade\u2028nej";
  expect(writtenOut(hidden, { start: 0, end: hidden.length })).toBe("Förvaltningen sade nej");
});

describe("a quotation in its context", () => {
  const text = `${"före ".repeat(100)}orden${" efter".repeat(100)}`;
  const words = { start: 500, end: 505 };

  test("has no more around it than it may, and no word that is cut", () => {
    for (let shift = 0; shift < 12; shift += 1) {
      const moved = "x".repeat(shift) + text;
      const {
        before,
        words: quoted,
        after,
        cut: goesOn,
      } = excerptOf(moved, {
        start: words.start + shift,
        end: words.end + shift,
      });
      expect(quoted).toBe("orden");
      expect(before.length).toBeLessThanOrEqual(AROUND);
      expect(after.length).toBeLessThanOrEqual(AROUND);
      expect(
        before
          .trim()
          .split(/\s+/)
          .every((word) => word === "före"),
      ).toBe(true);
      expect(
        after
          .trim()
          .split(/\s+/)
          .every((word) => word === "efter"),
      ).toBe(true);
      expect(goesOn).toEqual({ before: true, after: true });
    }
  });

  test("has all of a short page, and says that there is no more", () => {
    expect(excerptOf("Han sade nej i går.", { start: 9, end: 12 })).toEqual({
      before: "Han sade ",
      words: "nej",
      after: " i går.",
      cut: { before: false, after: false },
    });
  });

  test("has nothing of a word longer than the context", () => {
    const long = `${"a".repeat(400)}-orden-${"b".repeat(400)}`;
    expect(excerptOf(long, { start: 400, end: 407 })).toMatchObject({ before: "", after: "" });
  });
});

describe("a page in segments", () => {
  const text = "ett två tre fyra";

  test("is cut where passages begin and end, also where they overlap", () => {
    const found = segmentsOf(text, [
      { id: "a", start: 4, end: 11 },
      { id: "b", start: 8, end: 16 },
      { id: "c", start: 4, end: 7 },
    ]);
    expect(found.map((segment) => [segment.text, segment.passages, segment.begins])).toEqual([
      ["ett ", [], []],
      ["två", ["a", "c"], ["a", "c"]],
      [" ", ["a"], []],
      ["tre", ["a", "b"], ["b"]],
      [" fyra", ["b"], []],
    ]);
    expect(found.map((segment) => segment.text).join("")).toBe(text);
  });

  test("leaves out passages that cannot be in it", () => {
    const wrong = [
      { id: "a", start: -1, end: 3 },
      { id: "b", start: 5, end: 5 },
      { id: "c", start: 9, end: 99 },
    ];
    expect(segmentsOf(text, wrong)).toEqual([{ text, start: 0, passages: [], begins: [] }]);
    expect(segmentsOf("", wrong)).toEqual([]);
  });
});

test("line ends are carried without a character more or less", () => {
  expect(asCarried("a\r\nb\rc\nd")).toBe("a \nb\nc\nd");
});
