import "server-only";
import { command } from "../../core/command.ts";
import { done } from "../../core/result.ts";
import { BY_ITSELF } from "../job/job.ts";
import { queueJob } from "../job/job-commands.ts";
import { KEPT } from "./retention.ts";

export interface Rule {
  /** What is forgotten, in words for the log. */
  readonly what: string;
  /** Takes the moment before which a row is old enough. */
  readonly statement: string;
  readonly kept: number;
}

/** What is forgotten, in this order. */
export const RULES: readonly Rule[] = [
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

/** Only one worker at a time forgets; the number is arbitrary and must never change. */
const LOCK = 7235012;

/**
 * Forgets what is due of one kind. Nothing of the record is touched, nor what was received from outside: only who may be
 * written to about it.
 *
 * @returns how many rows; null while another worker is at it
 */
export const forget = command(
  { name: "retention.forget", role: "worker" },
  async (tx, _actor, { statement, kept }: Rule, now) => {
    const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(${LOCK}) AS taken`;
    if (!lock?.taken) return done(null);
    return done(await tx.$executeRawUnsafe(statement, new Date(now.getTime() - kept)));
  },
);

/** Asks for the job that forgets, out of its turn. */
export const askToForget = command(
  { name: "retention.ask", role: "worker" },
  async (_tx, _actor, _input: Readonly<Record<string, never>>) => {
    await queueJob("retention.sweep", {}, { key: BY_ITSELF });
    return done(null);
  },
);
