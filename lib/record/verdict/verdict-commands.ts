import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { command } from "../../core/command.ts";
import { contentHash } from "../../core/content-hash.ts";
import { done, refused } from "../../core/result.ts";
import { appendToLog, beginPublishing } from "../record-log/record-log-commands.ts";
import { mayPublishAgainst } from "../reply/reply.ts";
import { blockedBy, criticised, succession } from "./verdict.ts";
import { freeze, ownWords } from "./verdict-freeze.ts";
import { hasUndecidedReply, verdictContext } from "./verdict-queries.ts";
import { frozenVerdict, type NewVerdict } from "./verdict-schema.ts";
import { wordingFlags } from "./verdict-wording.ts";

/** A verdict and who wrote it. */
export interface SignedVerdict {
  readonly author: Actor;
  readonly verdict: NewVerdict;
}

/**
 * Publishes the next version of a verdict: freezes what it rests on, links it to the version before and writes the
 * log, all in one transaction. The actor approves it, and is somebody else than its author.
 *
 * @returns the version and its hash, or the first rule that forbids it
 */
export const publishVerdict = command(
  { name: "verdict.publish", role: "editor", publishes: "record" },
  async (tx, approver, { author, verdict: input }: SignedVerdict, now) => {
    if (!atLeast(author, "journalist")) return refused("not-allowed");
    if (author.id === approver.id) return refused("author-cannot-approve");

    const at = await beginPublishing(now);
    // Held until this is public: whoever brings an answer meanwhile (which names its request) is after it, never in between.
    await tx.$queryRaw`SELECT "id" FROM "ReplyRequest" WHERE "claimId" = ${input.claimId}::uuid ORDER BY "id" FOR UPDATE`;
    const context = await verdictContext(input.claimId);
    if (!context) return refused("unknown-claim", "claimId");
    const known = new Set(context.claim.evidence.map((piece) => piece.id));
    const named = [...input.evidenceIds, ...input.steps.flatMap((step) => step.evidenceIds)];
    if (!named.every((id) => known.has(id) && input.evidenceIds.includes(id))) {
      return refused("unknown-evidence", "evidenceIds");
    }
    if (context.claim.falsifiers.length === 0 && !input.nothingForeseeable) {
      return refused("no-falsifier", "nothingForeseeable");
    }

    const frozen = freeze(context, input, { author: author.byline, approver: approver.byline }, at);
    const [shut] = blockedBy(input.rating, context.claim.kind, frozen.evidence);
    if (shut) return refused(shut, "rating");

    if (!input.wordingReason && wordingFlags(ownWords(input)).length > 0) {
      return refused("wording-needs-reason", "wordingReason");
    }

    if (context.claim.requests.some(hasUndecidedReply)) return refused("answer-waiting", "replies");
    const requests = new Map(context.claim.requests.map((request) => [request.partyId, request]));
    const unasked = criticised(input.rating, context.ground.concerns).find((partyId) => {
      const request = requests.get(partyId);
      return !(
        request &&
        mayPublishAgainst(
          {
            answered: request.replies.length > 0,
            deadline: request.asking?.deadline.toISOString() ?? null,
            reasonNotAsked: request.reasonNotAskedSv,
          },
          at.toISOString(),
        )
      );
    });
    if (unasked) return refused("party-not-asked", "replies");

    const [previous] = context.claim.verdicts;
    const refusal = succession(
      previous
        ? {
            hash: previous.hash,
            contentHash: withoutSuccession(frozenVerdict.parse(previous.frozen)),
            withdrawn: previous.withdrawals.length > 0,
          }
        : null,
      { contentHash: withoutSuccession(frozen), changeReason: input.changeReason?.sv ?? null },
    );
    if (refusal) return refused(refusal, "changeReason");

    const hash = contentHash(frozen);
    const { id } = await tx.verdict.create({
      data: {
        claimId: input.claimId,
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
      { type: "verdict.published", subject: context.claim.slug, version: frozen.version, contentHash: hash },
      at,
    );
    return done({ version: frozen.version, hash });
  },
);

/** The hash of what a verdict says, leaving out what differs between any two versions. */
function withoutSuccession(frozen: ReturnType<typeof frozenVerdict.parse>): string {
  const { version, publishedAt, previous, changeReason, byline, ...said } = frozen;
  return contentHash(said);
}
