import { decodePDFRawStream, PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { PARSER_LIMITS } from "../parser/parser.ts";
import { runParserProcess } from "../parser/parser-process.ts";
import type { DocumentReading } from "./document.ts";
import { examineDocument } from "./document-examine.ts";
import { CANARY, HOSTILE, type HostileFile } from "./document-hostile.fixture.ts";
import { pdfFlags } from "./document-pdf-flags.ts";

const MB = 1024 * 1024;

/** All the words in a PDF, also those in its compressed parts. */
async function everythingIn(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = pdf.context.enumerateIndirectObjects().map(([, object]) => {
    if (!(object instanceof PDFRawStream)) return object.toString();
    const isPicture = /DCTDecode|JPXDecode/.test(object.dict.toString());
    const data = isPicture ? object.contents : decodePDFRawStream(object).decode();
    return `${object.dict} ${Buffer.from(data).toString("latin1")}`;
  });
  return [Buffer.from(bytes).toString("latin1"), ...objects].join("\n");
}

async function expectClean({ kind, publicCopy }: DocumentReading): Promise<void> {
  if (kind === "pdf") {
    const copy = await PDFDocument.load(publicCopy, { updateMetadata: false });
    expect([...pdfFlags(copy)]).toEqual([]);
    expect(copy.context.trailerInfo).toMatchObject({ Info: undefined, ID: undefined, Encrypt: undefined });
    const everything = await everythingIn(publicCopy);
    expect(everything).not.toContain(CANARY);
    expect(everything).not.toMatch(/\/(?:Annots|Metadata|PieceInfo|Names|AA|OpenAction|Producer|Thumb|EF)\b/);
    return;
  }
  expect(Buffer.from(publicCopy).includes(CANARY)).toBe(false);
  if (kind === "text" || kind === "csv") return;
  const { exif, xmp, iptc, icc, comments, tifftagPhotoshop } = await sharp(publicCopy).metadata();
  expect([exif, xmp, iptc, icc, comments, tifftagPhotoshop].filter(Boolean)).toEqual([]);
}

/** Those that unpack to gigabytes are read once, with an eye on the memory. */
const BOMBS = ["a PDF with 2 GB of spaces in one stream", "a PDF with 2 GB of objects"];

describe.concurrent("a file that was made to harm", () => {
  test.each(HOSTILE.filter(({ what }) => !BOMBS.includes(what)))(
    "$what",
    async ({ fileName, mediaType, make, verdict }) => {
      const result = await examineDocument(await make(), { fileName, mediaType });
      const became = result.ok ? { flags: [...result.value.flags].sort() } : { reason: result.reason };
      expect(became).toEqual("flags" in verdict ? { flags: [...verdict.flags].sort() } : verdict);
      if (result.ok) await expectClean(result.value);
    },
  );
});

const named = (what: string): HostileFile => {
  const file = HOSTILE.find((candidate) => candidate.what === what);
  if (!file) throw new Error(`No such file: ${what}`);
  return file;
};

describe("a file that unpacks to gigabytes", () => {
  test.each(BOMBS)("takes its child with it and leaves us as we were: %s", async (what) => {
    const { fileName, mediaType, make, verdict } = named(what);
    const bytes = new Uint8Array(await make());
    const before = process.memoryUsage.rss();
    const { outcome, peakBytes } = await runParserProcess(
      { name: "document", hints: { fileName, mediaType }, bytes },
      { entry: "lib/intake/parser/parser-child.ts", addons: false, limits: PARSER_LIMITS },
    );
    expect(outcome).toEqual({ ok: false, ...verdict });
    expect(peakBytes).toBeLessThan(PARSER_LIMITS.residentBytes + 600 * MB);
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * MB);
  });
});
