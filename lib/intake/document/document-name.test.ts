import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentDisposition, safeName } from "./document-name.ts";

describe("a name that is safe to show and to save", () => {
  test.each([
    ["Protokoll 2026-03-14 § 12.pdf", "Protokoll 2026-03-14 § 12.pdf"],
    ["Räksmörgås.PDF", "Räksmörgås.pdf"],
    ["../../etc/passwd", "passwd.pdf"],
    ["..\\..\\windows\\win.ini", "win.ini.pdf"],
    ["con.pdf", "_con.pdf"],
    ["NUL.tar.pdf", "_NUL.tar.pdf"],
    ["com¹.pdf", "_com¹.pdf"],
    ["konto.pdf", "konto.pdf"],
    ["faktura\u202efdp.exe", "fakturafdp.exe.pdf"],
    ["zero\u200bwidth\ufeff.pdf", "zerowidth.pdf"],
    ["a\"b'c.pdf", "a_b'c.pdf"],
    ["a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf"],
    ["nul\u0000byte.pdf", "nulbyte.pdf"],
    ["🙂 bilaga.pdf", "🙂 bilaga.pdf"],
    ["\ud800.pdf", "document.pdf"],
    ["   ...   ", "document.pdf"],
    ["", "document.pdf"],
    [".htaccess", "htaccess.pdf"],
    ["$(rm -rf ~).pdf", "_(rm -rf ~).pdf"],
    ["e\u0301.pdf", "\u00e9.pdf"],
  ])("%j is shown as %j", (hostile, safe) => expect(safeName(hostile, "pdf")).toBe(safe));

  test("has the extension of what the file is", () => {
    expect(safeName("bild.jpeg", "jpeg")).toBe("bild.jpeg");
    expect(safeName("bild.exe", "jpeg")).toBe("bild.exe.jpg");
    expect(safeName("tabell", "csv")).toBe("tabell.csv");
  });

  test("of 5,000 letters fits every file system and keeps its extension", () => {
    const name = safeName(`${"å".repeat(5_000)}.pdf`, "pdf");
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^å+\.pdf$/);
  });

  test("never cuts through a character, nor between a letter and its marks", () => {
    expect(safeName("👩‍👩‍👧".repeat(200), "pdf")).toMatch(/^(?:👩👩👧)+(?:👩|👩👩)?\.pdf$/u);
    expect(safeName(`q${"\u0302".repeat(5_000)}.pdf`, "pdf")).toBe("document.pdf");
  });

  test("is safe whatever the name was, and stays as it is the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const safe = safeName(name, "pdf");
        expect(safe).toMatch(/^[^/\\\p{Cc}\p{Cf}. ][^/\\\p{Cc}\p{Cf}]*\.pdf$/u);
        expect(safeName(safe, "pdf")).toBe(safe);
      }),
    );
  });
});

describe("the header for saving a file", () => {
  test("gives the name in UTF-8 and in ASCII", () => {
    expect(contentDisposition("Räksmörgås (2)'s.pdf")).toBe(
      `attachment; filename="Raksmorgas (2)'s.pdf"; filename*=UTF-8''R%C3%A4ksm%C3%B6rg%C3%A5s%20%282%29%27s.pdf`,
    );
  });

  test("cannot be broken out of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(contentDisposition(name)).toMatch(
          /^attachment; filename="[^"\\%\r\n\P{ASCII}]*"; filename\*=UTF-8''[\w.~!%-]*$/u,
        );
      }),
    );
  });
});
