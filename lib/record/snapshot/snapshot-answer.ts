/** Answers with the bytes of a file: whole or one range of them (RFC 9110 §14), to be kept, never to be run. */
import { Readable } from "node:stream";
import { isUnchanged } from "../../core/entity-tag.ts";
import { contentDisposition } from "../../intake/document/document-name.ts";

/** Half open, in bytes. */
interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface FileToSend {
  readonly sha256: string;
  readonly mediaType: string;
  /** As lib/intake/document/document-name.ts makes it safe. */
  readonly name: string;
  readonly size: number;
  readonly cacheControl: string;
  readonly open: (range: ByteRange | undefined) => Promise<Readable>;
}

/** Whatever is in it, and however a browser comes to open it: it runs nothing, asks for nothing and shares nothing. */
const POLICY = "sandbox; default-src 'none'";

/**
 * A file as an attachment. Of several ranges none is sent: no reader of ours asks for them, and each would be read
 * through anew.
 */
export async function fileAnswer(request: Request, file: FileToSend): Promise<Response> {
  const etag = `"${file.sha256}"`;
  const headers = new Headers({
    "content-type": file.mediaType,
    "content-disposition": contentDisposition(file.name),
    "content-security-policy": POLICY,
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
    "accept-ranges": "bytes",
    "cache-control": file.cacheControl,
    etag,
  });
  if (isUnchanged(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  if (request.method === "HEAD") return new Response(null, { headers });
  const asked = request.headers.get("range");
  // RFC 9110 §13.1.5: whoever has a part of something else is sent all of this.
  const condition = request.headers.get("if-range");
  const range =
    asked === null || (condition !== null && condition !== etag) ? undefined : rangeOf(asked, file.size);
  if (range === null) {
    headers.set("content-range", `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  if (range) headers.set("content-range", `bytes ${range.start}-${range.end - 1}/${file.size}`);
  const body = Readable.toWeb(await file.open(range)) as ReadableStream<Uint8Array>;
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** The one range that is asked for: "bytes=5-9", "bytes=5-", "bytes=-5". Null: several, none, or none that is there. */
export function rangeOf(asked: string, size: number): ByteRange | null {
  const [, first = "", last = ""] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(asked) ?? [];
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size } : null;
  }
  const start = Number(first);
  const end = last === "" ? size : Math.min(Number(last) + 1, size);
  return start < end ? { start, end } : null;
}
