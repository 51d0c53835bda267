/**
 * Undoes a content-encoding (RFC 9110 §8.4) with a limit on what comes out: zlib's streams have none, and a megabyte of
 * zeros packed well is a gigabyte unpacked.
 */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { BoundedBytes } from "./safe-fetch-bytes.ts";
import { FetchFailure, type HeaderPair, headerValues } from "./safe-fetch-outcome.ts";

/** What we offer, and all that we take. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

const listed = (headers: readonly HeaderPair[], name: string) =>
  headerValues(headers, name)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim().toLowerCase())
    .filter((value) => value !== "" && value !== "identity");

/**
 * The one encoding of an answer, or null. More than one is refused: no honest server does it, and each layer multiplies
 * what a small answer may unpack to. So is a transfer-encoding that we did not ask for.
 */
export function contentEncoding(headers: readonly HeaderPair[]): string | null {
  const transfer = listed(headers, "transfer-encoding").filter((coding) => coding !== "chunked");
  const content = listed(headers, "content-encoding");
  if (transfer.length > 0 || content.length > 1) {
    throw new FetchFailure("encoding-not-understood", [...content, ...transfer].join(", "));
  }
  return content[0] ?? null;
}

/** "deflate" is meant to be zlib's format (RFC 9110 §8.4.1.2), but some servers send the bare stream. */
function isZlib(bytes: Buffer): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;
}

function decoderFor(encoding: string, bytes: Buffer) {
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return isZlib(bytes) ? createInflate() : createInflateRaw();
    case "br":
      return createBrotliDecompress();
    default:
      throw new FetchFailure("encoding-not-understood", encoding);
  }
}

/** @param limit most bytes that may come out */
export async function decoded(
  bytes: Buffer,
  encoding: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<Buffer> {
  if (encoding === null && bytes.length > limit) throw new FetchFailure("too-large");
  const decoder = encoding === null ? null : decoderFor(encoding, bytes);
  if (decoder === null || bytes.length === 0) return bytes;
  const kept = new BoundedBytes(limit);
  try {
    await pipeline(
      Readable.from([bytes]),
      decoder,
      async (pieces: AsyncIterable<Buffer>) => {
        for await (const piece of pieces) if (!kept.add(piece)) throw new FetchFailure("too-large");
      },
      { signal },
    );
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FetchFailure) throw error;
    throw new FetchFailure("encoding-broken", error instanceof Error ? error.message : (encoding ?? ""));
  }
  return kept.whole();
}
