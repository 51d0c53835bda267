import { createHash } from "node:crypto";
import { PDFDocument, PDFName, PDFRawStream, StandardFonts } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { DOCUMENT_LIMITS, type DocumentReading } from "./document.ts";
import { examineDocument } from "./document-examine.ts";
import { CANARY, jpegFromTelephone, onePage } from "./document-hostile.fixture.ts";
import { readPdf } from "./document-pdf.ts";

async function read(bytes: Uint8Array, fileName: string | null, mediaType = ""): Promise<DocumentReading> {
  const result = await examineDocument(bytes, { fileName, mediaType });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const PAGES = [
  "Exempelby kommun\nProtokoll den 14 mars 2026\n§ 12 Åtgärder på Östra skolan",
  "Nämnden beslutar att avslå yrkandet.\nReservation lämnades.",
  "Justerat. Köpings är ej hörd.",
];

async function minutes(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const page of PAGES) pdf.addPage().drawText(page, { font, x: 50, y: 700, size: 12, lineHeight: 16 });
  pdf.setTitle("Protokoll");
  pdf.setAuthor("Nämnden i Exempelby");
  pdf.setCreationDate(new Date("2026-03-14T12:00:00Z"));
  return pdf.save();
}

describe.concurrent("a PDF", () => {
  test("gives the text of each page and what it says of itself", async () => {
    const reading = await read(await minutes(), "protokoll.pdf", "application/pdf");
    expect(reading).toMatchObject({
      kind: "pdf",
      mediaType: "application/pdf",
      pages: PAGES.map((page, index) => ({ number: index + 1, text: page })),
      pageCount: 3,
      title: "Protokoll",
      author: "Nämnden i Exempelby",
      created: "2026-03-14",
      flags: ["has-metadata"],
    });
  });

  test("has a public copy that is another file with the same text", async () => {
    const original = await minutes();
    const { publicCopy } = await read(original, "protokoll.pdf");
    expect(sha256(publicCopy)).not.toBe(sha256(original));
    const again = await read(publicCopy, "protokoll.pdf");
    expect(again.pages).toEqual(PAGES.map((page, index) => ({ number: index + 1, text: page })));
    expect(again).toMatchObject({ title: null, author: null, created: null, flags: [] });
  });

  test("has the same public copy each time", async () => {
    const original = await minutes();
    const [one, two] = await Promise.all([read(original, "a.pdf"), read(original, "b.pdf")]);
    expect(sha256(one.publicCopy)).toBe(sha256(two.publicCopy));
  });

  test("with photographs keeps them, bit for bit, without what the camera wrote", async () => {
    const jpeg = await jpegFromTelephone();
    const pdf = await PDFDocument.create();
    pdf.addPage().drawImage(await pdf.embedJpg(jpeg), { x: 0, y: 0, width: 40, height: 20 });
    const { publicCopy } = await read(await pdf.save(), "foto.pdf");
    expect(Buffer.from(publicCopy).includes(CANARY)).toBe(false);
    const copy = await PDFDocument.load(publicCopy);
    const pictures = copy.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.get(PDFName.of("Subtype")) === PDFName.of("Image")
          ? [object.contents]
          : [],
      );
    expect(pictures).toHaveLength(1);
    const [kept = new Uint8Array()] = pictures;
    // From the last start of a scan: the thumbnail has one too.
    const scan = (bytes: Uint8Array) =>
      Buffer.from(bytes).subarray(Buffer.from(bytes).lastIndexOf(Buffer.from([0xff, 0xda])));
    expect(scan(kept)).toEqual(scan(jpeg));
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  });

  test("with layers that are shown has none in its copy, and says that there were", async () => {
    const bytes = onePage(
      { catalog: "/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] /Creator (someone) >> >>" },
      ["<< /Type /OCG /Name (Draft) /Usage << /CreatorInfo << /Creator (someone) >> >> >>"],
    );
    const { publicCopy, flags } = await read(bytes, "ritning.pdf");
    expect(flags).toEqual(["has-layers"]);
    const { catalog, context } = await PDFDocument.load(publicCopy);
    expect(catalog.lookup(PDFName.of("OCProperties"))).toBeUndefined();
    expect(context.enumerateIndirectObjects().join()).not.toContain("someone");
  });

  test("is refused with more pages or text than the limits", async () => {
    const bytes = await minutes();
    expect(await readPdf(bytes, { ...DOCUMENT_LIMITS, pages: 2 })).toMatchObject({
      reason: "too-many-pages",
    });
    expect(await readPdf(bytes, { ...DOCUMENT_LIMITS, text: 150 })).toMatchObject({
      reason: "too-much-text",
    });
  });

  test("behind an address may have any name", async () => {
    const reading = await read(await minutes(), null, "application/octet-stream");
    expect(reading.pageCount).toBe(3);
  });
});

