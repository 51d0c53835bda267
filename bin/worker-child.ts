/**
 * The worker: does the jobs of the desk (lib/desk/job) beside the web server, in a process of its own. Finds the database and
 * the data directory through the environment; ends on SIGTERM, after the jobs it has begun.
 */
import { closeDatabase } from "../lib/core/db.ts";
import { env } from "../lib/core/env.ts";
import { startWorker } from "../lib/desk/job/job-worker.ts";
import { askAtStart, tasks } from "../lib/site/work/work-tasks.ts";

/** Before what could not be asked for is asked for again, ms: the database is away, or its disk is full. */
const LATER = 60_000;

const worker = await startWorker(env.DATABASE_URL, tasks);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void worker
      .stop()
      .then(closeDatabase)
      .finally(() => process.exit(0));
  });
}
// What waits already is begun meanwhile.
for (let asked = false; !asked; ) {
  try {
    await askAtStart();
    asked = true;
  } catch (error) {
    console.warn(
      `Jobs to ask for at the start wait: ${error instanceof Error ? error.message : String(error)}`,
    );
    await new Promise((resolve) => setTimeout(resolve, LATER));
  }
}
