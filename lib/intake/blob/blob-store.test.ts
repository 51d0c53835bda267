import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { openSync, writeSync } from "node:fs";
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { blobPath, isSha256, sha256Of } from "./blob.ts";
import {
  asBlobError,
  BlobDamaged,
  BlobMissing,
  BlobNotAsExpected,
  BlobStoreBusy,
  BlobStoreClosed,
  BlobStoreFull,
} from "./blob-error.ts";
import { type BlobStore, blobStore } from "./blob-store.ts";

vi.mock("node:timers/promises", async (original) => {
  const timers = await original<typeof import("node:timers/promises")>();
  return { ...timers, setTimeout: vi.fn(timers.setTimeout) };
});

const CHILD = fileURLToPath(new URL("blob-child.fixture.ts", import.meta.url));
const LETTER = Buffer.from("Ett brev till nämnden.\n");

/** What every open file can do. */
const opened = await open(CHILD);
const fileHandles: { read: (...args: unknown[]) => unknown } = Object.getPrototypeOf(opened);
await opened.close();

let folder: string;
let store: BlobStore;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "blobs-")), "blobs");
  store = blobStore(folder);
  // The time of the disk: a file is as old as that makes it, wherever the clock of this process stands.
  vi.useFakeTimers({ toFake: ["Date"], now: (await stat(dirname(folder))).mtime });
});
afterEach(() => {
  vi.useRealTimers();
  return rm(dirname(folder), { recursive: true, force: true });
});

const at = (sha256: string) => join(folder, blobPath(sha256));
const below = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
const temporaries = () => readdir(join(folder, "tmp")).catch(() => []);