describe.concurrent("a picture", () => {
  test("is drawn anew: upright, without metadata, without text", async () => {
    const reading = await read(await jpegFromTelephone(), "bild.jpg", "image/jpeg");
    expect(reading).toMatchObject({
      kind: "jpeg",
      pages: [],
      pageCount: 1,
      flags: ["has-metadata", "has-location"],
    });
    // It lay on its side: 40 by 20, to be turned a quarter.
    const copy = await sharp(reading.publicCopy).metadata();
    expect(copy).toMatchObject({ format: "jpeg", width: 20, height: 40 });
    expect(copy.orientation).toBeUndefined();
  });

  test.each(["png", "webp"] as const)(
    "of the kind %s keeps its transparency and, when it had them, its exact pixels",
    async (kind) => {
      const original = await sharp({
        create: { width: 9, height: 9, channels: 4, background: { r: 9, g: 90, b: 200, alpha: 0.5 } },
      })
        .toFormat(kind, { lossless: true })
        .toBuffer();
      const { publicCopy } = await read(original, `bild.${kind}`);
      expect(await sharp(publicCopy).raw().toBuffer()).toEqual(await sharp(original).raw().toBuffer());
    },
  );

  test("of 40 megapixels is read within the limits", async () => {
    const large = await sharp({ create: { width: 8_000, height: 5_000, channels: 3, background: "teal" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { publicCopy } = await read(large, "stor.jpg");
    expect(await sharp(publicCopy).metadata()).toMatchObject({ width: 5_000, height: 8_000 });
  });
});

describe.concurrent("a text", () => {
  test.each([
    ["UTF-8", Buffer.from("Räksmörgås 🙂\r\nrad två\r")],
    ["UTF-8 with a mark", Buffer.from("\ufeffRäksmörgås 🙂\nrad två\n")],
  ])("in %s is one page, with one kind of line break", async (_, bytes) => {
    const reading = await read(bytes, "brev.txt", "text/plain; charset=utf-8");
    expect(reading.pages).toEqual([{ number: 1, text: "Räksmörgås 🙂\nrad två\n" }]);
    expect(text(reading.publicCopy)).toBe("Räksmörgås 🙂\nrad två\n");
  });

  test("in windows-1252 is given to the public in UTF-8", async () => {
    const reading = await read(Buffer.from("Sm\xf6rg\xe5s \x96 5 \x80", "latin1"), "brev.txt");
    expect(text(reading.publicCopy)).toBe("Smörgås – 5 €");
  });

  test("in a table keeps its numbers and loses its formulas, in the public copy alone", async () => {
    const csv = 'namn;värde\n=1+1;-5\n"+SUM(A1)";-2,5 %\n@x;"-3"\na@b.se;x-y\n-1+1|cmd;+46 8 123\n';
    const reading = await read(Buffer.from(csv), "tabell.csv", "text/csv");
    expect(reading.pages[0]?.text).toBe(csv);
    expect(text(reading.publicCopy)).toBe(
      `namn;värde\n'=1+1;-5\n"'+SUM(A1)";-2,5 %\n'@x;"-3"\na@b.se;x-y\n'-1+1|cmd;+46 8 123\n`,
    );
    expect(reading.flags).toEqual(["has-formulas"]);
  });
});
