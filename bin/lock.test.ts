import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isHeldBySomeone, takeLock } from "./lock.ts";
import { identityOf } from "./process-identity.ts";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "belagt-lock-"));
  file = path.join(folder, "belagt.lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("a free lock is taken, and names its holder", () => {
  const lock = takeLock(file, "start");
  expect(isHeldBySomeone(lock)).toBe(false);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: process.pid, command: "start" });
});

test("a lock that a living process holds is refused with its name", () => {
  takeLock(file, "start");
  expect(takeLock(file, "dev")).toMatchObject({ pid: process.pid, command: "start" });
});

test("a released lock leaves nothing behind", () => {
  const lock = takeLock(file, "start");
  if (!isHeldBySomeone(lock)) lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test("the lock of a process that has ended is taken over", () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  writeFileSync(file, JSON.stringify({ pid, command: "start" }));
  expect(isHeldBySomeone(takeLock(file, "start"))).toBe(false);
  expect(readdirSync(folder)).toEqual(["belagt.lock"]);
});

test.runIf(identityOf(process.pid).began)(
  "a process id in use again by another process holds nothing",
  () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, began: "an earlier boot/1", command: "start" }));
    expect(isHeldBySomeone(takeLock(file, "start"))).toBe(false);
  },
);

test("a lock that a crash left torn is taken over", () => {
  writeFileSync(file, '{"pid": 12');
  expect(isHeldBySomeone(takeLock(file, "start"))).toBe(false);
});

test("releasing does not remove a lock that is no longer ours", () => {
  const lock = takeLock(file, "start");
  writeFileSync(file, "somebody else's");
  if (!isHeldBySomeone(lock)) lock.release();
  expect(readFileSync(file, "utf8")).toBe("somebody else's");
});
