/**
 * Forgets what is no longer needed, from the web server's process (lib/site/http/serve.ts), beside the sender of letters. Like
 * it, it knows nothing of the application: a connection to the database is all it needs. Nothing of the record is touched,
 * nor what was received from outside: only who may be written to about it.
 */
import pg from "pg";
import { clock } from "../../core/clock.ts";
import { KEPT } from "./retention.ts";

interface Rule {
  /** What is forgotten, for the log. */
  readonly what: string;
  /** Takes the moment before which a row is old enough. */
  readonly statement: string;
  readonly kept: number;
}

const RULES: readonly Rule[] = [
  {
    what: "readers' addresses on objections",
    statement: `UPDATE "Objection" o SET "contact" = NULL FROM "ObjectionOutcome" d
      WHERE d."objectionId" = o."id" AND o."contact" IS NOT NULL AND d."publishedAt" < $1`,
    kept: KEPT.contact,
  },
  {
    what: "readers' addresses on tips",
    statement: `UPDATE "Tip" SET "contact" = NULL WHERE "contact" IS NOT NULL AND "decidedAt" < $1`,
    kept: KEPT.contact,
  },
  { what: "keys of forms", statement: `DELETE FROM "Submission" WHERE "at" < $1`, kept: KEPT.formKey },
  { what: "counted tries", statement: `DELETE FROM "Attempt" WHERE "startedAt" < $1`, kept: KEPT.attempt },
  {
    what: "used codes",
    statement: `DELETE FROM "UsedCode" WHERE "code" LIKE 'totp:%' AND "usedAt" < $1`,
    kept: KEPT.usedCode,
  },
  {
    what: "sessions nobody uses",
    statement: `DELETE FROM "Session" WHERE "seenAt" < $1`,
    kept: KEPT.session.idle,
  },
  {
    what: "sessions that are over",
    statement: `DELETE FROM "Session" WHERE "createdAt" < $1`,
    kept: KEPT.session.whole,
  },
  {
    what: "sign-ins left halfway",
    statement: `DELETE FROM "Session" WHERE "halfway" AND "createdAt" < $1`,
    kept: KEPT.session.halfway,
  },
  { what: "typed text", statement: `DELETE FROM "Autosave" WHERE "savedAt" < $1`, kept: KEPT.typed },
  {
    what: "spent links",
    statement: `DELETE FROM "Verification" WHERE "expiresAt" < $1`,
    kept: KEPT.spentLink,
  },
  {
    // A letter on its way keeps it: it would go without, and the words around it would make no sense.
    what: "links in letters",
    statement: `UPDATE "Letter" SET "link" = NULL WHERE "link" IS NOT NULL AND "linkUntil" < $1 AND "state" <> 'waiting'`,
    kept: 0,
  },
];

/** Only one process at a time forgets; the number is arbitrary and must never change. */
const LOCK = 7235012;

/**
 * Forgets everything that is due. Each kind is a transaction of its own: what goes wrong with one is tried again in an
 * hour and does not keep the others.
 *
 * @returns how many rows of each kind; empty while another process is at it
 */
export async function sweep(client: pg.ClientBase, now: Date): Promise<ReadonlyMap<string, number>> {
  const swept = new Map<string, number>();
  for (const { what, statement, kept } of RULES) {
    await client.query("BEGIN");
    try {
      const { rows } = await client.query<{ taken: boolean }>(
        `SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`,
      );
      if (rows[0]?.taken) {
        const { rowCount } = await client.query(statement, [new Date(now.getTime() - kept)]);
        swept.set(what, rowCount ?? 0);
      }
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK");
      console.warn(`Not forgotten (${what}): ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return swept;
}

/** How often, ms. What is kept for a day is kept for up to an hour more. */
const EVERY = 3_600_000;

/** Sweeps when the server has started and every hour until it ends. A database that is away is asked again. */
export function keepSweeping(databaseUrl: string): void {
  const round = async () => {
    const client = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 10_000,
      query_timeout: 60_000,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await sweep(client, clock.now());
    } catch (error) {
      console.warn(`Forgetting waits: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await client.end().catch(() => undefined);
      setTimeout(() => void round(), EVERY).unref();
    }
  };
  void round();
}
