import path from "node:path";
import { applicationRole, openAsApplication } from "./application-role.ts";
import { buildIfStale } from "./build.ts";
import { wasStopped } from "./child.ts";
import { lockDataDir } from "./data-dir.ts";
import { type Database, openDatabase } from "./database.ts";
import { type ExitCode, exitCodes, Refusal } from "./exit-codes.ts";
import { firstLink } from "./first-link.ts";
import { generateClient } from "./generate.ts";
import { keepRunning } from "./kept-database.ts";
import { bringUpToDate } from "./migrate.ts";
import { checkPort, startWebServer } from "./next-server.ts";
import { say, seconds, step } from "./say.ts";
import { seed } from "./seed.ts";
import { applicationEnv, readSettings, type Settings } from "./settings.ts";
import { startWorker } from "./worker.ts";

/**
 * The whole life of a running Belagt: everything that must be there before the web server, the web
 * server, and all of it down again in the opposite order. Every step is safe to repeat, because any of
 * them may be where the power went last time.
 *
 * @param mode `start` serves the production build, `dev` compiles pages as they are asked for
 * @param stop aborted when somebody asks for an end
 */
export async function serve(mode: "start" | "dev", stop: AbortSignal): Promise<ExitCode> {
  const began = Date.now();
  const settings = readSettings(process.env);
  const lock = lockDataDir(settings.dataDir, mode);
  try {
    await checkPort(settings);
    const opened = await step(
      "Starting the database",
      () => openDatabase(settings, stop),
      (it) => it.description,
    );
    const database = keepRunning(opened, {
      again: () => openDatabase(settings, stop),
      log: path.join(settings.dataDir, "postgres.log"),
    });
    try {
      return await serveFrom(database, mode, settings, began, stop);
    } finally {
      await database.stop();
    }
  } catch (error) {
    if (!wasStopped(error)) throw error;
    return exitCodes.done;
  } finally {
    lock.release();
    if (stop.aborted) say("✓ Stopped");
  }
}

async function serveFrom(
  database: Database,
  mode: "start" | "dev",
  settings: Settings,
  began: number,
  stop: AbortSignal,
): Promise<ExitCode> {
  await bringUpToDate(database.url, applicationRole(settings));
  const application = await openAsApplication(settings, database.url);
  if (application.warning) say(`· ${application.warning}`);
  const env = applicationEnv(settings, application.url);
  if (mode === "dev") await generateClient(stop);
  await seed(env, stop);
  if (mode === "start") await buildIfStale(env, stop);
  stop.throwIfAborted();

  // Beside the start of the web server, which takes longer.
  const link = firstLink(env, stop);
  link.catch(() => undefined);
  const web = await step(
    "Starting the web server",
    () => startWebServer(mode, settings, env, stop),
    () => "Web server started",
  );
  say(`\n  Belagt is at ${settings.baseUrl}   (ready in ${seconds(Date.now() - began)}; Ctrl-C stops it)\n`);
  await sayFirstLink(link);

  // After everything a reader waits for: the jobs can wait a second longer.
  const worker = startWorker(env);
  const whatEnded = await Promise.race([
    new Promise<"asked">((resolve) => stop.addEventListener("abort", () => resolve("asked"), { once: true })),
    web.ended.then(() => "web" as const),
    database.ended.then(() => "database" as const),
  ]);
  if (whatEnded === "asked") say("· Stopping: requests in flight may finish …");
  await Promise.all([web.stop(), worker.stop()]);
  if (whatEnded === "asked") return exitCodes.done;
  throw whatEnded === "web"
    ? new Refusal(
        exitCodes.webServerDied,
        "The web server ended by itself.",
        "Its own words are above. Run the command again.",
      )
    : new Refusal(
        exitCodes.databaseDied,
        "The database ended by itself, and its port is taken.",
        `See ${path.join(settings.dataDir, "postgres.log")}, then run the command again.`,
      );
}

/** A failure here keeps nobody from reading: it is said, and the next start tries again. */
async function sayFirstLink(link: Promise<string | null>): Promise<void> {
  try {
    const address = await link;
    if (address === null) return;
    say(
      "  Nobody has an account yet. Whoever opens this becomes the first administrator (once, within 24 hours):",
    );
    say(`  ${address}\n`);
  } catch (error) {
    if (!wasStopped(error)) say(`  ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
