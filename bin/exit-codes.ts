/**
 * What the exit code of a command tells the script or supervisor that ran it. Numbers are never reused
 * for something else; 126 and up belong to the shell.
 */
export const exitCodes = {
  /** Done, or stopped because somebody asked for it. */
  done: 0,
  /** Tests or checks failed, or an error that has no row here. */
  failed: 1,
  /** The command line or a setting cannot be understood. */
  usage: 2,
  /** Another Belagt uses this data directory. */
  alreadyRunning: 10,
  /** The port is taken, or may not be opened by this user. */
  portTaken: 11,
  /** The data directory cannot be written. */
  dataDirUnusable: 12,
  /** The embedded PostgreSQL could not be created. */
  databaseNotCreated: 13,
  /** The embedded PostgreSQL did not start. */
  databaseNotStarted: 14,
  /** The PostgreSQL at DATABASE_URL does not answer, or refuses us. */
  databaseUnreachable: 15,
  /** The PostgreSQL at DATABASE_URL is older than 15. */
  databaseTooOld: 16,
  /** A migration failed; the database is as it was before that migration. */
  migrationFailed: 17,
  /** Generating the database client or building the application failed. */
  buildFailed: 18,
  /** The first records could not be written. */
  seedFailed: 19,
  /** npm could not install the packages (bin/run.mjs). */
  installFailed: 20,
  /** There is no Node here that can run Belagt (bin/run.mjs). */
  noSuitableNode: 21,
  /** The web server ended by itself, or never answered. */
  webServerDied: 22,
  /** The database ended by itself while the web server was running, and could not be started again at its own port. */
  databaseDied: 23,
  /** No browser could be found or installed for the end-to-end tests. */
  noBrowser: 24,
  /** There is nothing to move the clock with, and it could not be installed. */
  noClockMovers: 25,
  /** Somebody pressed Ctrl-C in the middle of a command that has an end of its own. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command with one sentence for a person: what is wrong, and what to do about it. */
export class Refusal extends Error {
  readonly exitCode: ExitCode;
  readonly whatToDo: string;

  /** @param details another program's own words, shown before the sentence when there are any */
  constructor(exitCode: ExitCode, sentence: string, whatToDo: string, details?: string) {
    super(sentence, { cause: details });
    this.exitCode = exitCode;
    this.whatToDo = whatToDo;
  }
}
