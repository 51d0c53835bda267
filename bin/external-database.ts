import pg from "pg";
import type { Database } from "./database.ts";
import { exitCodes, Refusal } from "./exit-codes.ts";

/** PostgreSQL 15, as `server_version_num` puts it. */
const oldestSupported = 150_000;

/**
 * Someone else's PostgreSQL, at DATABASE_URL: it is only asked whether it will do.
 *
 * @throws Refusal when it does not answer, refuses us, or is too old
 */
export async function openExternal(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  const where = hidePassword(url);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
      "SELECT current_setting('server_version_num') AS server_version_num, current_setting('server_version') AS server_version",
    );
    const [version] = rows;
    if (Number(version?.server_version_num) < oldestSupported) {
      throw new Refusal(
        exitCodes.databaseTooOld,
        `The database at ${where} is PostgreSQL ${version?.server_version}; Belagt needs 15 or newer.`,
        "Upgrade it, point DATABASE_URL at another, or leave DATABASE_URL out to use the embedded one.",
      );
    }
    const description = `Database at ${where} answers, PostgreSQL ${version?.server_version}`;
    return { url, description, ended: new Promise(() => {}), stop: async () => {} };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      exitCodes.databaseUnreachable,
      `The database at ${where} cannot be used: ${reasonOf(error)}.`,
      "Check DATABASE_URL, or leave it out to use the embedded database.",
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** For people to recognise a database by, without what must stay secret. */
function hidePassword(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}
