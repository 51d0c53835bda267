import { type ChildProcess, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { run, whenEnded } from "./child.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import type { Place } from "./postgres-place.ts";
import { goneWithin, identityOf, isAlive, type ProcessIdentity } from "./process-identity.ts";

/** The owner of everything, and the database; the application has a role of its own (bin/application-role.ts). */
export const belagt = "belagt";

const logLimit = 10_000_000;

/** What the server must not inherit: another PostgreSQL's variables, and a language for its messages. */
const environment: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
  NODE_ENV: "production",
};

/**
 * Creates the database directory under another name and moves it into place when it is whole, so that
 * a crash on the way leaves nothing that could be mistaken for a database.
 *
 * @returns false when there was one already
 * @throws Refusal when initdb fails; its own words are shown
 */
export async function createIfMissing(place: Place, password: string, stop: AbortSignal): Promise<boolean> {
  const { directory, programs, user } = place;
  if (existsSync(path.join(directory, "PG_VERSION"))) return false;
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const secrets = mkdtempSync(path.join(tmpdir(), "belagt-"));
  const passwordFile = path.join(secrets, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const file of [draft, secrets, passwordFile]) chownSync(file, user.uid, user.gid);
  try {
    // The builtin provider sorts and folds case alike on every machine; libc's rules change under an index.
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = [`--username=${belagt}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    const { code, output } = await run(
      path.join(programs, "initdb"),
      [`--pgdata=${draft}`, ...locale, ...access, "--data-checksums", "--no-instructions"],
      { env: environment, cwd: "/", output: "keep", user, stop },
    );
    if (code !== 0) throw notCreated(directory, output);
    renameSync(draft, directory);
    return true;
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

function notCreated(directory: string, output: string): Refusal {
  return new Refusal(
    exitCodes.databaseNotCreated,
    `The database could not be created in ${directory}.`,
    "PostgreSQL's own words are above: usually the disk is full or read-only. Nothing was deleted; run the command again.",
    output,
  );
}

/** A running server that we started; `ended` settles when it is gone, asked or not. */
export type Server = { process: ChildProcess; ended: Promise<void> };

/**
 * Starts the server on a port of 127.0.0.1, logging to a file. It gets a session of its own: a Ctrl-C in
 * the terminal must reach the web server first, and the database only when nobody needs it any more.
 */
export function startServer(
  place: Place,
  port: number,
  logFile: string,
  extra: readonly string[] = [],
  moreEnvironment: Readonly<Record<string, string>> = {},
): Server {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > logLimit)
    renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, "a", 0o600);
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    ...extra,
  ];
  const child = spawn(
    path.join(place.programs, "postgres"),
    ["-D", place.directory, ...settings.flatMap((setting) => ["-c", setting])],
    {
      env: { ...environment, ...moreEnvironment },
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
      ...(place.user && { uid: place.user.uid, gid: place.user.gid }),
    },
  );
  closeSync(log);
  // An error event (the program is gone, no permission) is followed by no exit event.
  const failed = new Promise<void>((resolve) => child.once("error", () => resolve()));
  return { process: child, ended: Promise.race([whenEnded(child), failed]) };
}

/** Ends sessions and writes a checkpoint (fast shutdown); a server that cannot finish that recovers at its next start. */
export async function stopServer(server: Server): Promise<void> {
  const { pid } = server.process;
  if (pid === undefined) return;
  await stopProcess(identityOf(pid));
}

/**
 * Stops a server that outlived the Belagt that started it, after a SIGKILL say, and makes sure that the
 * lock file of one that is gone does not stand in the way.
 *
 * @returns true when there was a server to stop
 */
export async function stopOrphan(directory: string): Promise<boolean> {
  const file = path.join(directory, "postmaster.pid");
  if (!existsSync(file)) return false;
  const content = readFileSync(file, "utf8");
  const pid = Number.parseInt(content, 10);
  if (!(pid > 0)) return false;
  const postmaster = identityOf(pid);
  if (!isAlive(postmaster)) return false;
  if (await servesDirectory(pid, directory)) {
    await stopProcess(postmaster);
    return true;
  }
  // The id now belongs to some other program, and PostgreSQL would take that for itself. Only the id is
  // replaced, by one that cannot exist: the shared memory named further down is still worth its check.
  const impossible = 999_999_999;
  writeFileSync(file, content.replace(/^\d+/, String(impossible)));
  return false;
}

/** A postmaster works in its database directory, which tells more than its arguments once folders have been moved. */
async function servesDirectory(pid: number, directory: string): Promise<boolean> {
  if (existsSync("/proc/self/cwd")) {
    try {
      const program = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[0] ?? "";
      return (
        path.basename(program) === "postgres" && realpathSync(`/proc/${pid}/cwd`) === realpathSync(directory)
      );
    } catch {
      return false; // It ended meanwhile, or is another user's and so cannot be ours.
    }
  }
  const { output } = await run("ps", ["-o", "command=", "-p", String(pid)], { output: "keep" });
  return output.includes("postgres") && output.includes(directory);
}

async function stopProcess(server: ProcessIdentity): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 10_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const) {
    if (!isAlive(server)) return;
    process.kill(server.pid, signal);
    if (await goneWithin(server, patience)) return;
  }
}

/** Whether the port of 127.0.0.1 can be had; 0 asks the system for any. @returns the port, or undefined */
export function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : undefined;
      probe.close(() => resolve(port));
    });
  });
}
