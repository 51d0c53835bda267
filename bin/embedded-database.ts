import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { z } from "zod";
import type { Database } from "./database.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { findBinaries } from "./postgres-binaries.ts";
import { choosePlace } from "./postgres-place.ts";
import {
  belagt,
  createIfMissing,
  freePort,
  type Server,
  startServer,
  stopOrphan,
  stopServer,
} from "./postgres-server.ts";

/** `database.json` in the data directory: how this machine's commands reach the embedded database. */
const connection = z.object({ url: z.string(), port: z.number().int(), password: z.string() });

type Connection = z.infer<typeof connection>;

/** How long a server may take to answer. After a crash it first replays its log, which can take a while. */
const patience = 120_000;

/**
 * The embedded PostgreSQL: created the first time, recovered after a crash, and started.
 *
 * @param dataDir exists, is writable, and is locked by this process
 * @param serverSettings further `name=value` pairs for the server; tests trade durability for speed
 * @param environment what the server is given of it beside its own; tests move its clock
 */
export async function openEmbedded(
  dataDir: string,
  stop: AbortSignal,
  serverSettings: string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Database> {
  const place = choosePlace(findBinaries(), dataDir);
  const orphan = await stopOrphan(place.directory);
  const known = knownConnection(dataDir, place.directory);
  const created = await createIfMissing(place, known.password, stop);
  const logFile = path.join(dataDir, "postgres.log");

  for (let tries = 0; tries < 3; tries += 1) {
    stop.throwIfAborted();
    const port = (known.port > 0 ? await freePort(known.port) : undefined) ?? (await freePort(0)) ?? 0;
    const now = connectionAt(port, known.password);
    if (port !== known.port) writeConnection(dataDir, now);
    const server = startServer(place, port, logFile, serverSettings, environment);
    try {
      if (await answers(server, now.url, stop)) {
        const how = created ? "created and started" : orphan ? "restarted after a crash" : "started";
        return {
          url: now.url,
          description: `Database ${how}`,
          ended: server.ended,
          stop: () => stopServer(server),
        };
      }
    } catch (error) {
      await stopServer(server);
      throw error;
    }
    // Somebody may have taken the port between our looking and the server's asking: look again.
    if ((await freePort(port)) !== undefined) break;
  }
  throw new Refusal(
    exitCodes.databaseNotStarted,
    `The database in ${place.directory} did not start.`,
    `The end of ${logFile} is above. Nothing was deleted; correct what it names and run the command again.`,
    endOf(logFile),
  );
}

/** Waits until the server takes connections, and makes our database in it the first time. @returns false when it ended instead */
async function answers(server: Server, url: string, stop: AbortSignal): Promise<boolean> {
  let gone = false;
  void server.ended.then(() => {
    gone = true;
  });
  const deadline = Date.now() + patience;
  while (!gone && Date.now() < deadline) {
    stop.throwIfAborted();
    const state = await attempt(url);
    if (state === "answers") return true;
    if (state === "no such database") await createDatabase(url, belagt);
    else await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

async function attempt(url: string): Promise<"answers" | "no such database" | "not yet"> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return "answers";
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (code === "3D000") return "no such database";
    if (code === "28P01") {
      throw new Refusal(
        exitCodes.databaseNotStarted,
        "The embedded database does not accept the password in database.json.",
        "Put back the database.json that belongs to this database; nothing was changed.",
      );
    }
    return "not yet";
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param url any database of the server; its maintenance database is used */
export async function createDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: urlOf(url, "postgres") });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
    return urlOf(url, name);
  } finally {
    await client.end();
  }
}

function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

function connectionAt(port: number, password: string): Connection {
  return { url: `postgresql://${belagt}:${password}@127.0.0.1:${port}/${belagt}`, port, password };
}

/** The password is the one thing that a database cannot be opened without, so it is written before there is one. */
function knownConnection(dataDir: string, directory: string): Connection {
  const known = readConnection(dataDir);
  if (known !== undefined) return known;
  if (existsSync(path.join(directory, "PG_VERSION"))) {
    throw new Refusal(
      exitCodes.databaseNotStarted,
      `There is a database in ${directory}, but ${path.join(dataDir, "database.json")} with its password is missing or damaged.`,
      "Restore that file from a backup; nothing was changed.",
    );
  }
  return writeConnection(dataDir, connectionAt(0, randomBytes(24).toString("base64url")));
}

function readConnection(dataDir: string): Connection | undefined {
  try {
    return connection.parse(JSON.parse(readFileSync(path.join(dataDir, "database.json"), "utf8")));
  } catch {
    return undefined;
  }
}

function writeConnection(dataDir: string, now: Connection): Connection {
  const file = path.join(dataDir, "database.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(now, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return now;
}

function endOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(-15).join("\n") : "";
}

/** The URL of the embedded database if its server is running, whoever started it. */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const known = readConnection(dataDir);
  return known !== undefined && (await attempt(known.url)) === "answers" ? known.url : undefined;
}
