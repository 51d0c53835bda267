import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/**
 * SHA-256 of the canonical JSON (RFC 8785) of a value, in lower-case hexadecimal. Throws on what JSON cannot hold:
 * NaN, Infinity, a lone surrogate, undefined.
 */
export function contentHash(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("Nothing to hash");
  return createHash("sha256").update(text, "utf8").digest("hex");
}
