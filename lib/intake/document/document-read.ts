/**
 * Reads one document that passed the gate: its text, what it says of itself, and the copy that the public may have. For
 * a child process with limits alone (lib/intake/parser): these are parsers of what strangers send.
 */
import { fileTypeFromBuffer } from "file-type";
import { done, type Result, refused } from "../../core/result.ts";
import {
  DOCUMENT_LIMITS,
  type DocumentFlag,
  type DocumentHints,
  type DocumentKind,
  type DocumentReading,
  type GateProblem,
  KINDS,
  type ReadingProblem,
} from "./document.ts";
import { gate } from "./document-gate.ts";
import { decodedText, hasFormulas, withoutFormulas } from "./document-text.ts";

type Reading = Result<DocumentReading, GateProblem | ReadingProblem>;

export async function readDocument(bytes: Uint8Array, hints: DocumentHints): Promise<Reading> {
  const passed = gate(hints.fileName, hints.mediaType, bytes);
  if (!passed.ok) return passed;
  const kind = passed.value;
  if (kind === "text" || kind === "csv") return readText(kind, bytes);
  try {
    return await readBinary(kind, bytes, hints.asPictures ?? false);
  } catch {
    // Whatever a parser stumbles over.
    return refused("file-damaged");
  }
}

async function readBinary(
  kind: Exclude<DocumentKind, "text" | "csv">,
  bytes: Uint8Array,
  asPictures: boolean,
): Promise<Reading> {
  // A second opinion of the first bytes, which knows the kinds that begin like ours.
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime === "image/apng") return refused("picture-moves");
  if (found?.mime !== KINDS[kind].mediaType) return refused("file-is-something-else");
  if (kind === "pdf") return readPdfDocument(bytes, asPictures);
  const { readPicture } = await import("./document-picture.ts");
  return readPicture(kind, bytes);
}

function readText(kind: "text" | "csv", bytes: Uint8Array): Reading {
  const text = decodedText(bytes);
  if (text === null) return refused("text-unreadable");
  if (text.length > DOCUMENT_LIMITS.text) return refused("too-much-text");
  const formulas = kind === "csv" && hasFormulas(text);
  return done({
    ...{ kind, mediaType: KINDS[kind].mediaType, pages: [{ number: 1, text }], pageCount: 1 },
    ...{ title: null, author: null, created: null },
    publicCopy: new TextEncoder().encode(formulas ? withoutFormulas(text) : text),
    flags: formulas ? ["has-formulas"] : [],
  });
}

async function readPdfDocument(bytes: Uint8Array, asPictures: boolean): Promise<Reading> {
  const [{ readPdf }, { PDFDocument }, { pdfFlags }, { seenPdf }] = await Promise.all([
    import("./document-pdf.ts"),
    import("@cantoo/pdf-lib"),
    import("./document-pdf-flags.ts"),
    import("./document-pdf-seen.ts"),
  ]);
  const read = await readPdf(bytes);
  if (!read.ok) return read;
  const { pages, title, author, created, hasMetadata, isEncrypted, partly } = read.value;
  // The empty password: such a file opens for everybody, and only asks readers not to print it.
  const pdf = await PDFDocument.load(bytes, { password: "", updateMetadata: false, preserveXFA: true });
  // Two readers that do not see the same pages: whoever checks the one may be shown the other.
  if (pdf.getPageCount() !== pages.length) return refused("file-damaged");
  const seen = await seenPdf(bytes, pdf, pages, asPictures);
  if (!seen.ok) return seen;
  const flags: DocumentFlag[] = [...pdfFlags(pdf)];
  if (hasMetadata) flags.push("has-metadata");
  if (isEncrypted) flags.push("opens-without-password");
  if (partly) flags.push("partly-unreadable");
  return done({
    ...{ kind: "pdf", mediaType: KINDS.pdf.mediaType, pages: seen.value.pages, pageCount: pages.length },
    ...{ title, author, created },
    ...{ publicCopy: seen.value.publicCopy, flags: [...flags, ...seen.value.flags] },
  });
}
