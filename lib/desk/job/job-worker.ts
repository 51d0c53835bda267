/**
 * Does the jobs, in a process of its own (bin/worker-child.ts): what reads strangers' pages is not what serves readers.
 * A job may be done twice, by a worker that was taken for dead and by the next one; every task is written for that.
 */
import { type JobWithMetadata, PgBoss } from "pg-boss";
import { clock } from "../../core/clock.ts";
import { BY_ITSELF, HEARTBEAT, JOB_KINDS, JOBS, type JobData, type JobKind, PARKED } from "./job.ts";
import { QUEUE_SETTINGS } from "./job-queue.ts";

/** One try at a job. */
export interface Try {
  /** Aborted when the worker is to end, or the try has taken too long. */
  readonly signal: AbortSignal;
  /** Which try it is, from 1. */
  readonly number: number;
  /** Whether no try follows this one. */
  readonly isLast: boolean;
}

export type Tasks = {
  readonly [Kind in JobKind]: {
    /** Throws for what another try may mend. */
    readonly work: (data: JobData[Kind], attempt: Try) => Promise<void>;
    /** Tells whoever asked that it came to nothing: the last try failed, or its worker died in it. */
    readonly park?: (data: JobData[Kind]) => Promise<void>;
  };
};

export interface Worker {
  stop(): Promise<void>;
}

/** How often each kind is looked for, seconds; between two jobs of a kind it is at least as long. */
const LOOK = 0.5;

/** Also with news of new jobs: those that were there before, are to be tried again or are parked come without any. */
const LOOKS = { pollingIntervalSeconds: LOOK, notifyPollingIntervalSeconds: LOOK } as const;

/** How often the signs of life of other workers are looked at, seconds. */
const WATCH = 5;

/**
 * Works until it is stopped.
 *
 * @param databaseUrl - needs sessions of its own: a pooler that hands out transactions delivers no news, and then the
 *   queue is asked every two seconds
 */
export async function startWorker(databaseUrl: string, tasks: Tasks): Promise<Worker> {
  const boss = new PgBoss({
    ...QUEUE_SETTINGS,
    connectionString: databaseUrl,
    max: 4,
    supervise: true,
    schedule: true,
    useListenNotify: true,
    superviseIntervalSeconds: WATCH,
    monitorIntervalSeconds: WATCH,
  });
  // Each kind meets the same fault on its own, several times a second.
  const isNew = onceAWhile();
  boss.on("error", (error: unknown) => {
    const reason = reasonIn(error);
    if (isNew(reason)) console.warn(`Jobs wait: ${reason}`);
  });
  await boss.start();
  for (const kind of JOB_KINDS) await takeUp(boss, kind, tasks);
  await boss.work(PARKED, { includeMetadata: true, ...LOOKS }, async ([job]: JobWithMetadata<object>[]) => {
    if (job) await parkAny(tasks, job);
  });
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}

/** Whether a fault is to be said: another than the last, or the last said a minute ago. */
function onceAWhile(): (reason: string) => boolean {
  let said: { readonly what: string; readonly at: number } | undefined;
  return (reason) => {
    // Without whom it met.
    const what = reason.replace(/ \(Queue: .*\)$/, "");
    const now = clock.now().getTime();
    if (said?.what === what && now - said.at < 60_000) return false;
    said = { what, at: now };
    return true;
  };
}

/** What an error says, also one that came as something else: pg-boss passes on `{ error, … }`. */
function reasonIn(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonIn).join(", ");
  if (error instanceof Error) return error.message;
  if (typeof error !== "object" || error === null) return String(error);
  if ("error" in error) return reasonIn(error.error);
  return "message" in error ? String(error.message) : JSON.stringify(error);
}

async function takeUp<Kind extends JobKind>(boss: PgBoss, kind: Kind, tasks: Tasks): Promise<void> {
  const { atOnce, cron } = JOBS[kind];
  const options = {
    includeMetadata: true,
    localConcurrency: atOnce,
    groupConcurrency: 1,
    heartbeatRefreshSeconds: Math.floor(HEARTBEAT / 3),
    ...LOOKS,
  } as const;
  await boss.work(kind, options, async ([job]: JobWithMetadata<JobData[Kind]>[]) => {
    if (!job) return;
    const isLast = job.retryCount >= job.retryLimit;
    await tasks[kind].work(job.data, { signal: job.signal, number: job.retryCount + 1, isLast });
  });
  if (cron) await boss.schedule(kind, cron, {}, { tz: "Europe/Stockholm", singletonKey: BY_ITSELF });
}

/** The library copies what is spent to one queue, and says there which it came from. */
async function parkAny(tasks: Tasks, job: JobWithMetadata<object>): Promise<void> {
  const kind = JOB_KINDS.find((each) => each === job.sourceName);
  if (kind) await parkOne(kind, tasks, job);
}

async function parkOne<Kind extends JobKind>(kind: Kind, tasks: Tasks, job: JobWithMetadata<object>) {
  // What was put in as this kind's data comes back as that.
  await tasks[kind].park?.(job.data as JobData[Kind]);
}
