import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { z } from "zod";
import { Prisma, PrismaClient } from "../generated/prisma/client.ts";
import { env } from "./env.ts";
import { everyServerHasHeard } from "./heard.ts";
import { type Asking, servesReaders, statusNotes } from "./status.ts";

/**
 * How long the database is waited for, ms, by whose work it is: a reader is told within seconds that it does not answer, and
 * what readers ask for takes no connection from the desk. Work that nobody waits for (the worker, the first records) takes
 * as long as it takes.
 */
const LIMITS: Readonly<Record<Asking | "nobody", pg.PoolConfig>> = {
  public: {
    max: 8,
    connectionTimeoutMillis: 1_500,
    lock_timeout: 1_500,
    statement_timeout: 2_500,
    query_timeout: 3_000,
  },
  // Of one form that is sent many times at once, the others wait for the first.
  form: {
    max: 8,
    connectionTimeoutMillis: 3_000,
    lock_timeout: 2_500,
    statement_timeout: 5_000,
    query_timeout: 6_000,
  },
  // The desk reads and publishes more at a time; for what somebody else is writing it does not wait either.
  desk: {
    max: 6,
    connectionTimeoutMillis: 3_000,
    lock_timeout: 3_000,
    statement_timeout: 30_000,
    query_timeout: 35_000,
  },
  nobody: { max: 10, connectionTimeoutMillis: 30_000 },
};

/** Notes for whoever answers the request that the database was not there for it. */
class WatchedPool extends pg.Pool {
  override query(...args: unknown[]): never {
    const asked: unknown = Reflect.apply(super.query, this, args);
    if (asked instanceof Promise) asked.catch(noteIfAway);
    return asked as never;
  }

  override connect(...args: unknown[]): never {
    const asked: unknown = Reflect.apply(super.connect, this, args);
    if (asked instanceof Promise) asked.catch(noteIfAway);
    return asked as never;
  }
}

function noteIfAway(error: unknown): void {
  const note = statusNotes().getStore();
  if (note && isAway(error)) note.databaseAway = true;
}

/**
 * The database, for *-queries and *-commands only (lib/architecture.test.ts holds that line).
 *
 * One client for a process and each kind of work; kept on globalThis because development reloads modules without ending the
 * process.
 */
const kept = globalThis as typeof globalThis & { belagtDatabase?: Map<string, PrismaClient> };

/** The schema of the record as readers see it: without what has been taken down (prisma/shown.ts). */
const SHOWN = "shown";

/** @param seen - as readers see it, or whole */
const client = (seen: "shown" | "whole"): PrismaClient => {
  const whose = statusNotes().getStore()?.asking ?? "nobody";
  kept.belagtDatabase ??= new Map();
  const there = kept.belagtDatabase.get(`${whose} ${seen}`);
  if (there) return there;
  const pool = new WatchedPool({
    ...{ connectionString: env.DATABASE_URL, ...LIMITS[whose] },
    ...(seen === "shown" && { options: `-c search_path=${SHOWN},public` }),
  });
  const made = new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      ...(seen === "shown" && { schema: SHOWN }),
    }),
  });
  kept.belagtDatabase.set(`${whose} ${seen}`, made);
  return made;
};

export type Transaction = Prisma.TransactionClient;

const current = new AsyncLocalStorage<Transaction | undefined>();
const readers = new AsyncLocalStorage<true>();

/**
 * Whether what has been taken down is left out: for everybody but the desk and those who write. In the process that serves
 * readers, also where nobody has said whose work it is.
 */
const asShown = (): "shown" | "whole" => {
  if (readers.getStore()) return "shown";
  const whose = statusNotes().getStore()?.asking ?? (servesReaders() ? "public" : "desk");
  return whose === "desk" ? "whole" : "shown";
};

/** Reads as readers do, whoever asks: what is kept for all of them, and what shows somebody at the desk what they see. */
export const asReaders = <T>(read: () => Promise<T>): Promise<T> =>
  current.run(undefined, () => readers.run(true, read));

/** Reads: inside a transaction they see what it has written. */
export const db = (): Transaction => current.getStore() ?? client(asShown());

/**
 * Writes one row that needs no transaction of its own: a try that is counted, a session. Nobody writes through what readers
 * see.
 */
export const tables = (): Transaction => current.getStore() ?? client("whole");

/**
 * Runs `work` in one transaction. A transaction inside another joins it, so that an import or the seed can call many
 * commands and have all of them or none.
 */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const outer = current.getStore();
  if (outer) return work(outer);
  const database = client("whole");
  let tells = false;
  const value = await database.$transaction(
    async (tx) => {
      const given = await current.run(tx, () => work(tx));
      tells = telling.has(tx);
      return given;
    },
    { timeout: 120_000, maxWait: 10_000 },
  );
  if (tells) await tellEveryServer(database);
  return value;
}

