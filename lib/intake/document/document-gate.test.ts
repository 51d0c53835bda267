import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DOCUMENT_KINDS, KINDS } from "./document.ts";
import { gate } from "./document-gate.ts";
import { onePage } from "./document-hostile.fixture.ts";
import { endOfJpeg, strippedJpeg, strippedJpeg2000 } from "./document-jpeg.ts";
import { decodedText, hasFormulas, withoutFormulas } from "./document-text.ts";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const PDF = new Uint8Array(onePage({}));

describe("the gate", () => {
  test.each([
    "",
    "application/octet-stream",
    "application/pdf",
    "Application/PDF; name=a.pdf",
    "application/x-pdf",
  ])("lets a PDF through that was sent as %j", (type) =>
    expect(gate("Beslut.PDF", type, PDF)).toEqual({ ok: true, value: "pdf" }),
  );

  test.each(["text/csv", "text/plain", "application/vnd.ms-excel"])("lets a table through as %s", (type) =>
    expect(gate("t.csv", type, bytes("a;b\n"))).toEqual({ ok: true, value: "csv" }),
  );

  test("does not let a text be sent as a table", () =>
    expect(gate("t.txt", "text/csv", bytes("a;b\n"))).toMatchObject({ reason: "file-is-something-else" }));

  test("goes by the bytes and the type where a name promises nothing", () => {
    expect(gate(null, "", PDF)).toEqual({ ok: true, value: "pdf" });
    expect(gate(null, "text/plain", bytes("hej"))).toEqual({ ok: true, value: "text" });
    expect(gate(null, "", bytes("hej"))).toMatchObject({ reason: "file-kind-not-taken" });
    expect(gate(null, "text/html", PDF)).toMatchObject({ reason: "file-is-something-else" });
  });

  test("lets nothing through that no name, type and bytes agree on, and never throws", () => {
    const names = DOCUMENT_KINDS.map((kind) => `a.${KINDS[kind].extensions[0]}`);
    fc.assert(
      fc.property(
        fc.constantFrom(...names, null, "a", "a.html"),
        fc.constantFrom(...DOCUMENT_KINDS.map((kind) => KINDS[kind].mediaType), "", "text/html"),
        fc.uint8Array({ maxLength: 200 }),
        (name, type, random) => {
          const passed = gate(name, type, random);
          if (passed.ok) expect(["text", "csv"]).toContain(passed.value);
        },
      ),
    );
  });
});

describe("a text", () => {
  test.each([
    ["åäö", "UTF-8", Buffer.from("åäö")],
    ["åäö", "windows-1252", Buffer.from("åäö", "latin1")],
    ["a\nb\nc\n\fd\t", "every kind of line", Buffer.from("a\r\nb\rc\n\fd\t")],
    [null, "UTF-16", Buffer.from("\ufeffa", "utf16le")],
    [null, "a byte that windows-1252 lacks", Buffer.from([0x61, 0x81, 0x62])],
    [null, "C1 control characters", Buffer.from("a\u0085b")],
    [null, "an escape", Buffer.from("a\u001bb")],
  ])("is %j from %s", (expected, _, data) => expect(decodedText(data)).toBe(expected));
});

describe("a table", () => {
  const formula = fc
    .tuple(fc.constantFrom("=", "+", "-", "@"), fc.stringMatching(/^[A-Z]{1,5}\([A-Z]?\)$/))
    .map((parts) => parts.join(""));

  test("has no formula left at the start of a cell, whatever separates them, quoted or not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(formula, fc.constantFrom(",", ";", "\t", "|", "\n"), fc.boolean())),
        (cells) => {
          const csv = cells
            .map(([cell, separator, quoted]) => (quoted ? `"${cell}"` : cell) + separator)
            .join("");
          expect(hasFormulas(csv)).toBe(cells.length > 0);
          expect(withoutFormulas(csv)).not.toMatch(/(?:^|[,;|\t\n])"?[=+@-]/);
          expect(withoutFormulas(csv).replaceAll("'", "")).toBe(csv);
        },
      ),
    );
  });

  test.each(["-5", "+46 8 123", "-2,5 %", "-1.000,00", "a-b", "a@b.se", "x = y", '"-3"'])(
    "keeps %s as it is",
    (cell) => expect(withoutFormulas(`a;${cell};b\n${cell}`)).toBe(`a;${cell};b\n${cell}`),
  );
});

describe("a JPEG", () => {
  const soi = "\xff\xd8";
  const exif = "\xff\xe1\x00\x06Exif";
  const adobe = "\xff\xee\x00\x07Adobe";
  const scan = "\xff\xda\x00\x03\x01data\xff\x00more\xff\xd0rest";
  const comment = "\xff\xfe\x00\x04hi";
  const eoi = "\xff\xd9";

  test("loses its metadata between any segments, and what comes after its end", () => {
    const jpeg = bytes([soi, exif, adobe, scan, comment, scan, eoi, "PK\x03\x04"].join(""));
    expect(strippedJpeg(jpeg)).toEqual(Buffer.from(soi + adobe + scan + scan + eoi, "latin1"));
    expect(endOfJpeg(jpeg)).toBe(jpeg.length - 4);
  });

  test("that is cut off or none at all is walked to its end and no further", () => {
    expect(endOfJpeg(bytes(soi + scan))).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (random) => {
        const jpeg = Buffer.concat([bytes(soi), random]);
        expect(strippedJpeg(jpeg).length).toBeLessThanOrEqual(jpeg.length);
        expect(strippedJpeg2000(random).length).toBeLessThanOrEqual(random.length);
      }),
    );
  });

  test("of the year 2000 loses its boxes of XML", () => {
    const box = (type: string, data: string) => `\0\0\0${String.fromCharCode(data.length + 8)}${type}${data}`;
    const signature = box("jP  ", "\r\n\x87\n");
    expect(
      strippedJpeg2000(bytes(signature + box("xml ", "<a/>") + box("uuid", "x") + box("jp2c", "data"))),
    ).toEqual(Buffer.from(signature + box("jp2c", "data"), "latin1"));
  });
});
