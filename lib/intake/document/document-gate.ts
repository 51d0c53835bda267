import { done, type Result, refused } from "../../core/result.ts";
import { DOCUMENT_KINDS, DOCUMENT_LIMITS, type DocumentKind, type GateProblem, KINDS } from "./document.ts";
import { endOfPdf, endsAsArchive, kindByMagic } from "./document-magic.ts";
import { decodedText, looksLikeCode } from "./document-text.ts";

/**
 * Which kind of document this is, or why it is not taken. The name, the type it was sent with and the bytes must all
 * say the same; the parser has the last word (document-read.ts). Everything that is not on the list is refused: markup,
 * office files, archives, programs, and the kinds of picture whose decoders have a history.
 *
 * Cheap enough for a request: nothing is unpacked here.
 *
 * @param fileName - null where it promises nothing: what lies behind an address may be called anything
 * @param declaredType - the media type it was sent with; empty and application/octet-stream say nothing
 */
export function gate(
  fileName: string | null,
  declaredType: string,
  bytes: Uint8Array,
): Result<DocumentKind, GateProblem> {
  if (bytes.length === 0) return refused("file-empty");
  if (bytes.length > DOCUMENT_LIMITS.bytes) return refused("file-too-large");

  const type = declaredType.split(";")[0]?.trim().toLowerCase() ?? "";
  const saysNothing = type === "" || type === "application/octet-stream";
  const extension = fileName === null ? null : extensionOf(fileName);
  const byName = DOCUMENT_KINDS.find(
    (kind) => extension !== null && KINDS[kind].extensions.includes(extension),
  );
  const byType = DOCUMENT_KINDS.find((kind) => KINDS[kind].mediaType === type);
  const byBytes = kindByMagic(bytes);

  // The name of a text file says of which kind it is; without one the type does.
  const kind = byBytes ?? (fileName === null ? byType : byName);
  if (kind === undefined || (fileName !== null && byName === undefined))
    return refused("file-kind-not-taken");
  if (byName !== undefined && byName !== kind) return refused("file-is-something-else");
  if (!saysNothing && KINDS[kind].mediaType !== type && !KINDS[kind].alsoCalled.includes(type))
    return refused("file-is-something-else");

  if (kind === "text" || kind === "csv") return textGate(kind, bytes);
  if (byBytes === null) return refused("file-is-something-else");
  if (endsAsArchive(bytes)) return refused("file-holds-another");
  return kind === "pdf" ? pdfGate(bytes) : done(kind);
}

function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf(".");
  return dot === -1 ? "" : fileName.slice(dot + 1).toLowerCase();
}

function textGate(kind: "text" | "csv", bytes: Uint8Array): Result<DocumentKind, GateProblem> {
  const text = decodedText(bytes);
  if (text === null) return refused("text-unreadable");
  if (text.trim() === "") return refused("file-empty");
  return looksLikeCode(text) ? refused("file-is-something-else") : done(kind);
}

/** What may stand after the end of a PDF: nothing but the padding that some printers add. */
const PADDING: ReadonlySet<number | undefined> = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x20]);

/** A PDF that begins as one in its first byte and ends as one: then nothing else can be read before or behind it. */
function pdfGate(bytes: Uint8Array): Result<DocumentKind, GateProblem> {
  const end = endOfPdf(bytes);
  if (end !== null && !bytes.subarray(end).every((byte) => PADDING.has(byte)))
    return refused("file-holds-another");
  const beforeObjects = Buffer.from(bytes.subarray(0, 1024)).toString("latin1").split(" obj")[0] ?? "";
  return /<[a-z!?]/i.test(beforeObjects) ? refused("file-holds-another") : done("pdf");
}
