import { decodePDFRawStream, PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentReading } from "./document.ts";
import { readPdf } from "./document-pdf.ts";
import { HIDING, INNOCENT, SECRET, SHOWN, sheet } from "./document-pdf-seen.fixture.ts";
import { readDocument } from "./document-read.ts";

async function read(bytes: Uint8Array): Promise<DocumentReading> {
  const result = await readDocument(bytes, { fileName: "beslut.pdf", mediaType: "application/pdf" });
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const textOf = ({ pages }: { pages: readonly { text: string }[] }) =>
  pages.map(({ text }) => text).join("\n");

async function textOfCopy({ publicCopy }: DocumentReading): Promise<string> {
  const again = await readPdf(publicCopy);
  if (!again.ok) throw new Error(again.reason);
  return textOf(again.value);
}

/** All that a file holds, also what no reader looks at. */
async function everythingIn(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) =>
      object instanceof PDFRawStream
        ? `${object.dict} ${Buffer.from(decodePDFRawStream(object).decode()).toString("latin1")}`
        : object.toString(),
    )
    .join("\n");
}

const some = <T>(those: readonly T[]) => those.filter((_, index) => index % 9 === 0);

describe("a PDF whose pages are asked for as pictures", () => {
  test.each([
    ...some(HIDING).map(({ what, make }) => [what, make] as const),
    ...some(INNOCENT).map(({ what, make }) => [what, make] as const),
  ])("has no letter, font or outline in its copy, whatever it was: %s", async (_what, make) => {
    const hints = { fileName: null, mediaType: "application/pdf", asPictures: true };
    const bytes = make();
    const [plain, pictured] = [await read(bytes), await readDocument(bytes, hints)];
    if (!pictured.ok) throw new Error(pictured.reason);
    expect((await textOfCopy(pictured.value)).trim()).toBe("");
    const all = await everythingIn(pictured.value.publicCopy);
    expect(all).toContain("/Image");
    expect(all).not.toMatch(/\/Font\b|\bT[jJ]\b|\/FontFile|\/Form\b/);
    // What can be quoted is what it was.
    expect(pictured.value.pages).toEqual(plain.pages);
  });
});

describe("a PDF that holds more than it shows", () => {
  test("hides a word drawn as outlines: the page becomes a picture", async () => {
    const outline = Array.from({ length: 20 }, (_, at) => `${100 + at * 3} ${100 + (at % 5)}.4711 l`).join(
      " ",
    );
    const shown = await read(sheet({ content: `0 0 1 rg 100 90 m ${outline} f` }));
    expect(shown.flags).toEqual([]);
    for (const content of [
      `100 90 m ${outline} f 0 g 90 80 80 40 re f`,
      `1 g 100 90 m ${outline} f`,
      `1 0 0 1 0 500 cm 100 90 m ${outline} f`,
    ]) {
      const reading = await read(sheet({ content }));
      expect(reading.flags).toEqual(["pages-as-pictures"]);
      expect(await everythingIn(reading.publicCopy)).not.toContain(".4711");
    }
  });

  test.each(HIDING)("hides a word by $what: neither text nor copy has it", async ({ make }) => {
    const reading = await read(make());
    for (const shown of SHOWN) expect(textOf(reading)).toContain(shown);
    expect(textOf(reading)).not.toContain(SECRET.slice(0, 3));
    expect(await textOfCopy(reading)).not.toContain(SECRET.slice(0, 3));
    expect(await everythingIn(reading.publicCopy)).not.toContain(SECRET.slice(0, 5));
  });
});

describe("a scan with text behind it", () => {
  const scan = () =>
    sheet({
      content: `q 300 0 0 200 0 0 cm /Scan Do Q BT /F1 14 Tf 3 Tr 20 100 Td (${SECRET}) Tj ET`,
      resources: "/XObject << /Scan 6 0 R >>",
      objects: [
        {
          dict: "/Type /XObject /Subtype /Image /Width 30 /Height 20 /BitsPerComponent 8 /ColorSpace /DeviceGray",
          data: Uint8Array.from({ length: 600 }, (_, at) => (at * 37) % 251),
        },
      ],
    });

  test("keeps its picture as it is and loses the text, and whoever handed it in is told", async () => {
    const reading = await read(scan());
    expect(reading.flags).toEqual(["has-hidden-text"]);
    expect(textOf(reading)).toBe("");
    expect(await textOfCopy(reading)).toBe("");
    expect(await everythingIn(reading.publicCopy)).toContain("/Width 30");
  });
});

describe("a PDF that shows what it holds", () => {
  test.each(INNOCENT)("keeps its text, in a copy that can be searched: $what", async ({ make, words }) => {
    const reading = await read(make());
    const inCopy = await textOfCopy(reading);
    for (const word of words) {
      expect(textOf(reading)).toContain(word);
      expect(inCopy).toContain(word);
    }
    expect(reading.flags).not.toContain("has-hidden-text");
    expect(reading.flags).not.toContain("pages-as-pictures");
  });

  test("keeps it whatever it calls its fonts, forms and letters", async () => {
    const names = fc.oneof(
      fc.constantFrom(
        "A#20B",
        "A",
        "AA",
        "AF",
        "B",
        "JS",
        "P",
        "Pg",
        "Parent",
        "Names",
        "Ref",
        "URI",
        "Metadata",
        "Type",
        "OC",
      ),
      fc.stringMatching(/^[A-Za-z0-9_.+-]{1,12}$/),
    );
    await fc.assert(
      fc.asyncProperty(names, names, names, async (font, form, letter) => {
        const reading = await read(
          sheet({
            content: `BT /${font} 14 Tf 20 150 Td (Med namn) Tj ET /${form} Do`,
            resources: `/Font << /${font} 5 0 R >> /XObject << /${form} 6 0 R >>`,
            objects: [
              {
                dict: "/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /Font << /X 7 0 R >> >>",
                data: Buffer.from("BT /X 20 Tf 20 80 Td (aaa) Tj ET"),
              },
              `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [1000] /Encoding << /Differences [97 /${letter}] >> /CharProcs << /${letter} 8 0 R >> /Resources << >> >>`,
              { dict: "", data: Buffer.from("1000 0 0 0 1000 1000 d1 100 100 700 700 re f") },
            ],
          }),
        );
        expect(textOf(reading)).toContain("Med namn");
        expect(reading.flags).toEqual([]);
        const everything = await everythingIn(reading.publicCopy);
        expect(everything).toContain("100 100 700 700 re");
      }),
      { numRuns: 25 },
    );
  });
});
