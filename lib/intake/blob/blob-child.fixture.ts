/**
 * Another process at the same store, as a second worker is. `same <folder> <times>` stores one file many times at once;
 * `stream <folder>` stores ever new ones, a little at a time, and says the name of each when it is stored;
 * `one <folder> <bytes>` stores one and says the reason when it could not.
 */
import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { BlobError } from "./blob-error.ts";
import { blobStore } from "./blob-store.ts";

const [what, folder = "", number = "0"] = process.argv.slice(2);
const store = blobStore(folder);
const say = (line: string) => process.stdout.write(`${line}\n`);

async function* slowly(): AsyncGenerator<Uint8Array> {
  for (let chunk = 0; chunk < 8; chunk += 1) {
    yield randomBytes(64 * 1024);
    await wait(1);
  }
}

if (what === "same") {
  const bytes = Buffer.alloc(300_000, "samma fil ");
  const puts = await Promise.all(Array.from({ length: Number(number) }, () => store.put(bytes)));
  say(String(puts.filter(({ isNew }) => isNew).length));
}
if (what === "stream") {
  say("begun");
  for (;;) say((await store.put(slowly())).sha256);
}
if (what === "one") {
  try {
    say((await store.put(Buffer.alloc(Number(number), "x"))).sha256);
  } catch (error) {
    say(error instanceof BlobError ? error.reason : String(error));
  }
}
