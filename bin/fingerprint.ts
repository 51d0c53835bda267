import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * One hash over the names and contents of files and folders, to tell whether something made from them
 * is stale. Times are not looked at: git and container layers change them at will.
 *
 * @param entries paths relative to `base`; one that does not exist counts as absent
 */
export function fingerprintOf(
  base: string,
  entries: readonly string[],
  skip: (file: string) => boolean = () => false,
): string {
  const hash = createHash("sha256");
  for (const file of entries.flatMap((entry) => filesOf(base, entry)).sort()) {
    if (skip(file)) continue;
    const content = readFileSync(path.join(base, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesOf(base: string, entry: string): string[] {
  const full = path.join(base, entry);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [entry];
  return readdirSync(full).flatMap((name) => filesOf(base, path.join(entry, name)));
}

/** Whether the stamp file beside a product says that it was made from just this. */
export function isStamped(stamp: string, fingerprint: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint;
}

export function writeStamp(stamp: string, fingerprint: string): void {
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
}
