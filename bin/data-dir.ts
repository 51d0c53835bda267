import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { exitCodes, Refusal } from "./exit-codes.ts";
import { isHeldBySomeone, type Lock, takeLock } from "./lock.ts";

/**
 * Makes the data directory if need be and takes its lock: two Belagts on one directory would overwrite
 * each other's files.
 *
 * @throws Refusal naming the holder, or why the directory cannot be used
 */
export function lockDataDir(dataDir: string, command: string): Lock {
  let lock: ReturnType<typeof takeLock>;
  try {
    // Root's PostgreSQL runs as another user and has to pass through; every secret inside is closed by itself.
    makeFolder(path.resolve(dataDir), process.getuid?.() === 0 ? 0o711 : 0o700);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    lock = takeLock(path.join(dataDir, "belagt.lock"), command);
  } catch (error) {
    throw new Refusal(
      exitCodes.dataDirUnusable,
      `The data directory ${dataDir} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
      "Free some space or make it writable for this user, or choose another: BELAGT_DATA_DIR=/path npm start",
    );
  }
  if (!isHeldBySomeone(lock)) return lock;
  throw new Refusal(
    exitCodes.alreadyRunning,
    `Belagt is already running on ${dataDir}: process ${lock.pid} (${lock.command}).`,
    `Stop that one first (kill ${lock.pid}), or give this one a directory and port of its own: BELAGT_DATA_DIR and PORT.`,
  );
}

/** One level at a time: `mkdir` of Node with `recursive` never returns where a parent can hold no folder, as in /proc. */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder), mode);
  mkdirSync(folder, { mode });
}
