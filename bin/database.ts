import { openEmbedded, runningEmbedded } from "./embedded-database.ts";
import { openExternal } from "./external-database.ts";
import type { Settings } from "./settings.ts";

/** A database that answers. */
export type Database = {
  url: string;
  /** For the progress line. */
  description: string;
  /** Settles when an embedded server is gone; never for someone else's. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/** Opens the database that the settings name: someone else's, or the embedded one, created and started if need be. */
export function openDatabase({ databaseUrl, dataDir }: Settings, stop: AbortSignal): Promise<Database> {
  return databaseUrl === undefined ? openEmbedded(dataDir, stop) : openExternal(databaseUrl);
}

/**
 * The URL for a command that only needs a database to talk to: the one a running Belagt has open,
 * or DATABASE_URL; undefined when none is running.
 */
export async function runningDatabase({ databaseUrl, dataDir }: Settings): Promise<string | undefined> {
  return databaseUrl === undefined ? runningEmbedded(dataDir) : (await openExternal(databaseUrl)).url;
}