/** Transactions in which readers are told something. */
const telling = new WeakSet<Transaction>();

/** Has the transaction answer only when every web server has heard of what it commits: for whoever tells readers something. */
export function tellsReaders(tx: Transaction): void {
  telling.add(tx);
}

/** By then it is committed: that a server has not heard is told to whoever runs it, and is no failure of what was done. */
async function tellEveryServer(database: PrismaClient): Promise<void> {
  try {
    if (!(await everyServerHasHeard(database)))
      console.warn(
        "A web server has not heard of what was published: it may show what was before for a moment",
      );
  } catch (error) {
    console.warn(`Nobody knows who has heard of what was published: ${String(error)}`);
  }
}

/** Reads what belongs together as it stood at one moment, whoever writes meanwhile. Inside a transaction it joins that. */
export function oneMoment<T>(read: () => Promise<T>): Promise<T> {
  if (current.getStore()) return read();
  return client(asShown()).$transaction((tx) => current.run(tx, read), {
    isolationLevel: "RepeatableRead",
    timeout: 30_000,
    maxWait: 10_000,
  });
}

/** What our triggers refuse, by the codes that they give it (migration: refusal_codes). */
const REFUSALS: Readonly<Record<string, "never-changed" | "half-translated" | "quote-not-in-copy">> = {
  BE001: "never-changed",
  BE002: "never-changed",
  BE003: "never-changed",
  BE004: "never-changed",
  BE008: "half-translated",
  BE009: "quote-not-in-copy",
};

/**
 * Two who write wait for each other, and PostgreSQL lets one of them go on (deadlock_detected); or one writes for longer than
 * the other waits (lock_not_available).
 */
const MEANWHILE: ReadonlySet<string> = new Set(["40P01", "55P03"]);

/** What the database refused, as a reason; null for anything that is a surprise and should throw. */
export function refusalOf(
  error: unknown,
):
  | "already-there"
  | "unknown-reference"
  | "never-changed"
  | "half-translated"
  | "quote-not-in-copy"
  | "at-the-same-time"
  | null {
  const state = sqlStateOf(error) ?? "";
  const ours = REFUSALS[state];
  if (ours) return ours;
  if (MEANWHILE.has(state)) return "at-the-same-time";
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  if (error.code === "P2002") return "already-there";
  return error.code === "P2003" || error.code === "P2025" ? "unknown-reference" : null;
}

/** What the driver's adapter throws, as far as it says what PostgreSQL answered. */
const driverError = z.object({ cause: z.object({ originalCode: z.string() }) });

/**
 * The code PostgreSQL answered with (SQLSTATE), null when it did not. Errors that the client has a code of its own for
 * carry the adapter's error beside it; those it has none for are the adapter's error itself.
 */
export const sqlStateOf = (error: unknown): string | null =>
  driverError.safeParse(carriedBy(error)).data?.cause.originalCode ?? null;

const carriedBy = (error: unknown): unknown =>
  error instanceof Prisma.PrismaClientKnownRequestError ? error.meta?.driverAdapterError : error;

/** SQLSTATEs of a database that has not done what it was asked, and may do it later; disk full is 53100. */
const LATER = /^(?:08...|53...|57...|55P03|25006|40001|40P01)$/;

/** What clients say in words of their own when there was no answer, or none in time. */
const NO_ANSWER =
  /^(?:Query read timeout|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|P2024|P2028/;

/** What the driver's adapter calls a server that is not there. */
const notThere = z.object({
  cause: z.object({
    kind: z.enum(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]),
  }),
});

/** Whether the database did not answer, or not in time: nothing was wrong with what it was asked. */
export function isAway(error: unknown): boolean {
  if (notThere.safeParse(carriedBy(error)).success) return true;
  const state = sqlStateOf(error) ?? (error instanceof pg.DatabaseError ? error.code : null);
  if (state) return LATER.test(state);
  if (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    /^P(?:1001|1002|1008|1017|2024|2028|2037)$/.test(error.code)
  )
    return true;
  if (!(error instanceof Error)) return false;
  const code = Reflect.get(error, "code");
  return NO_ANSWER.test(error.message) || (typeof code === "string" && NO_ANSWER.test(code));
}

/** Whether it had no room to write (disk_full). */
export const isFull = (error: unknown): boolean => sqlStateOf(error) === "53100";

/** Whether the database gave up what took longer than it may (query_canceled): it is there, and was asked too much. */
export const tookTooLong = (error: unknown): boolean => sqlStateOf(error) === "57014";

export const closeDatabase = async () => {
  const clients = [...(kept.belagtDatabase?.values() ?? [])];
  kept.belagtDatabase = undefined;
  await Promise.all(clients.map((one) => one.$disconnect()));
};
