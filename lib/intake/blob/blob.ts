/** Bytes are called what they are: their SHA-256. Where they lie follows from the name alone. */
import { createHash } from "node:crypto";

/** 64 lower-case hexadecimal digits, and no other spelling: a name is also a path. */
const SHA256 = /^[0-9a-f]{64}$/;

export const isSha256 = (name: string): boolean => SHA256.test(name);

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Where a blob lies below the store's folder: `aa/bb/<sha256>`, so that no folder grows past what is quick to list.
 * Throws on whatever is not a hash, before it can lead out of the folder.
 */
export function blobPath(sha256: string): string {
  if (!isSha256(sha256)) throw new TypeError("A blob is called by its SHA-256 in lower-case hexadecimal");
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/** Half open, in bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface StoredBlob {
  readonly sha256: string;
  readonly byteLength: number;
  /** False when the same bytes were there before. */
  readonly isNew: boolean;
}

/** What a blob is found to be: as it was written, something else, or not there. */
export type BlobState = "sound" | "changed" | "missing";

export const BLOB_FAULTS = ["changed", "missing", "misplaced", "unreadable", "leftover-temporary"] as const;
export type BlobFaultKind = (typeof BLOB_FAULTS)[number];

export interface BlobFault {
  readonly kind: BlobFaultKind;
  /** The blob it should be; for what is misplaced, what its bytes are. Null where there is nothing to say. */
  readonly sha256: string | null;
  /** Below the store's folder. */
  readonly path: string;
}

export interface ScrubReport {
  readonly faults: readonly BlobFault[];
  /** How many blobs were read, and how many bytes they came to. */
  readonly checked: number;
  readonly bytes: number;
}
