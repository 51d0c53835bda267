import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { isDebian } from "./browser.ts";
import { run } from "./child.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { step } from "./say.ts";

/** The one for programs with several threads, of which Node is one. */
const library = path.join("faketime", "libfaketimeMT.so.1");

/**
 * The path of libfaketime, which moves the clock of whatever is started with it: one that is here, else Debian's
 * own, installed now where root can.
 *
 * @throws Refusal when none can be had
 */
export async function findFaketime(stop: AbortSignal): Promise<string> {
  const found = installed();
  if (found !== undefined) return found;
  const now = await step(
    "Installing what moves the clock for the tests",
    () => install(stop),
    (it) => (it ? `libfaketime installed: ${it}` : undefined),
  );
  if (now !== undefined) return now;
  throw new Refusal(
    exitCodes.noFaketime,
    "There is no libfaketime here to move the clock with, and none could be installed.",
    "Install Debian's package faketime and run the command again; it cannot be done on macOS or Windows.",
  );
}

function installed(): string | undefined {
  const folders = ["/usr/lib", "/usr/lib64", "/usr/local/lib"].filter(existsSync);
  return folders
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => path.join(folder, name))])
    .map((folder) => path.join(folder, library))
    .find((file) => existsSync(file));
}

async function install(stop: AbortSignal): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    output: "keep",
    stop,
  } as const;
  const patience = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20"];
  await run("apt-get", ["update", "-qq", ...patience], options);
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...patience, "faketime"], options);
  return installed();
}

/**
 * What a program is started with so that its clock, and that of all it starts, is so much ahead. Time goes on from
 * there, all of them agree, and waiting takes as long as ever: only the time of day is moved.
 */
export const movedBy = (milliseconds: number, faketime: string): Readonly<Record<string, string>> => ({
  LD_PRELOAD: faketime,
  FAKETIME: `+${Math.round(milliseconds / 1000)}`,
  FAKETIME_DONT_FAKE_MONOTONIC: "1",
  FAKE_UTIME: "1",
});
