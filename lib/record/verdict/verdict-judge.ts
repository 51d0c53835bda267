/** Whether a verdict may be published as it is written, on the record as it stands: one judgment for the checklist and the command. */
import { contentHash } from "../../core/content-hash.ts";
import { mayPublishAgainst } from "../reply/reply.ts";
import { type BlockReason, blockedBy, criticised, type SuccessionRefusal, succession } from "./verdict.ts";
import { ownWords } from "./verdict-freeze.ts";
import type { VerdictContext } from "./verdict-queries.ts";
import { type FrozenVerdict, frozenVerdict, type NewVerdict } from "./verdict-schema.ts";
import { wordingFlags } from "./verdict-wording.ts";

/** A rule that forbids it, with the field it is about. */
export interface Forbidden {
  readonly reason:
    | BlockReason
    | SuccessionRefusal
    | "unknown-evidence"
    | "no-falsifier"
    | "wording-needs-reason"
    | "answer-waiting"
    | "party-not-asked";
  readonly field: string;
}

type Request = VerdictContext["claim"]["requests"][number];

/**
 * Whether an answer to this request has come that nobody has decided on: sent by the party's link, or written down by the
 * desk. As long as it lies there no verdict on the claim may say what the party has answered, or that it has not.
 */
export const hasUndecidedReply = ({ facts }: Pick<Request, "facts">): boolean => facts.answers.undecided > 0;

/** Whether the party of a request has had its chance, or the reason why not is on record. */
export const mayBeJudged = (request: Request | undefined, at: Date): boolean =>
  request !== undefined &&
  mayPublishAgainst({ ...request.facts, reasonNotAsked: request.reasonNotAskedSv }, at.toISOString());

/** Evidence that a verdict names and that is none of its claim's, or that a step names and the verdict does not. */
export function strayEvidence(
  { claim }: VerdictContext,
  { evidenceIds, steps }: Pick<NewVerdict, "evidenceIds" | "steps">,
): string[] {
  const known = new Set(claim.evidence.map((piece) => piece.id));
  const named = [...evidenceIds, ...steps.flatMap((step) => step.evidenceIds)];
  return [...new Set(named.filter((id) => !known.has(id) || !evidenceIds.includes(id)))];
}

/** Every rule that forbids a verdict, in the order in which it is made. Empty: it may be published. */
export function forbidden(
  context: VerdictContext,
  input: NewVerdict,
  frozen: FrozenVerdict,
  at: Date,
): readonly Forbidden[] {
  const { claim } = context;
  const found: Forbidden[] = [];
  const forbid = (reason: Forbidden["reason"], field: string) => found.push({ reason, field });

  if (strayEvidence(context, input).length > 0) forbid("unknown-evidence", "evidenceIds");
  if (claim.falsifiers.length === 0 && !input.nothingForeseeable)
    forbid("no-falsifier", "nothingForeseeable");
  for (const reason of blockedBy(input.rating, claim.kind, frozen.evidence)) forbid(reason, "rating");
  if (!input.wordingReason && wordingFlags(ownWords(input)).length > 0)
    forbid("wording-needs-reason", "wordingReason");
  if (claim.requests.some(hasUndecidedReply)) forbid("answer-waiting", "replies");
  if (unasked(context, input, at)) forbid("party-not-asked", "replies");

  const refusal = followsOn(context, input, frozen);
  if (refusal) forbid(refusal, "changeReason");
  return found;
}

/** Whether the rating goes against somebody who has not been asked, with no reason for it, or whose time is not out. */
function unasked({ claim, ground }: VerdictContext, { rating }: NewVerdict, at: Date): boolean {
  const requests = new Map(claim.requests.map((request) => [request.partyId, request]));
  return criticised(rating, ground.concerns).some((partyId) => !mayBeJudged(requests.get(partyId), at));
}

/** Whether it may follow the version before it. */
export function followsOn(
  { claim }: VerdictContext,
  { changeReason }: Pick<NewVerdict, "changeReason">,
  frozen: FrozenVerdict,
): SuccessionRefusal | null {
  const [previous] = claim.verdicts;
  return succession(
    previous
      ? {
          hash: previous.hash,
          contentHash: withoutSuccession(frozenVerdict.parse(previous.frozen)),
          withdrawn: previous.withdrawals.length > 0,
        }
      : null,
    { contentHash: withoutSuccession(frozen), changeReason: changeReason?.sv ?? null },
  );
}

/** The hash of what a verdict says, leaving out what differs between any two versions. */
function withoutSuccession(frozen: FrozenVerdict): string {
  const { version, publishedAt, previous, changeReason, byline, ...said } = frozen;
  return contentHash(said);
}
