/**
 * Bytes in a folder, each file named by the SHA-256 of what is in it. A file appears whole or not at all, is on the
 * disk before its name is handed back, and is never written over; what is read is compared with its name first.
 */
import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, link, mkdir, open, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import {
  type BlobState,
  type ByteRange,
  blobPath,
  isSha256,
  type ScrubReport,
  type StoredBlob,
  sha256Of,
} from "./blob.ts";
import { asBlobError, BlobDamaged, BlobMissing, BlobNotAsExpected, codeOf } from "./blob-error.ts";
import { digestOf, type ScrubOptions, scrubFolder, TEMPORARY } from "./blob-scrub.ts";

export interface BlobStore {
  /**
   * Stores bytes, once however often they come. They are on the disk when this returns.
   * @param expected - what they are said to be; if they are not, nothing is stored and BlobNotAsExpected is thrown
   */
  put(bytes: Uint8Array | AsyncIterable<Uint8Array>, expected?: string): Promise<StoredBlob>;
  /** The whole blob. Throws BlobMissing, and BlobDamaged rather than hand out a single byte that was changed. */
  get(sha256: string): Promise<Buffer>;
  /**
   * As `get`, for what is too large to hold: the file is read through and compared before the first byte leaves. Asked for
   * piece by piece it is read through once, as long as nobody has written to it since.
   */
  stream(sha256: string, range?: ByteRange): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** In bytes; null when there is no such blob. */
  size(sha256: string): Promise<number | null>;
  verify(sha256: string): Promise<BlobState>;
  /**
   * Reads everything and names what is not as it was written. Temporary files older than a day are removed.
   * @param known - what should be there, as the record has it
   */
  scrub(known?: Iterable<string>, options?: ScrubOptions): Promise<ScrubReport>;
}

/** Nobody but the server reads the store, and nobody at all changes what is in it. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o400;

/** A link under a blob's name would be somebody else's doing: it is not followed. */
const READ = constants.O_RDONLY | constants.O_NOFOLLOW;

