/**
 * The status of the answer being made, for what the framework has no way to say: a form that is refused is answered
 * with its own page, and that page is not a success.
 *
 * The server (serve.ts) runs each request with a note of its own; kept on globalThis, because the framework bundles this
 * file apart from the server's copy of it.
 */
import { AsyncLocalStorage } from "node:async_hooks";

export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 503;

/** Whose work a request is: that of anybody who reads, of anybody who sends us something, or the desk's. */
export type Asking = "public" | "form" | "desk";

export interface StatusNote {
  status?: RefusalStatus;
  /** How long the database is waited for goes by it (db.ts). */
  readonly asking?: Asking;
  /** The database did not answer, not in time, or had no connection or no room left. */
  databaseAway?: boolean;
}

const kept = globalThis as typeof globalThis & { belagtStatus?: AsyncLocalStorage<StatusNote> };

export const statusNotes = (): AsyncLocalStorage<StatusNote> => {
  kept.belagtStatus ??= new AsyncLocalStorage();
  return kept.belagtStatus;
};

/** Says with which status the page being made is to be sent. Outside a request of the server's it does nothing. */
export function answerWith(status: RefusalStatus): void {
  const note = statusNotes().getStore();
  if (note) note.status = status;
}
