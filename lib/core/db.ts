import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
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

/** What the database refused, as a reason; null for anything that is a surprise and should throw. */
export function refusalOf(
  error: unknown,
): "already-there" | "unknown-reference" | "never-changed" | "half-translated" | "quote-not-in-copy" | null {
  if (!(error instanceof Error)) return null;
  const said = saidBy(error);
  if (/lacks one of its languages/.test(said)) return "half-translated";
  if (/was found in no copy/.test(said)) return "quote-not-in-copy";
  if (/never changed/.test(said)) return "never-changed";
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  if (error.code === "P2002") return "already-there";
  return error.code === "P2003" || error.code === "P2025" ? "unknown-reference" : null;
}

/** The client's own message leaves out what a trigger has to say; PostgreSQL's stands beside it. */
const saidBy = (error: Error): string =>
  error instanceof Prisma.PrismaClientKnownRequestError
    ? `${error.message} ${JSON.stringify(error.meta)}`
    : error.message;

export const closeDatabase = async () => {
  await kept.belagtDatabase?.$disconnect();
  kept.belagtDatabase = undefined;
};
