import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/**
 * The canonical JSON (RFC 8785) of a value: the same value is the same text everywhere. Throws on what JSON cannot hold:
 * NaN, Infinity, a lone surrogate, undefined.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("Nothing to write");
  return text;
}

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export const textHash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** SHA-256 of the canonical JSON of a value. */
export const contentHash = (value: unknown): string => textHash(canonicalJson(value));
