/**
 * Hears of everything that is published, by whichever process: this server, another one, or a command. The database
 * tells it (migration: tell_of_publication) once the change is committed, and every page made from the record before
 * that is made anew when it is next asked for.
 */
import { tagsManifest } from "next/dist/server/lib/incremental-cache/tags-manifest.external.js";
import pg from "pg";
import { disputeTags } from "../dispute/dispute-tags.ts";

const CHANNEL = "record_published";
const [SOONEST, LATEST] = [500, 30_000];

/** How often the connection is asked whether it still is one, ms: nobody else would notice that it is not. */
const PULSE = 30_000;

/**
 * Listens until the process ends. A lost connection is made again, and what may have been published meanwhile counts as
 * published. Needs a session of its own: a pooler that hands out transactions delivers no news.
 *
 * @returns once it listens, or once the first attempt has failed: pages can be served while the database cannot
 */
export async function listenForNews(databaseUrl: string, wait = SOONEST): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true, query_timeout: PULSE / 3 });
  let pulse: NodeJS.Timeout | undefined;
  let over = false;
  const startAgain = (error: unknown, soon: number) => {
    if (over) return;
    over = true;
    clearInterval(pulse);
    console.warn(`Not hearing of publications: ${error instanceof Error ? error.message : String(error)}`);
    client.end().catch(() => undefined);
    setTimeout(() => void listenForNews(databaseUrl, soon), soon).unref();
  };
  client.on("error", (error) => startAgain(error, SOONEST));
  client.on("notification", outdate);
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    outdate();
    pulse = setInterval(() => {
      client.query("SELECT 1").catch((error: unknown) => startAgain(error, SOONEST));
    }, PULSE).unref();
  } catch (error) {
    startAgain(error, Math.min(wait * 2, LATEST));
  }
}

/** As the framework's own revalidateTag would, which can only be called while it renders. */
function outdate(): void {
  const now = Date.now();
  tagsManifest.set(disputeTags.record(), {
    ...tagsManifest.get(disputeTags.record()),
    stale: now,
    expired: now,
  });
}
