import { createRequire } from "node:module";
import path from "node:path";
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import type { TextContent, TextItem } from "pdfjs-dist/types/src/display/api";
import { done, type Result, refused } from "../../core/result.ts";
import { DOCUMENT_LIMITS, type DocumentLimits, type DocumentPage, type ReadingProblem } from "./document.ts";
import { Lines, type SetPiece } from "./document-lines.ts";

export interface PdfText {
  readonly pages: readonly DocumentPage[];
  readonly title: string | null;
  readonly author: string | null;
  readonly created: string | null;
  readonly hasMetadata: boolean;
  readonly isEncrypted: boolean;
  /** Something in it was broken, so that text may be missing. */
  readonly partly: boolean;
}

const packageFolder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** Text and what the file says of itself. Nothing is drawn, so no font is loaded and no picture decoded. */
const SETTINGS = {
  useSystemFonts: false,
  disableFontFace: true,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: 0,
  enableXfa: false,
  disableRange: true,
  disableStream: true,
  disableAutoFetch: true,
  verbosity: VerbosityLevel.ERRORS,
  // What the letters of a text in Chinese, Japanese or Korean are is in tables beside the reader.
  cMapUrl: `${packageFolder}/cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${packageFolder}/standard_fonts/`,
};

/**
 * Reads strictly, and once more leniently when something in it is broken: much of what is published is, and the rest of
 * its text is worth having. Whoever looks for a quote in it is told.
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: DocumentLimits = DOCUMENT_LIMITS,
): Promise<Result<PdfText, ReadingProblem>> {
  try {
    return await readWith(bytes, limits, true);
  } catch (error) {
    if (isA(error, "PasswordException")) return refused("file-needs-password");
    return readWith(bytes, limits, false).catch(() => refused("file-damaged"));
  }
}

async function readWith(
  bytes: Uint8Array,
  limits: DocumentLimits,
  stopAtErrors: boolean,
): Promise<Result<PdfText, ReadingProblem>> {
  // It takes over the buffer it is given, and takes no Buffer.
  const loading = getDocument({ ...SETTINGS, data: new Uint8Array(bytes), stopAtErrors });
  try {
    const pdf = await loading.promise;
    if (pdf.numPages > limits.pages) return refused("too-many-pages");
    const pages: DocumentPage[] = [];
    let length = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      if (Math.max(right - left, top - bottom) * page.userUnit > limits.pageSide)
        return refused("page-too-large");
      const text = await textOf(page, limits.text - length);
      if (text === null) return refused("too-much-text");
      length += text.length;
      pages.push({ number, text: tidy(text) });
      page.cleanup();
    }
    return done({ pages, ...(await factsOf(pdf)), partly: !stopAtErrors });
  } finally {
    await loading.destroy();
  }
}

/**
 * Read piece by piece: the pieces of a page take many times the room of its text. To its end even when it is too long
 * (null), since pdf.js does not bear being stopped.
 */
async function textOf(page: PDFPageProxy, most: number): Promise<string | null> {
  const lines = new Lines();
  const pieces: ReadableStream<TextContent> = page.streamTextContent();
  for await (const { items } of pieces) {
    if (lines.text.length > most) continue;
    for (const item of items) if ("str" in item) lines.add(pieceOf(item));
  }
  return lines.text.length > most ? null : lines.text;
}

function pieceOf({ str, dir, transform, width, height, hasEOL }: TextItem): SetPiece {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform as readonly number[];
  const long = Math.hypot(a, b);
  const isUpright = dir === "ttb";
  const [alongX, alongY] = isUpright ? [c, d].map((part) => -part / Math.hypot(c, d)) : [a / long, b / long];
  return {
    ...{ text: str, x, y, width: isUpright ? height : width },
    size: isUpright ? long : Math.hypot(c, d),
    along: Number.isFinite(alongX) && Number.isFinite(alongY) ? [alongX ?? 1, alongY ?? 0] : [1, 0],
    ...{ fromRight: dir === "rtl", endsLine: hasEOL },
  };
}

const isA = (error: unknown, name: string) => error instanceof Error && error.name === name;

/** Characters that no text holds and a database would refuse, and spaces at the ends of lines. */
const tidy = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
    .toWellFormed()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd();

async function factsOf(pdf: PDFDocumentProxy) {
  const [{ info, metadata }, permissions] = await Promise.all([pdf.getMetadata(), pdf.getPermissions()]);
  const said: Record<string, unknown> = { ...info };
  return {
    title: line(said.Title),
    author: line(said.Author),
    created: dayOf(said.CreationDate),
    // Only what is encrypted permits or forbids anything.
    isEncrypted: permissions !== null,
    hasMetadata:
      metadata !== null || ["Author", "Creator", "Producer"].some((key) => line(said[key]) !== null),
  };
}

const LONGEST_LINE = 300;

function line(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = tidy(value).replace(/\s+/g, " ").trim();
  return text === "" ? null : text.slice(0, LONGEST_LINE).toWellFormed();
}

/** The day of a date such as D:20260314093000+01'00' (ISO 32000-1 §7.9.4), in the place where it was written. */
function dayOf(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(value) ?? [];
  const text = `${year}-${month}-${day}`;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}