/** Overwrites bytes under a name, as a failing disk does: the file's mode forbids it to everybody else. */
async function spoil(sha256: string, change: (bytes: Buffer) => Buffer) {
  const bytes = await readFile(at(sha256));
  await chmod(at(sha256), 0o600);
  await writeFile(at(sha256), change(bytes));
  await chmod(at(sha256), 0o400);
}
const flipOneBit = (bytes: Buffer) => {
  const flipped = Buffer.from(bytes);
  flipped[5] = (flipped[5] ?? 0) ^ 1;
  return flipped;
};
async function* inParts(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}
async function collected(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe("a name", () => {
  test("leads to a path, and nothing but a hash is one", () => {
    const hash = sha256Of(LETTER);
    expect(blobPath(hash)).toBe(`${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`);
    for (const name of ["", "../../etc/passwd", hash.toUpperCase(), `${hash}\n`, `${hash}0`, hash.slice(1)]) {
      expect(isSha256(name)).toBe(false);
      expect(() => blobPath(name)).toThrow(TypeError);
    }
  });

  test("that is no hash is refused by every way into the store", async () => {
    for (const way of [store.get, store.stream, store.has, store.size, store.verify])
      await expect(way("../../etc/passwd")).rejects.toThrow(TypeError);
    await expect(store.put(LETTER, "../x")).rejects.toThrow(TypeError);
  });
});

describe("what is stored", () => {
  test("is read back, whole, in part and as a stream", async () => {
    const { sha256, byteLength, isNew } = await store.put(LETTER);
    expect({ sha256, byteLength, isNew }).toEqual({
      sha256: sha256Of(LETTER),
      byteLength: LETTER.byteLength,
      isNew: true,
    });
    expect(await store.get(sha256)).toEqual(LETTER);
    expect(await store.has(sha256)).toBe(true);
    expect(await store.size(sha256)).toBe(LETTER.byteLength);
    expect(await store.verify(sha256)).toBe("sound");
    expect(await collected(await store.stream(sha256))).toBe(LETTER.toString());
    expect(await collected(await store.stream(sha256, { start: 4, end: 8 }))).toBe("brev");
    expect(await collected(await store.stream(sha256, { start: 4, end: 4 }))).toBe("");
    expect(await collected(await store.stream(sha256, { start: 900, end: 901 }))).toBe("");
    await expect(store.stream(sha256, { start: -1, end: 2 })).rejects.toThrow(RangeError);
  });

  test("is read through once for all the pieces of it, until somebody writes to it", async () => {
    const { sha256 } = await store.put(LETTER);
    const piece = async () => collected(await store.stream(sha256, { start: 4, end: 8 }));
    expect(await piece()).toBe("brev");
    const read = vi.spyOn(fileHandles, "read");
    const all = await Promise.all(Array.from({ length: 20 }, piece));
    expect(new Set(all)).toEqual(new Set(["brev"]));
    // A piece is read from where it begins, and only what compares a file begins at its beginning.
    expect(read.mock.calls.filter(([, , , from]) => from === 0)).toEqual([]);
    read.mockRestore();

    await chmod(at(sha256), 0o600);
    await writeFile(at(sha256), Buffer.from(LETTER).fill("x", 5, 6));
    await expect(piece()).rejects.toThrow(BlobDamaged);
    await writeFile(at(sha256), LETTER);
    expect(await piece()).toBe("brev");
  });

  test("is the same from a stream as from memory, and nothing is something", async () => {
    expect(await store.put(inParts("Ett brev ", "", "till nämnden.\n"))).toEqual({
      sha256: sha256Of(LETTER),
      byteLength: LETTER.byteLength,
      isNew: true,
    });
    expect((await store.put(LETTER)).isNew).toBe(false);
    const { sha256 } = await store.put(Buffer.alloc(0));
    expect(await store.get(sha256)).toEqual(Buffer.alloc(0));
    expect(await collected(await store.stream(sha256))).toBe("");
  });

  test("is for the server alone to read, and for nobody to write", async () => {
    const { sha256 } = await store.put(LETTER);
    expect((await stat(at(sha256))).mode & 0o777).toBe(0o400);
    expect((await stat(at(sha256))).nlink).toBe(1);
    for (let path = dirname(at(sha256)); path !== dirname(folder); path = dirname(path))
      expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  test("must be what it was said to be", async () => {
    const other = sha256Of(Buffer.from("Ett annat brev."));
    await expect(store.put(LETTER, other)).rejects.toThrow(BlobNotAsExpected);
    await expect(store.put(inParts("Ett brev"), other)).rejects.toThrow(BlobNotAsExpected);
    expect((await store.put(LETTER, sha256Of(LETTER))).isNew).toBe(true);
    await expect(store.put(inParts("Ett brev"), sha256Of(LETTER))).rejects.toThrow(BlobNotAsExpected);
    expect(await temporaries()).toEqual([]);
  });

  test("that is missing is said to be missing", async () => {
    const none = sha256Of(LETTER);
    expect(await store.has(none)).toBe(false);
    expect(await store.size(none)).toBe(null);
    expect(await store.verify(none)).toBe("missing");
    await expect(store.get(none)).rejects.toThrow(BlobMissing);
    await expect(store.stream(none)).rejects.toThrow(BlobMissing);
    expect(await store.scrub()).toEqual({ faults: [], checked: 0, bytes: 0 });
  });
});

describe("a blob that was changed", () => {
  test("is never served, and never written over", async () => {
    const { sha256 } = await store.put(LETTER);
    await spoil(sha256, flipOneBit);
    const spoilt = await readFile(at(sha256));
    expect(await store.verify(sha256)).toBe("changed");
    await expect(store.get(sha256)).rejects.toThrow(BlobDamaged);
    await expect(store.stream(sha256, { start: 0, end: 2 })).rejects.toThrow(BlobDamaged);
    await expect(store.put(LETTER)).rejects.toThrow(BlobDamaged);
    await expect(store.put(inParts(LETTER.toString()))).rejects.toThrow(BlobDamaged);
    expect(await readFile(at(sha256))).toEqual(spoilt);
    expect(await temporaries()).toEqual([]);
  });

  test("is found however it was changed: emptied, cut, lengthened, a link, a folder", async () => {
    const { sha256 } = await store.put(LETTER);
    for (const change of [
      () => Buffer.alloc(0),
      (bytes: Buffer) => bytes.subarray(1),
      (bytes: Buffer) => Buffer.concat([bytes, bytes]),
    ]) {
      await spoil(sha256, change);
      await expect(store.get(sha256)).rejects.toThrow(BlobDamaged);
    }
    await rm(at(sha256));
    await writeFile(join(dirname(folder), "elsewhere"), LETTER);
    await symlink(join(dirname(folder), "elsewhere"), at(sha256));
    await expect(store.get(sha256)).rejects.toThrow(BlobDamaged);
    await rm(at(sha256));
    await mkdir(at(sha256));
    await expect(store.get(sha256)).rejects.toThrow(BlobDamaged);
    await expect(store.put(LETTER)).rejects.toThrow(BlobDamaged);
  });
});

describe("a scrub", () => {
  test("names what was changed, what is missing, what lies elsewhere, and removes what was left behind", async () => {
    const texts = ["ett", "tvåa", "trea", "fyra", "femma", "sexa", "sjua"];
    const puts = await Promise.all(texts.map((text) => store.put(Buffer.from(`en ${text}`))));
    const [sound = "", flipped = "", first = "", second = "", missing = "", moved = ""] = puts.map(
      ({ sha256 }) => sha256,
    );
    await spoil(flipped, flipOneBit);
    await rename(at(first), join(folder, "swap"));
    await rename(at(second), at(first));
    await rename(join(folder, "swap"), at(second));
    await rm(at(missing));
    await rename(at(moved), join(folder, moved));
    await writeFile(join(folder, "note.txt"), "En anteckning.");
    const [old, recent] = [join(folder, "tmp", "old"), join(folder, "tmp", "recent")];
    await writeFile(old, "halv");
    await writeFile(recent, "halv");
    await utimes(old, new Date(), new Date(Date.now() - 25 * 60 * 60 * 1000));

    const { faults, checked, bytes } = await store.scrub(puts.map(({ sha256 }) => sha256));
    const sorted = faults.map(({ kind, sha256, path }) => `${kind} ${sha256} ${path}`).sort();
    expect(sorted).toEqual(
      [
        `changed ${flipped} ${blobPath(flipped)}`,
        `changed ${first} ${blobPath(first)}`,
        `changed ${second} ${blobPath(second)}`,
        `missing ${missing} ${blobPath(missing)}`,
        `missing ${moved} ${blobPath(moved)}`,
        `misplaced ${moved} ${moved}`,
        `misplaced ${sha256Of(Buffer.from("En anteckning."))} note.txt`,
        "leftover-temporary null tmp/old",
      ].sort(),
    );
    expect(checked).toBe(7);
    expect(bytes).toBeGreaterThan(40);
    expect(await temporaries()).toEqual(["recent"]);
    expect(await store.verify(sound)).toBe("sound");
    expect((await store.scrub()).faults.map(({ kind }) => kind)).not.toContain("leftover-temporary");
  });

  test("tells how far it has come, keeps to its pace, and stops when it is told to", async () => {
    for (let n = 0; n < 4; n += 1) await store.put(randomBytes(50_000));
    const seen: number[] = [];
    const waited: unknown[] = [];
    vi.mocked(wait).mockImplementation(async (milliseconds) => void waited.push(milliseconds));
    // Reading itself takes no time here: what is waited for is the pace alone.
    vi.useFakeTimers({ toFake: ["performance"] });
    try {
      await store.scrub([], { bytesPerSecond: 500_000, onProgress: ({ checked }) => seen.push(checked) });
    } finally {
      vi.useRealTimers();
      vi.mocked(wait).mockRestore();
    }
    expect(waited).toEqual([100, 200, 300, 400]);
    expect(seen).toEqual([1, 2, 3, 4]);

    const stop = new AbortController();
    const stopped = store.scrub([], {
      bytesPerSecond: 1000,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error("enough")),
    });
    setTimeout(() => stop.abort(new Error("enough")), 50);
    await expect(stopped).rejects.toThrow();
    await expect(store.scrub([], { signal: stop.signal })).rejects.toThrow("enough");
  });
});

/** Runs the child to its end. Through a shell when something must be set before it starts. */
const child = (args: readonly string[], before = "") =>
  spawn("sh", ["-c", `${before} exec "$0" "$@"`, process.execPath, CHILD, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
async function said(process: ReturnType<typeof child>): Promise<string> {
  let text = "";
  process.stdout?.on("data", (chunk) => {
    text += chunk;
  });
  await once(process, "close");
  return text;
}

describe("many at once", () => {
  test("fifty who store one file make one blob", async () => {
    const bytes = randomBytes(200_000);
    const puts = await Promise.all(
      Array.from({ length: 50 }, (_, n) => store.put(n % 2 ? bytes : inOne(bytes))),
    );
    expect(puts.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await below(folder)).toEqual([at(sha256Of(bytes))]);
  });

  test("five processes with ten each make one blob too", async () => {
    const news = await Promise.all(Array.from({ length: 5 }, () => said(child(["same", folder, "10"]))));
    expect(news.reduce((sum, count) => sum + Number(count), 0)).toBe(1);
    expect(await below(folder)).toHaveLength(1);
    expect((await store.scrub()).faults).toEqual([]);
  });

  test("a store of which two objects speak is one", async () => {
    const { sha256 } = await store.put(LETTER);
    expect(await blobStore(folder).get(sha256)).toEqual(LETTER);
    expect((await blobStore(folder).put(LETTER)).isNew).toBe(false);
  });
});

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test("a process killed in the middle of a write leaves no half blob, and loses none it has spoken of", async () => {
  const named: string[] = [];
  /** Kills a process some milliseconds after it has stored so many blobs: while it writes the next one. */
  const killOne = async (stored: number, milliseconds: number) => {
    const killed = child(["stream", folder]);
    let words = "";
    killed.stdout?.on("data", (chunk) => {
      words += chunk;
      if (words.split("\n").length - 2 >= stored) setTimeout(() => killed.kill("SIGKILL"), milliseconds);
    });
    await once(killed, "close");
    named.push(...words.split("\n").filter(isSha256));
  };
  for (let round = 0; round < 15; round += 1)
    await Promise.all([killOne(0, 1 + round), killOne(2, round * 2)]);
  expect(named.length).toBeGreaterThanOrEqual(30);
  const { faults, checked } = await store.scrub(named);
  expect(faults).toEqual([]);
  expect(checked).toBeGreaterThanOrEqual(named.length);
  // What was cut off lies among the temporary files, where nobody reads, until it is a day old.
  expect((await temporaries()).length).toBeGreaterThan(0);
});

describe("when it cannot be written", () => {
  const reasonOf = (code: string) => asBlobError(Object.assign(new Error(code), { code }));

  test("a source that breaks off leaves nothing, and its error is passed on", async () => {
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield LETTER;
      throw Object.assign(new Error("the other side hung up"), { code: "EPERM" });
    }
    await expect(store.put(breaking())).rejects.toThrow("the other side hung up");
    expect(await below(folder)).toEqual([]);
  });

  test("the errors of the file system have names", () => {
    for (const code of ["ENOSPC", "EDQUOT", "EFBIG"]) expect(reasonOf(code)).toBeInstanceOf(BlobStoreFull);
    for (const code of ["EACCES", "EPERM", "EROFS"]) expect(reasonOf(code)).toBeInstanceOf(BlobStoreClosed);
    for (const code of ["EMFILE", "ENFILE"]) expect(reasonOf(code)).toBeInstanceOf(BlobStoreBusy);
    const other = Object.assign(new Error("EIO"), { code: "EIO" });
    expect(asBlobError(other)).toBe(other);
    expect(asBlobError(null)).toBe(null);
  });

  test.skipIf(process.platform !== "linux")("a device without room says so", () => {
    let found: unknown;
    try {
      writeSync(openSync("/dev/full", "w"), "x");
    } catch (error) {
      found = asBlobError(error);
    }
    expect(found).toBeInstanceOf(BlobStoreFull);
  });

  // The kernel itself refuses the write, whoever runs the tests: 128 blocks of 512 bytes is all that may be written.
  test.skipIf(process.platform === "win32")(
    "a file that may not grow so large is refused whole",
    async () => {
      await mkdir(folder);
      const refused = await said(child(["one", folder, "1000000"], "trap '' XFSZ; ulimit -f 128;"));
      expect(refused).toBe("blob-store-full\n");
      expect(await below(folder)).toEqual([]);
      expect(await said(child(["one", folder, "1000"], "trap '' XFSZ; ulimit -f 128;"))).toBe(
        `${sha256Of(Buffer.alloc(1000, "x"))}\n`,
      );
    },
  );

  const mayMount = spawnSync("unshare", ["-Urm", "mount", "-t", "tmpfs", "tmpfs", tmpdir()]).status === 0;
  test.skipIf(!mayMount)("a full disk and one that may only be read are told apart", async () => {
    await mkdir(folder);
    const run = (script: string) =>
      spawnSync("unshare", ["-Urm", "sh", "-c", script, process.execPath, CHILD, folder], {
        encoding: "utf8",
      }).stdout;
    const mount = `mount -t tmpfs -o size=256k tmpfs "$2"`;
    const put = (bytes: number) => `"$0" "$1" one "$2" ${bytes}`;
    expect(run(`${mount}; ${put(900_000)}; find "$2" -type f | wc -l`)).toBe("blob-store-full\n0\n");
    expect(run(`${mount}; mount -o remount,ro "$2"; ${put(10)}`)).toBe("blob-store-closed\n");
  });

  // Root may write anywhere, so that what the system says to others is said here in its place.
  test.each(["EACCES", "EPERM", "EROFS"])("a folder that may not be written is closed: %s", (code) => {
    expect(asBlobError(Object.assign(new Error(code), { code }))).toBeInstanceOf(BlobStoreClosed);
  });

  test("what is open for reading is closed again", async () => {
    const { sha256 } = await store.put(LETTER);
    for (let n = 0; n < 20; n += 1) await collected(await store.stream(sha256));
    const handle = await open(at(sha256));
    expect(handle.fd).toBeLessThan(100);
    await handle.close();
  });
});
