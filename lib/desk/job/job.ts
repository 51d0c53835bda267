/** Slow and outside work: what kinds there are, and how often each is tried. */

import type { Bilingual } from "../../core/language/language.ts";

/** What each kind of job is told. Ids only: whoever does it reads the rest, as it stands by then. */
export interface JobData {
  /** Fetches the page of a capture. */
  readonly "capture.fetch": { readonly captureId: string };
  /**
   * Looks at the page of a source again, for the passages quoted from it. When it was asked for (RFC 3339) tells one look
   * from the next, so that one that is done twice has its effect once.
   */
  readonly "recheck.source": { readonly sourceId: string; readonly askedAt: string };
  /** Asks an authority for a timestamp (RFC 3161). */
  readonly "timestamp.ask": { readonly timestampId: string };
  /** Asks an archive outside to save a page. */
  readonly "outside-copy.ask": { readonly outsideCopyId: string };
  /** Finds the sources whose pages are to be looked at again. */
  readonly "recheck.plan": Record<string, never>;
  /** Reads every stored copy and compares it with its name. */
  readonly "blob.scrub": Record<string, never>;
  /** Hands a letter to the mail server. */
  readonly "letter.send": { readonly letterId: string };
  /** Forgets what is no longer needed. */
  readonly "retention.sweep": Record<string, never>;
}
export type JobKind = keyof JobData;

interface JobSpec {
  /** Seconds one try may take. */
  readonly seconds: number;
  /** How many of its kind are done at once. */
  readonly atOnce: number;
  /** When it is done by itself (cron, Swedish time). */
  readonly cron?: string;
  /** Seconds before the second try, where `FIRST_WAIT` is too soon. */
  readonly firstWait?: number;
  /** Days that it is shown once it is done or parked, where `DAYS_SHOWN` is too long. */
  readonly daysShown?: number;
}

export const JOBS: { readonly [Kind in JobKind]: JobSpec } = {
  "capture.fetch": { seconds: 180, atOnce: 2 },
  "recheck.source": { seconds: 180, atOnce: 1 },
  "timestamp.ask": { seconds: 60, atOnce: 1 },
  "outside-copy.ask": { seconds: 180, atOnce: 1 },
  "recheck.plan": { seconds: 600, atOnce: 1, cron: "17 4 * * *" },
  "blob.scrub": { seconds: 6 * 3600, atOnce: 1, cron: "43 2 * * *" },
  // Mail servers that greylist take a letter of a stranger no sooner than after some minutes. One try must have ended
  // before the transaction that it holds does (lib/core/db.ts).
  "letter.send": { seconds: 100, atOnce: 1, firstWait: 300 },
  "retention.sweep": { seconds: 600, atOnce: 1, cron: "7 * * * *", daysShown: 1 },
};

export const JOB_KINDS = Object.keys(JOBS) as JobKind[];

/** After so many failures a job is parked: it waits for a person (/desk/jobs). */
export const MOST_TRIES = 5;

/** Seconds before the second try, at the least; each later one waits twice as long, give or take. */
export const FIRST_WAIT = 30;

/** Days that done and parked jobs are shown at the desk. */
export const DAYS_SHOWN = 14;

/** The key of a job that is about nothing in particular and done by itself: one of its kind waits or works. */
export const BY_ITSELF = "nightly";

/** The longest wait between two tries, seconds. */
export const LONGEST_WAIT = 3600;

/**
 * A worker that has said nothing for so many seconds is taken for dead, and somebody else does its job. The library
 * takes no less than ten.
 */
export const HEARTBEAT = 15;

/** The queue that the jobs of dead workers and spent tries are copied to, so that what they were for is told. */
export const PARKED = "parked";

/** How a job stands. */
export type JobState = "waiting" | "working" | "again" | "done" | "parked";

export interface JobView {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  /** How many tries have begun. */
  readonly tries: number;
  /** What it is about: a source's title, or nothing for what concerns all. */
  readonly about: { readonly href: string; readonly title: Bilingual } | null;
  /** 0 to 100 where it is known. */
  readonly progress: number | null;
  /** The last failure, in one line. */
  readonly problem: string | null;
  /** When it was asked for, and when it is tried next or ended. RFC 3339. */
  readonly at: string;
  readonly next: string | null;
}

/** A failure that another try may mend: the job is done again, later. */
export class TryAgain extends Error {
  readonly reason: string;
  constructor(reason: string, detail?: string) {
    super(detail ? `${reason}: ${detail}` : reason);
    this.reason = reason;
  }
}
