/**
 * The one door to the table in which pg-boss keeps its jobs. Its own `findJobs` gives the oldest of one queue first; the desk
 * wants those of all queues, what is parked first. The library promises no columns, so they are looked at each time the
 * queue is brought up to date, which is at every start.
 */

export const JOB_SCHEMA = "pgboss";

/** In this order: what comes before "completed" is not over. */
export const JOB_STATES = ["created", "retry", "active", "completed", "cancelled", "failed"] as const;

const TABLE = `"${JOB_SCHEMA}"."job"`;

const COLUMNS = `"id"::text, "name", "state"::text, coalesce("singleton_key", '') AS "key",
  ("retry_count" + ("state" <> 'created')::int)::int AS "tries", "output" ->> 'message' AS "problem",
  "created_on" AS "createdOn", "start_after" AS "startAfter", "completed_on" AS "completedOn"`;

/** Jobs of the kinds in $1 (an array), those that need somebody first. */
export const selectJobs = (most: number): string =>
  `SELECT ${COLUMNS} FROM ${TABLE} WHERE "name" = ANY ($1)
    ORDER BY ("state" = 'failed') DESC, ("state" < 'completed') DESC, "created_on" DESC LIMIT ${most}`;

/** What the parked job of the kind $1 with the id $2 was about. */
export const SELECT_PARKED = `SELECT "singleton_key" AS "key" FROM ${TABLE} WHERE "name" = $1 AND "id" = $2::uuid AND "state" = 'failed'`;

type Ask = (sql: string) => Promise<{ rows: Record<string, unknown>[] }>;

/** @throws Error that says that the library keeps its jobs otherwise than we read them */
export async function assertJobTable(ask: Ask): Promise<void> {
  const problem = await jobTableProblem(ask);
  if (problem === null) return;
  throw new Error(
    `The table of jobs is not as Belagt reads it: ${problem}. Install the version of pg-boss that package.json names ` +
      "(npm ci). To go to another one, bring lib/desk/job/job-table.ts up to date.",
  );
}

async function jobTableProblem(ask: Ask): Promise<string | null> {
  try {
    await ask(`SELECT ${COLUMNS} FROM ${TABLE} LIMIT 0`);
    const { rows } = await ask(
      `SELECT array_to_string(enum_range(NULL::"${JOB_SCHEMA}"."job_state"), ',') AS "states"`,
    );
    const states = String(rows[0]?.states);
    return states === JOB_STATES.join() ? null : `a job may be ${states}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
