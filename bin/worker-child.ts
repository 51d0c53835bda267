/**
 * The worker: does the jobs of the desk (lib/job) beside the web server, in a process of its own. Finds the database and
 * the data directory through the environment; ends on SIGTERM, after the jobs it has begun.
 */
import { closeDatabase } from "../lib/db.ts";
import { env } from "../lib/env.ts";
import { tasks } from "../lib/job/job-tasks.ts";
import { startWorker } from "../lib/job/job-worker.ts";

const worker = await startWorker(env.DATABASE_URL, tasks);
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void worker
      .stop()
      .then(closeDatabase)
      .finally(() => process.exit(0));
  });
}
