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

/**
 * Listens until the process ends. A lost connection is made again, and what may have been published meanwhile counts as
 * published.
 *
 * @returns once it listens, or once the first attempt has failed: pages can be served while the database cannot
 */
export async function listenForNews(databaseUrl: string, wait = SOONEST): Promise<void> {
  const again = (soon: number) => {
    setTimeout(() => void listenForNews(databaseUrl, soon), soon).unref();
  };
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  try {
    let lost = false;
    client.on("error", (error) => {
      if (lost) return;
      lost = true;
      console.warn(`Not hearing of publications for the moment: ${error.message}`);
      client.end().catch(() => undefined);
      again(SOONEST);
    });
    client.on("notification", () => outdate());
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    outdate();
  } catch (error) {
    console.warn(
      `Not hearing of publications yet: ${error instanceof Error ? error.message : String(error)}`,
    );
    client.end().catch(() => undefined);
    again(Math.min(wait * 2, LATEST));
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
