import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import { z } from "zod";
import { Prisma, PrismaClient } from "../generated/prisma/client.ts";
import { env } from "./env.ts";

/**
 * The database, for *-queries and *-commands only (lib/architecture.test.ts holds that line).
 *
 * One client for a process; kept on globalThis because development reloads modules without ending the process.
 */
const kept = globalThis as typeof globalThis & { belagtDatabase?: PrismaClient };

const client = (): PrismaClient => {
  kept.belagtDatabase ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: 10 }),
  });
  return kept.belagtDatabase;
};

export type Transaction = Prisma.TransactionClient;

const current = new AsyncLocalStorage<Transaction>();

/** Reads: inside a transaction they see what it has written. */
export const db = (): Transaction => current.getStore() ?? client();

/**
 * Runs `work` in one transaction. A transaction inside another joins it, so that an import or the seed can call many
 * commands and have all of them or none.
 */
export function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  const outer = current.getStore();
  if (outer) return work(outer);
  return client().$transaction((tx) => current.run(tx, () => work(tx)), {
    timeout: 120_000,
    maxWait: 10_000,
  });
}

/** Reads what belongs together as it stood at one moment, whoever writes meanwhile. Inside a transaction it joins that. */
export function oneMoment<T>(read: () => Promise<T>): Promise<T> {
  if (current.getStore()) return read();
  return client().$transaction((tx) => current.run(tx, read), {
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

/** Two who write wait for each other, and PostgreSQL lets one of them go on. */
const DEADLOCK = "40P01";

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
  if (state === DEADLOCK) return "at-the-same-time";
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
export function sqlStateOf(error: unknown): string | null {
  const carried =
    error instanceof Prisma.PrismaClientKnownRequestError ? error.meta?.driverAdapterError : error;
  return driverError.safeParse(carried).data?.cause.originalCode ?? null;
}

export const closeDatabase = async () => {
  await kept.belagtDatabase?.$disconnect();
  kept.belagtDatabase = undefined;
};
