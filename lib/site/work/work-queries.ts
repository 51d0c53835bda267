import "server-only";
import { z } from "zod";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { JOB_KINDS, type JobKind, type JobState, type JobView } from "../../desk/job/job.ts";
import { JOB_STATES, SELECT_PARKED, selectJobs } from "../../desk/job/job-table.ts";

const row = z.object({
  id: z.string(),
  name: z.enum(JOB_KINDS as [JobKind, ...JobKind[]]),
  state: z.enum(JOB_STATES),
  key: z.string(),
  tries: z.number(),
  problem: z.string().nullable(),
  createdOn: z.date(),
  startAfter: z.date(),
  completedOn: z.date().nullable(),
});
type Row = z.infer<typeof row>;

const STATES: Record<Row["state"], JobState> = {
  created: "waiting",
  retry: "again",
  active: "working",
  completed: "done",
  cancelled: "done",
  failed: "parked",
};

/** Letters have a list of their own, with words that are for administrators alone (/desk/letters). */
const LISTED = JOB_KINDS.filter((kind) => kind !== "letter.send");

/** How many are shown: those that wait or are parked come first. */
const MOST = 200;

async function rows(): Promise<Row[]> {
  const found: unknown = await db().$queryRawUnsafe(selectJobs(MOST), LISTED);
  return z.array(row).parse(found);
}

/** What a parked job was about; null: no such job is parked. */
export async function parkedJob(kind: JobKind, id: string): Promise<{ key: string } | null> {
  const found = await db().$queryRawUnsafe<{ key: string }[]>(SELECT_PARKED, kind, id);
  return found[0] ?? null;
}

/** The jobs of the desk, those that need somebody first. Empty for a contributor. */
export async function jobsFor(actor: Actor): Promise<JobView[]> {
  if (!atLeast(actor, "journalist")) return [];
  const jobs = await rows();
  const keys = jobs.map(({ key }) => key).filter((key) => /^[0-9a-f-]{36}$/.test(key));
  const about = await subjects(keys);
  return jobs.map((job) => {
    const subject = about.get(job.key);
    return {
      id: job.id,
      kind: job.name,
      state: STATES[job.state],
      tries: job.tries,
      about: subject ? { href: `/desk/sources/${subject.sourceId}`, title: subject.title } : null,
      progress: job.state === "active" ? (subject?.progress ?? null) : null,
      problem: job.problem,
      at: job.createdOn.toISOString(),
      next:
        job.state === "retry" || job.state === "created"
          ? job.startAfter.toISOString()
          : (job.completedOn?.toISOString() ?? null),
    };
  });
}

interface Subject {
  readonly sourceId: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly progress: number | null;
}

/** The sources that jobs are about, by what the jobs are told: the id of a source, or of something that is one's. */
async function subjects(keys: readonly string[]): Promise<ReadonlyMap<string, Subject>> {
  const these = { id: { in: [...keys] } };
  const named = { select: { id: true, titleSv: true, titleEn: true } };
  const ofCopy = { id: true, snapshot: { select: { source: named } } };
  const sources = await db().source.findMany({ where: these, ...named });
  const captures = await db().capture.findMany({
    where: these,
    select: { id: true, progress: true, source: named },
  });
  const timestamps = await db().timestamp.findMany({ where: these, select: ofCopy });
  const outside = await db().outsideCopy.findMany({ where: these, select: ofCopy });
  const subject = (source: (typeof sources)[number], progress: number | null = null): Subject => ({
    sourceId: source.id,
    title: { sv: source.titleSv, en: source.titleEn },
    progress,
  });
  return new Map([
    ...sources.map((source) => [source.id, subject(source)] as const),
    ...captures.map(({ id, source, progress }) => [id, subject(source, progress)] as const),
    ...[...timestamps, ...outside].map(({ id, snapshot }) => [id, subject(snapshot.source)] as const),
  ]);
}