/** The file system's errors by their names here; those of whoever hands us the bytes stay theirs. */
async function ours<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asBlobError(error);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** @param folder - absolute; made when the first blob is stored */
export function blobStore(folder: string): BlobStore {
  const place = (sha256: string) => join(folder, blobPath(sha256));
  const temporaries = join(folder, TEMPORARY);
  /** Folders whose own entry in the folder above is known to be on the disk. */
  const kept = new Set<string>();

  /** Opens a blob to be read, and whoever asks closes it; null when there is none. */
  async function opened(sha256: string): Promise<FileHandle | null> {
    let handle: FileHandle;
    try {
      handle = await open(place(sha256), READ);
    } catch (error) {
      if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
      if (codeOf(error) === "ELOOP") throw new BlobDamaged(sha256, error);
      throw asBlobError(error);
    }
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    throw new BlobDamaged(sha256);
  }

  async function reading<T>(sha256: string, read: (handle: FileHandle) => Promise<T>): Promise<T | null> {
    const handle = await opened(sha256);
    try {
      return handle && (await read(handle));
    } finally {
      await handle?.close();
    }
  }

  async function sizeOf(sha256: string): Promise<number | null> {
    try {
      const found = await stat(place(sha256));
      return found.isFile() ? found.size : null;
    } catch (error) {
      if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
      throw asBlobError(error);
    }
  }

  async function verify(sha256: string): Promise<BlobState> {
    try {
      const found = await reading(sha256, digestOf);
      return found === null ? "missing" : found === sha256 ? "sound" : "changed";
    } catch (error) {
      if (error instanceof BlobDamaged) return "changed";
      throw error;
    }
  }

  /**
   * Makes the folder of a blob. The folder above is synced even when somebody else has made this one: they may not
   * have come so far, and what we promise must not rest on it.
   */
  async function makeFolder(path: string): Promise<void> {
    if (kept.has(path)) return;
    if (path === folder) await mkdir(dirname(path), { recursive: true });
    else await makeFolder(dirname(path));
    await mkdir(path, { mode: FOLDER_MODE }).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
    await syncFolder(dirname(path));
    kept.add(path);
  }

  /** True when the blob lies there, sound and on the disk. One that was changed is an error, and left as it is. */
  async function alreadyThere(sha256: string): Promise<boolean> {
    const state = await verify(sha256);
    if (state === "changed") throw new BlobDamaged(sha256);
    if (state === "missing") return false;
    await makeFolder(dirname(place(sha256)));
    await syncFolder(dirname(place(sha256)));
    return true;
  }

  /** Gives written bytes their name. link(2) fails where a name is taken, as rename(2) does not. */
  async function name(temporary: string, sha256: string): Promise<boolean> {
    const path = place(sha256);
    await makeFolder(dirname(path));
    try {
      await link(temporary, path);
    } catch (error) {
      if (codeOf(error) === "EEXIST" && (await alreadyThere(sha256))) return false;
      throw error;
    }
    await syncFolder(dirname(path));
    return true;
  }

  /** Writes bytes to a file of its own and syncs it. Readable by nobody else from the first byte. */
  async function write(path: string, bytes: AsyncIterable<Uint8Array>) {
    const hash = createHash("sha256");
    let byteLength = 0;
    const handle = await ours(open(path, "wx", FILE_MODE));
    try {
      for await (const chunk of bytes) {
        hash.update(chunk);
        byteLength += chunk.byteLength;
        await ours(handle.writeFile(chunk));
      }
      await ours(handle.sync());
    } finally {
      await handle.close();
    }
    return { sha256: hash.digest("hex"), byteLength };
  }

  const sameAsBefore = rememberedSoundness();

  return {
    async put(bytes, expected) {
      if (expected !== undefined && !isSha256(expected)) throw new TypeError("Not a SHA-256");
      if (bytes instanceof Uint8Array) {
        const sha256 = sha256Of(bytes);
        if (expected !== undefined && sha256 !== expected) throw new BlobNotAsExpected(expected, sha256);
        if (await ours(alreadyThere(sha256))) return { sha256, byteLength: bytes.byteLength, isNew: false };
      }
      await ours(makeFolder(temporaries));
      const temporary = join(temporaries, randomUUID());
      try {
        const written = await write(temporary, bytes instanceof Uint8Array ? once(bytes) : bytes);
        if (expected !== undefined && written.sha256 !== expected)
          throw new BlobNotAsExpected(expected, written.sha256);
        return { ...written, isNew: await ours(name(temporary, written.sha256)) };
      } finally {
        // It may never have been made. If it cannot be removed now, the next scrub does it.
        await unlink(temporary).catch(() => undefined);
      }
    },

    async get(sha256) {
      const bytes = await reading(sha256, (handle) => ours(handle.readFile()));
      if (bytes === null) throw new BlobMissing(sha256);
      if (sha256Of(bytes) !== sha256) throw new BlobDamaged(sha256);
      return bytes;
    },

    async stream(sha256, range) {
      if (range && !(range.start >= 0)) throw new RangeError("A range begins at 0 or later");
      const handle = await opened(sha256);
      if (!handle) throw new BlobMissing(sha256);
      // A stream's end is inclusive: it has no word for an empty range.
      const nothing = range !== undefined && range.end <= range.start;
      const sound = await (range ? sameAsBefore(handle, sha256) : isSound(handle, sha256)).catch(() => false);
      if (nothing || !sound) await handle.close();
      if (!sound) throw new BlobDamaged(sha256);
      if (nothing) return Readable.from([]);
      return handle.createReadStream(range && { start: range.start, end: range.end - 1 });
    },

    has: async (sha256) => (await sizeOf(sha256)) !== null,

    size: sizeOf,

    verify,

    scrub: (known = [], options = {}) => scrubFolder(folder, known, options),
  };
}

const isSound = async (handle: FileHandle, sha256: string): Promise<boolean> =>
  (await digestOf(handle)) === sha256;

/** How many files are remembered. */
const MOST_REMEMBERED = 500;

/**
 * Whether a file is sound, read through once for all the pieces of it that are asked for: the file system says when it was
 * last written to. What decays on the disk by itself it does not say: that is what the scrub is for.
 */
function rememberedSoundness(): (handle: FileHandle, sha256: string) => Promise<boolean> {
  const known = new Map<string, { readonly written: string; readonly sound: Promise<boolean> }>();
  return async (handle, sha256) => {
    const { ino, size, mtimeNs, ctimeNs } = await handle.stat({ bigint: true });
    const written = [ino, size, mtimeNs, ctimeNs].join();
    const before = known.get(sha256);
    if (before?.written === written) return before.sound;
    const sound = isSound(handle, sha256);
    const oldest = known.size >= MOST_REMEMBERED ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(sha256, { written, sound });
    // What could not be read, or was damaged, is looked at again.
    const isKept = await sound.catch(() => false);
    if (!isKept) known.delete(sha256);
    return isKept;
  };
}
