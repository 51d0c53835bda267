import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { exitCodes, Refusal } from "./exit-codes.ts";
import type { Binaries } from "./postgres-binaries.ts";
import { say } from "./say.ts";

export type SystemUser = { name: string; uid: number; gid: number };

/** Where the embedded PostgreSQL runs: its programs, its database directory, and as whom (us, when undefined). */
export type Place = { programs: string; directory: string; user: SystemUser | undefined };

/** Where root keeps what another user must reach although the data directory lies behind closed doors. */
const systemHome = "/var/lib/belagt";

/**
 * Decides where PostgreSQL runs. For an ordinary user that is simply the data directory. PostgreSQL
 * refuses to run as root, though, so root runs it as another user, who may not be able to enter the
 * checkout or the data directory (/root is closed to everyone else). What it cannot reach then goes to
 * {@link systemHome}, and a symbolic link in the data directory leads there. Nobody's folder is opened up.
 */
export function choosePlace(binaries: Binaries, dataDir: string): Place {
  const link = path.join(dataDir, "postgres");
  if (process.getuid?.() !== 0)
    return { programs: path.join(binaries.folder, "bin"), directory: link, user: undefined };

  const user = ownerOf(link) ?? userForRoot();
  const home = path.join(systemHome, createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
  const programs = runsAs(user, binaries) ? binaries.folder : copyOfBinaries(binaries);
  return { programs: path.join(programs, "bin"), directory: directoryFor(link, home, user), user };
}

/** The user who must have made an existing database: PostgreSQL insists on being the owner. */
function ownerOf(directory: string): SystemUser | undefined {
  const version = statSync(path.join(directory, "PG_VERSION"), { throwIfNoEntry: false });
  if (version === undefined) return undefined;
  const { uid, gid } = version;
  if (uid !== 0) return knownUsers().find((user) => user.uid === uid) ?? { name: `user ${uid}`, uid, gid };
  throw new Refusal(
    exitCodes.databaseNotStarted,
    `The database in ${directory} belongs to root, and PostgreSQL refuses to run as root.`,
    `Give it back to the user it was made by, for example: chown -R postgres ${realpathSync(directory)}`,
  );
}

function userForRoot(): SystemUser {
  const users = knownUsers();
  const user = users.find(({ name }) => name === "postgres") ?? users.find(({ name }) => name === "nobody");
  if (user !== undefined) return user;
  throw new Refusal(
    exitCodes.databaseNotCreated,
    "PostgreSQL refuses to run as root, and this system has no user postgres or nobody to run it as.",
    "Run Belagt as an ordinary user, or create one: useradd --system postgres",
  );
}

function knownUsers(): SystemUser[] {
  return systemUsers(readFileSync("/etc/passwd", "utf8"));
}

/** The lines of an /etc/passwd (passwd(5)) that name an unprivileged user. */
export function systemUsers(passwd: string): SystemUser[] {
  return passwd
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== "" && uid > 0 && gid > 0);
}

/** Asked of the system rather than worked out from mode bits: access lists and mount options count too. */
function canEnter(user: SystemUser, directory: string): boolean {
  const attempt = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], {
    cwd: "/",
    uid: user.uid,
    gid: user.gid,
  });
  return attempt.status === 0;
}

function runsAs(user: SystemUser, { folder }: Binaries): boolean {
  const { uid, gid } = user;
  const readable = canEnter(user, path.join(folder, "share"));
  return (
    readable &&
    spawnSync(path.join(folder, "bin", "postgres"), ["--version"], { cwd: "/", uid, gid }).status === 0
  );
}

/** One copy serves every data directory. It stays root's own: who runs the programs need not be able to change them. */
function copyOfBinaries({ folder, version }: Binaries): string {
  const copy = path.join(systemHome, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  try {
    makeOpen(systemHome);
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    letEveryoneRead(draft);
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw notWritable(systemHome, error);
  }
  return copy;
}

/** For a copy of ours only: the umask that the packages were installed under may have closed them. */
function letEveryoneRead(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const entry of [folder, ...names.map((name) => path.join(folder, name))]) {
    const stat = lstatSync(entry);
    if (!stat.isSymbolicLink()) chmodSync(entry, stat.isDirectory() ? 0o755 : (stat.mode & 0o777) | 0o444);
  }
}

function directoryFor(link: string, home: string, user: SystemUser): string {
  const pointsTo = targetOf(link);
  if (pointsTo !== undefined) return pointsTo;
  if (existsSync(link) || canEnter(user, path.dirname(link))) {
    if (!existsSync(link) || canEnter(user, link)) return link;
    throw new Refusal(
      exitCodes.databaseNotStarted,
      `The database in ${link} exists, but ${user.name}, as whom PostgreSQL would run, may not enter it.`,
      "Let that user through every folder on the way, or move the data directory and set BELAGT_DATA_DIR.",
    );
  }
  const directory = path.join(home, "postgres");
  try {
    makeOpen(systemHome);
    makeOpen(home);
    setAsideUnclaimed(directory);
    symlinkSync(directory, link);
  } catch (error) {
    throw notWritable(home, error);
  }
  return directory;
}

function targetOf(link: string): string | undefined {
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return undefined;
  return path.resolve(path.dirname(link), readlinkSync(link));
}

/** A data directory that was deleted by hand leaves its database here; a new one does not inherit it, nor delete it. */
function setAsideUnclaimed(directory: string): void {
  if (!existsSync(directory)) return;
  const aside = `${directory}.left-${new Date().toISOString().replaceAll(":", "")}`;
  renameSync(directory, aside);
  say(`  An older database that no data directory refers to was set aside as ${aside}`);
}

function makeOpen(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function notWritable(home: string, error: unknown): Refusal {
  return new Refusal(
    exitCodes.dataDirUnusable,
    `${home} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    "Free some space or make it writable, or run Belagt as an ordinary user.",
  );
}
