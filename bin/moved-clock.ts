import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { isDebian } from "./browser.ts";
import { run } from "./child.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { step } from "./say.ts";

/**
 * What moves the clock of a program started with it: libraries that answer instead of the system when it is asked the time.
 *
 * Our own programs get libfaketime, which moves the times of files too. While a program waits it is shown the true time,
 * though, also in a handler of a signal that comes meanwhile; PostgreSQL asks there whether a statement or a lock has taken
 * too long, and waits for ever. So the server gets datefudge, which moves the time of day and nothing else.
 */
export type ClockMovers = { programs: string; server: string };

/** Where Debian's packages `faketime` (the one for programs with several threads, as Node is one) and `datefudge` put them. */
const libraries: ClockMovers = {
  programs: path.join("faketime", "libfaketimeMT.so.1"),
  server: path.join("datefudge", "datefudge.so"),
};

/**
 * Those that are here, else Debian's own, installed now where root can.
 *
 * @throws Refusal when they cannot be had
 */
export async function findClockMovers(stop: AbortSignal): Promise<ClockMovers> {
  const found = installed();
  if (found !== undefined) return found;
  const now = await step(
    "Installing what moves the clock for the tests",
    () => install(stop),
    (it) => (it ? `libfaketime and datefudge installed: ${it.programs}, ${it.server}` : undefined),
  );
  if (now !== undefined) return now;
  throw new Refusal(
    exitCodes.noClockMovers,
    "There are no libfaketime and datefudge here to move the clock with, and they could not be installed.",
    "Install Debian's packages faketime and datefudge and run the command again; it cannot be done on macOS or Windows.",
  );
}

function installed(): ClockMovers | undefined {
  const programs = find(libraries.programs);
  const server = find(libraries.server);
  return programs !== undefined && server !== undefined ? { programs, server } : undefined;
}

function find(library: string): string | undefined {
  const folders = ["/usr/lib", "/usr/lib64", "/usr/local/lib"].filter(existsSync);
  return folders
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => path.join(folder, name))])
    .map((folder) => path.join(folder, library))
    .find((file) => existsSync(file));
}

async function install(stop: AbortSignal): Promise<ClockMovers | undefined> {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    output: "keep",
    stop,
  } as const;
  const patience = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=20"];
  const packages = ["faketime", "datefudge"];
  await run("apt-get", ["update", "-qq", ...patience], options);
  await run(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", ...patience, ...packages],
    options,
  );
  return installed();
}

/** What programs, and a PostgreSQL server, are started with. */
export type MovedClock = {
  programs: Readonly<Record<string, string>>;
  server: Readonly<Record<string, string>>;
};

/**
 * The environment of programs whose clock, and that of all they start, is so much ahead. Time goes on from there, all of
 * them agree, and waiting takes as long as ever: only the time of day is moved.
 */
export function movedBy(milliseconds: number, movers: ClockMovers): MovedClock {
  const seconds = Math.round(milliseconds / 1000);
  return {
    programs: {
      LD_PRELOAD: movers.programs,
      FAKETIME: `+${seconds}`,
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
      FAKE_UTIME: "1",
    },
    // How far back the truth is.
    server: { LD_PRELOAD: movers.server, DATEFUDGE: `${-seconds}` },
  };
}
