import { PDFDocument, rgb, StandardFonts } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { masked } from "../message/message-mask.ts";
import { Lines } from "./document-lines.ts";
import { readDocument } from "./document-read.ts";
import { pieces, placed, type Row, readableIn, row } from "./document-table.fixture.ts";

const secretsOf = (rows: readonly Row[]) =>
  rows.flatMap(({ cells }) => cells).filter(({ isSecret }) => isSecret);

function lined(rows: readonly Row[]): string {
  const lines = new Lines();
  for (const piece of pieces(rows)) lines.add(piece);
  return lines.text;
}

test("no secret cell of a table can be read, however its cells are set", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const text = lined(rows);
      expect(readableIn(text, masked(text), secretsOf(rows))).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
});

test("nor where nothing parts its cells", () => {
  const touching = row.map((each): Row => ({ ...each, gap: 0, spacing: 0, order: "onwards" }));
  fc.assert(
    fc.property(touching, (each) => {
      // What has neither sign nor space in it is a number among others there.
      const cells = each.cells.filter(({ text, isSecret }) => !isSecret || /[-+@]/.test(text.slice(1)));
      const text = cells.map((one) => one.text).join("");
      expect(readableIn(text, masked(text), secretsOf([{ ...each, cells }]))).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
});

test("the words of a line, set in several pieces, stay words", () => {
  const lines = new Lines();
  const at = (text: string, x: number, width: number, endsLine = false) =>
    lines.add({ text, x, y: 0, size: 10, width, endsLine });
  at("Nä", 0, 12);
  at("mnd", 11.2, 18);
  at("en", 29.5, 11);
  at("beslutar", 43, 40, true);
  expect(lines.text).toBe("Nämnden beslutar\n");
  // An accent by itself, set back over its letter.
  at("a", 0, 5);
  at("¨", 0.5, 4);
  at("r", 5, 3, true);
  expect(lines.text).toBe("Nämnden beslutar\na¨r\n");
});

/** A page for each table: of every other the text is what is seen of it, since it has a word that nobody sees. */
async function printed(tables: readonly (readonly Row[])[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const size = 10;
  for (const [index, rows] of tables.entries()) {
    const page = pdf.addPage([2_200, 100]);
    for (const [line, each] of rows.entries())
      for (const { text, x } of placed(each, (words) => font.widthOfTextAtSize(words, size) / size)) {
        const where = { y: 80 - line * 16, size, font };
        if (each.spacing === 0) page.drawText(text, { ...where, x: 20 + x * size });
        else {
          let letter = x;
          for (const sign of text) {
            page.drawText(sign, { ...where, x: 20 + letter * size });
            letter += font.widthOfTextAtSize(sign, size) / size + each.spacing;
          }
        }
      }
    if (index % 2 === 1) page.drawText("osynligt", { x: 20, y: 20, size, font, color: rgb(1, 1, 1) });
  }
  return pdf.save();
}

test("the same of printed tables, as two readers of PDFs give their text", async () => {
  // Helvetica has no hyphen of the kind that does not break.
  const printable = row.map((each) => ({
    ...each,
    cells: each.cells.map((one) => ({ ...one, text: one.text.replace("\u2011", "-") })),
  }));
  const tables = fc.sample(fc.array(printable, { minLength: 1, maxLength: 4 }), { numRuns: 14, seed: 17 });
  const read = await readDocument(await printed(tables), { fileName: "tabell.pdf", mediaType: "" });
  if (!read.ok) throw new Error(read.reason);
  expect(read.value.flags).toContain("has-hidden-text");
  const leaks = read.value.pages.flatMap(({ number, text }) =>
    readableIn(text, masked(text), secretsOf(tables[number - 1] ?? [])).map((leak) => ({ leak, text })),
  );
  expect(leaks).toEqual([]);
});
