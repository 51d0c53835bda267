import type { DocumentKind } from "./document.ts";
import { endOfJpeg } from "./document-jpeg.ts";

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  Array.from(text).every((character, index) => bytes[at + index] === character.charCodeAt(0));

/** What the first bytes say it is; null: none of the kinds that have such bytes. */
export function kindByMagic(bytes: Uint8Array): Exclude<DocumentKind, "text" | "csv"> | null {
  if (startsWith(bytes, "%PDF-")) return "pdf";
  if (startsWith(bytes, "\xff\xd8\xff")) return "jpeg";
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return "png";
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return "webp";
  return null;
}

const END_OF_ZIP = 22;
const LONGEST_ZIP_COMMENT = 0xffff;

/**
 * Whether the file is an archive as well: those are read from their end, where a record says how long its own comment
 * is (APPNOTE 4.3.16). That is how a JAR hides behind a picture. An archive within a document does not end with it.
 */
export function endsAsArchive(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = bytes.length - END_OF_ZIP;
  for (let at = last; at >= Math.max(0, last - LONGEST_ZIP_COMMENT); at -= 1) {
    if (
      view.getUint32(at, true) === 0x06054b50 &&
      at + END_OF_ZIP + view.getUint16(at + 20, true) === bytes.length
    )
      return true;
  }
  return false;
}

/**
 * Where the file's own content ends; its length where it does not say. What comes after is no part of the document: it
 * is not in the public copy, which is made anew.
 */
export function endOf(kind: DocumentKind, bytes: Uint8Array): number {
  if (kind === "png") return endOfPng(bytes) ?? bytes.length;
  if (kind === "jpeg") return endOfJpeg(bytes) ?? bytes.length;
  if (kind === "webp") return endOfWebp(bytes);
  return bytes.length;
}

/** Names of a PNG's chunks in their order, each with where it ends (PNG §5.3). */
function* pngChunks(bytes: Uint8Array): Generator<{ type: string; end: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    yield { type: String.fromCharCode(...bytes.subarray(at + 4, at + 8)), end };
    at = end;
  }
}

function endOfPng(bytes: Uint8Array): number | undefined {
  for (const { type, end } of pngChunks(bytes)) if (type === "IEND") return end;
}

/** An animated PNG says so before its picture; whoever does not know the chunk shows the first frame (APNG §3). */
export function isAnimatedPng(bytes: Uint8Array): boolean {
  for (const { type } of pngChunks(bytes)) {
    if (type === "acTL") return true;
    if (type === "IDAT") return false;
  }
  return false;
}

/** The size in the header counts what follows it (RIFF). */
function endOfWebp(bytes: Uint8Array): number {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true);
  return Math.min(bytes.length, 8 + size + (size % 2));
}

/** Where the last "%%EOF" of a PDF ends (ISO 32000-1 §7.5.5); null: it has none, and was cut off. */
export function endOfPdf(bytes: Uint8Array): number | null {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf("%%EOF");
  return at === -1 ? null : at + 5;
}
