import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { identityOf, isAlive } from "./process-identity.ts";

const holder = z.object({
  pid: z.number().int().positive(),
  began: z.string().optional(),
  /** For people: which command it is. */
  command: z.string(),
});

export type LockHolder = z.infer<typeof holder>;

export type Lock = { release(): void };

/**
 * Takes a lock file for this process, from a holder that is no longer alive if need be.
 *
 * @returns the lock, or who holds it
 * @throws the file system's error when the file cannot be written
 */
export function takeLock(file: string, command: string): Lock | LockHolder {
  const mine = JSON.stringify({ ...identityOf(process.pid), command });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o644 });
  try {
    for (;;) {
      if (linked(draft, file)) return { release: () => releaseIf(file, mine) };
      const text = contentOf(file);
      const current = text === undefined ? undefined : parsed(text);
      if (current !== undefined && isAlive({ pid: current.pid, began: current.began })) return current;
      if (text !== undefined) setAside(file, text);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

export function isHeldBySomeone(outcome: Lock | LockHolder): outcome is LockHolder {
  return "pid" in outcome;
}

/** A hard link is the one operation that both fails if the name exists and never shows a half-written file. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

/**
 * Removes a dead holder's lock. Between our reading it and our moving it another process may have taken
 * it over: then what we moved is a living lock, and goes back.
 */
function setAside(file: string, expected: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  if (contentOf(aside) !== expected) linked(aside, file);
  rmSync(aside, { force: true });
}

function releaseIf(file: string, mine: string): void {
  if (contentOf(file) === mine) rmSync(file, { force: true });
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** Undefined for a file that a crash left empty or torn: it names no one, so no one holds it. */
function parsed(text: string): LockHolder | undefined {
  try {
    return holder.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
