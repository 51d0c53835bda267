import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { command } from "../../core/command.ts";
import { contentHash } from "../../core/content-hash.ts";
import type { Transaction } from "../../core/db.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { hold } from "../seen/seen-commands.ts";
import { freeze } from "./verdict-freeze.ts";
import { type Forbidden, forbidden } from "./verdict-judge.ts";
import { type VerdictContext, verdictHeld } from "./verdict-queries.ts";
import type { NewVerdict } from "./verdict-schema.ts";

/** A verdict and who wrote it. */
export interface SignedVerdict {
  readonly author: Actor;
  readonly verdict: NewVerdict;
}

/**
 * Publishes the next version of a verdict: freezes what it rests on, links it to the version before and writes the
 * log, all in one transaction. The actor approves it, and is somebody else than its author. What it rests on is public
 * already; no page gives this command, but verdict.approve of a draft.
 *
 * @returns the version and its hash, or the first rule that forbids it
 */
export const publishVerdict = command(
  { name: "verdict.publish", role: "editor", publishes: "record" },
  async (tx, approver, { author, verdict }: SignedVerdict, now) => {
    if (!atLeast(author, "journalist")) return refused("not-allowed");
    if (author.id === approver.id) return refused("author-cannot-approve");
    // Held until this is public: whoever brings an answer meanwhile (which names its request) is after it, never in between.
    const held = await hold(now, undefined, () => verdictHeld(verdict.claimId));
    if (!held.ok) return held.reason === "nothing-shown" ? refused("unknown-claim", "claimId") : held;
    const { at, view } = held.value;
    return writeVerdict(tx, { context: view, author, approver, input: verdict, at });
  },
);

interface Writing {
  /** The record as it stands once the verdict is public, held. */
  readonly context: VerdictContext;
  readonly input: NewVerdict;
  readonly author: Actor;
  readonly approver: Actor;
  readonly at: Date;
}

/**
 * Writes the next version of a verdict, unless a rule forbids it.
 *
 * Part of commands that publish one.
 */
export async function writeVerdict(
  tx: Transaction,
  { context, input, author, approver, at }: Writing,
): Promise<Result<{ version: number; hash: string }, Forbidden["reason"]>> {
  const frozen = freeze(context, input, { author: author.byline, approver: approver.byline }, at);
  const [first] = forbidden(context, input, frozen, at);
  if (first) return refused(first.reason, first.field);

  const [previous] = context.claim.verdicts;
  const hash = contentHash(frozen);
  const { id } = await tx.verdict.create({
    data: {
      claimId: context.claim.id,
      version: frozen.version,
      rating: input.rating,
      conclusionSv: input.conclusion.sv,
      conclusionEn: input.conclusion.en,
      frozen,
      hash,
      previousHash: previous?.hash ?? null,
      publishedAt: at,
    },
  });
  await tx.verdictEvidence.createMany({
    data: input.evidenceIds.map((evidenceId, index) => ({ verdictId: id, evidenceId, rank: index + 1 })),
  });
  await appendToLog(
    { type: "verdict.published", subject: context.claim.slug, version: frozen.version, frozen },
    at,
  );
  return done({ version: frozen.version, hash });
}
