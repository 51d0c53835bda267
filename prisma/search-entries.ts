import pg from "pg";

/** How many things are read anew in one transaction. */
const AT_ONCE = 500;

/**
 * Makes searchable what waits for it: everything, when a migration has just begun to keep what is searched. Done after the
 * views of readers are there (shown.ts), through which it is read, and safe to repeat.
 */
export async function catchUpSearch(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    for (let left = true; left; ) {
      const { rows } = await client.query<{ done: number }>("SELECT search_catch_up($1) AS done", [AT_ONCE]);
      left = (rows[0]?.done ?? 0) > 0;
    }
  } finally {
    await client.end();
  }
}
