/** What can go wrong with a store of bytes, each with a name that a caller can answer for. */

export type BlobReason =
  | "blob-damaged"
  | "blob-missing"
  | "blob-not-as-expected"
  | "blob-store-full"
  | "blob-store-closed"
  | "blob-store-busy";

export class BlobError extends Error {
  readonly reason: BlobReason;

  constructor(reason: BlobReason, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.reason = reason;
  }
}

/** What lies under a blob's name is not what the name says. It is never served, and never written over. */
export class BlobDamaged extends BlobError {
  constructor(sha256: string, cause?: unknown) {
    super("blob-damaged", `The bytes stored as ${sha256} are not those`, cause);
  }
}

export class BlobMissing extends BlobError {
  constructor(sha256: string) {
    super("blob-missing", `Nothing is stored as ${sha256}`);
  }
}

/** The bytes that came are not those that were announced. Nothing was stored. */
export class BlobNotAsExpected extends BlobError {
  constructor(expected: string, came: string) {
    super("blob-not-as-expected", `Expected ${expected}, and ${came} came`);
  }
}

/** No room: the disk, a quota, or the largest file this process may write. */
export class BlobStoreFull extends BlobError {
  constructor(cause: unknown) {
    super("blob-store-full", "There is no room for the bytes", cause);
  }
}

/** The folder may not be written or read: permissions, a read-only file system, one without hard links. */
export class BlobStoreClosed extends BlobError {
  constructor(cause: unknown) {
    super("blob-store-closed", "The store may not be used", cause);
  }
}

/** Too many open files: it passes. */
export class BlobStoreBusy extends BlobError {
  constructor(cause: unknown) {
    super("blob-store-busy", "The store has too much to do", cause);
  }
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** An error of the file system by its name here; any other comes back as it was. */
export function asBlobError(error: unknown): unknown {
  switch (codeOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return new BlobStoreFull(error);
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOTSUP":
    case "EOPNOTSUPP":
      return new BlobStoreClosed(error);
    case "EMFILE":
    case "ENFILE":
      return new BlobStoreBusy(error);
    default:
      return error;
  }
}
