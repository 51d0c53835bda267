/** Reads a whole store through, slowly if asked to, and names every file that is not as it was written. */
import { createHash } from "node:crypto";
import { constants, type Dirent } from "node:fs";
import { type FileHandle, open, readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { clock } from "../../core/clock.ts";
import { type BlobFault, type BlobFaultKind, blobPath, isSha256, type ScrubReport } from "./blob.ts";
import { codeOf } from "./blob-error.ts";

/** Below the store's folder: what is being written. No blob's path begins so. */
export const TEMPORARY = "tmp";
/** Nothing takes this long to write. In milliseconds. */
const LEFT_OVER_AFTER = 24 * 60 * 60 * 1000;
const CHUNK = 256 * 1024;

export interface ScrubOptions {
  readonly onProgress?: (sofar: { readonly checked: number; readonly bytes: number }) => void;
  /** The scrub throws its reason. */
  readonly signal?: AbortSignal;
  /** At most this many, so that readers do not wait for the disk. */
  readonly bytesPerSecond?: number;
}

/** The SHA-256 of an open file, without holding it in memory. `read` is told of every chunk, and waited for. */
export async function digestOf(
  handle: FileHandle,
  read?: (byteLength: number) => Promise<void>,
): Promise<string> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, at);
    if (bytesRead === 0) return hash.digest("hex");
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
    await read?.(bytesRead);
  }
}

/** What lies in a folder, in order; nothing when it is gone. */
async function listed(folder: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

/** Everything below a folder that is not a folder. One listing at a time: a store may hold millions. */
async function* filesBelow(folder: string, path = ""): AsyncGenerator<{ path: string; entry: Dirent }> {
  for (const entry of await listed(join(folder, path))) {
    const inner = path === "" ? entry.name : `${path}/${entry.name}`;
    if (inner === TEMPORARY) continue;
    if (entry.isDirectory()) yield* filesBelow(folder, inner);
    else yield { path: inner, entry };
  }
}

export async function scrubFolder(
  folder: string,
  known: Iterable<string>,
  { onProgress, signal, bytesPerSecond }: ScrubOptions,
): Promise<ScrubReport> {
  const faults: BlobFault[] = [];
  const began = performance.now();
  let [checked, bytes] = [0, 0];
  const fault = (kind: BlobFaultKind, sha256: string | null, path: string) =>
    faults.push({ kind, sha256, path });

  async function paced(byteLength: number): Promise<void> {
    bytes += byteLength;
    signal?.throwIfAborted();
    if (bytesPerSecond === undefined) return;
    const ahead = (bytes / bytesPerSecond) * 1000 - (performance.now() - began);
    if (ahead > 1) await wait(ahead, undefined, { signal });
  }

  /** Null when it was removed while we looked. */
  async function digest(path: string): Promise<string | null> {
    try {
      const handle = await open(join(folder, path), constants.O_RDONLY | constants.O_NOFOLLOW);
      try {
        return await digestOf(handle, paced);
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    }
  }

  async function check(path: string, entry: Dirent): Promise<void> {
    if (!entry.isFile()) return void fault("misplaced", null, path);
    const inPlace = isSha256(entry.name) && blobPath(entry.name) === path;
    try {
      const found = await digest(path);
      if (found === null) return;
      checked += 1;
      if (!inPlace) fault("misplaced", found, path);
      else if (found !== entry.name) fault("changed", entry.name, path);
    } catch (error) {
      // A bad sector (EIO) is what a scrub is for; an abort is not.
      if (codeOf(error) === undefined || signal?.aborted) throw error;
      fault("unreadable", inPlace ? entry.name : null, path);
    }
    onProgress?.({ checked, bytes });
  }

  for await (const { path, entry } of filesBelow(folder)) {
    signal?.throwIfAborted();
    await check(path, entry);
  }
  for (const sha256 of new Set(known)) {
    signal?.throwIfAborted();
    const path = blobPath(sha256);
    // Asked of the disk now and not of the list above: it may have been stored since.
    const found = await stat(join(folder, path)).catch((error: unknown) => codeOf(error));
    if (found === "ENOENT" || found === "ENOTDIR") fault("missing", sha256, path);
  }
  for (const { name } of await listed(join(folder, TEMPORARY))) {
    const path = `${TEMPORARY}/${name}`;
    const found = await stat(join(folder, path)).catch(() => null);
    if (!found?.isFile() || clock.now().getTime() - found.mtimeMs < LEFT_OVER_AFTER) continue;
    await unlink(join(folder, path));
    fault("leftover-temporary", null, path);
  }
  return { faults, checked, bytes };
}
