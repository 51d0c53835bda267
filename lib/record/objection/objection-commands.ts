import "server-only";
import { clock } from "../../core/clock.ts";
import { bilingualOf, columns, columnsOrNull } from "../../core/columns.ts";
import { asSave, command, type DraftRef, revised } from "../../core/command.ts";
import { type Transaction, transaction } from "../../core/db.ts";
import { LOCALES } from "../../core/language/language.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { type Limit, takeAttempt } from "../../desk/limit/limit-commands.ts";
import { readClaim } from "../claim/claim-queries.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { hold } from "../seen/seen-commands.ts";
import { readVersion } from "../verdict/verdict-version-queries.ts";
import { wordingFlags } from "../verdict/verdict-wording.ts";
import { repeatsReader, standsIn, textsOf } from "./objection.ts";
import { answerShown } from "./objection-queries.ts";
import type { NewObjection, ObjectionAnswer } from "./objection-schema.ts";

/** Objections taken from one network in an hour. Only those that were taken count: a reader may misquote freely. */
const OBJECTIONS: Limit = { name: "objection", most: 5, within: 60 * 60_000 };

/**
 * Readers have no account. Nothing public changes by it.
 *
 * @param network - who sends it, as far as is known: lib/desk/auth/network.ts
 * @returns the number the reader can cite
 */
export function receiveObjection(
  { claim: slug, sentence, evidenceId, version, ...said }: NewObjection,
  network: string,
  now: Date = clock.now(),
) {
  return transaction(async (tx) => {
    const claim = await tx.claim.findFirst({
      where: { slug, publishedAt: { not: null } },
      select: {
        id: true,
        wordings: { where: { publishedAt: { not: null } }, select: { textSv: true, textEn: true } },
        verdicts: { where: { version: version ?? 0 }, select: { id: true } },
      },
    });
    const view = claim && (await readClaim(slug));
    if (!view) return refused("unknown-claim");
    if (version !== null && claim.verdicts.length === 0) return refused("unknown-version");
    if (evidenceId !== null) {
      const evidence = await tx.evidence.findFirst({
        where: { id: evidenceId, claimId: claim.id, publishedAt: { not: null } },
        select: { id: true },
      });
      if (!evidence) return refused("unknown-evidence", "evidenceId");
    }
    if (sentence !== null) {
      const before = version === null ? null : await readVersion(slug, version);
      const texts = [
        ...textsOf(view),
        ...textsOf(before),
        ...claim.wordings.flatMap((each) => Object.values(each)),
      ];
      if (!standsIn(sentence, texts)) return refused("sentence-not-found", "sentence");
    }
    if ((await takeAttempt(OBJECTIONS, network, now)) !== "taken") return refused("too-often");
    const { id } = await tx.objection.create({
      data: {
        ...said,
        claimId: claim.id,
        target: evidenceId !== null ? "evidence" : sentence !== null ? "sentence" : "other",
        evidenceId,
        sentence,
        version,
        receivedAt: now,
      },
    });
    return done({ id });
  });
}

/** An objection, held while its answer is written or published: two who begin one at once wait for each other here. */
async function objectionHeld(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT "id" FROM "Objection" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return tx.objection.findUnique({
    where: { id },
    include: { outcome: true, claim: { select: { id: true, slug: true, disputeId: true } } },
  });
}

/** The rule that an answer breaks, or null: asked when it is written and again when it is published. */
async function faultOf(
  tx: Transaction,
  { claim, text }: NonNullable<Awaited<ReturnType<typeof objectionHeld>>>,
  { summary, reason, correctionId, wordingReason }: Omit<ObjectionAnswer, "decision">,
) {
  if (correctionId !== null) {
    const correction = await tx.correction.findFirst({
      where: {
        id: correctionId,
        publishedAt: { not: null },
        OR: [{ claimId: claim.id }, { claimId: null, disputeId: claim.disputeId }],
      },
      select: { id: true },
    });
    if (!correction) return refused("unknown-correction", "correctionId");
  }
  const record = textsOf(await readClaim(claim.slug));
  for (const [field, words] of Object.entries({ summary, reason, wordingReason })) {
    for (const language of LOCALES) {
      if (words && repeatsReader(words[language], text, record)) {
        return refused("readers-words", `${field}.${language}`);
      }
    }
  }
  if (wordingReason === null && wordingFlags([summary, reason]).length > 0) {
    return refused("wording-needs-reason", "wordingReason.sv");
  }
  return null;
}

const row = ({ decision, summary, reason, correctionId, wordingReason }: ObjectionAnswer) => ({
  ...{ decision, correctionId },
  ...columns("summary", summary),
  ...columns("reason", reason),
  ...columnsOrNull("wordingReason", wordingReason),
});

const draftOf = (ref: DraftRef) => ({
  objectionId: ref.id,
  revision: asSave(ref.revision),
  publishedAt: null,
});

/**
 * Writes the answer to an objection, or changes it while it is a draft: what was objected to in our words, the decision
 * and the reason. It goes by its objection's id. Revision 0: there was none to begin from.
 */
export const draftObjectionAnswer = command(
  { name: "objection.draft-answer", role: "journalist" },
  async (
    tx,
    actor,
    { answer, ...ref }: DraftRef & { answer: ObjectionAnswer },
  ): Promise<Result<DraftRef>> => {
    const objection = await objectionHeld(tx, ref.id);
    if (!objection) return refused("unknown-objection");
    if (objection.outcome?.publishedAt) return refused("already-answered");
    const fault = await faultOf(tx, objection, answer);
    if (fault) return fault;
    if (ref.revision === 0 && !objection.outcome) {
      await tx.objectionOutcome.create({
        data: { objectionId: ref.id, ...row(answer), createdBy: actor.id },
      });
      return done({ id: ref.id, revision: 1 });
    }
    return revised(
      ref,
      tx.objectionOutcome.updateMany({
        where: draftOf(ref),
        data: { ...row(answer), revision: { increment: 1 } },
      }),
      async () => objection.outcome,
    );
  },
);

/** Throws a draft answer away. The objection waits again. */
export const discardObjectionAnswer = command(
  { name: "objection.discard-answer", role: "journalist" },
  (tx, _actor, ref: DraftRef) =>
    revised(ref, tx.objectionOutcome.deleteMany({ where: draftOf(ref) }), () =>
      tx.objectionOutcome.findUnique({ where: { objectionId: ref.id } }),
    ),
);

/** Answers an objection for good, in public, as the editor, who has not written in the answer, began to read it. */
export const publishObjectionAnswer = command(
  { name: "objection.publish-answer", role: "editor", publishes: "record" },
  async (
    tx,
    actor,
    { seen, ...ref }: DraftRef & { seen?: string },
    now,
  ): Promise<Result<{ slug: string }>> => {
    const held = await hold(now, seen, answerShown(ref.id));
    if (!held.ok) return held;
    const { at } = held.value;
    const objection = await objectionHeld(tx, ref.id);
    if (!objection) return refused("unknown-objection");
    const { claim, outcome } = objection;
    if (!outcome) return refused("unknown-draft");
    if (outcome.createdBy === actor.id || (await wroteAmong(actor.id, [ref.id])))
      return refused("author-cannot-approve");
    const { objectionId, revision, createdBy, publishedAt, ...answer } = outcome;
    const fault = await faultOf(tx, objection, {
      summary: bilingualOf(answer.summarySv, answer.summaryEn) ?? { sv: "", en: "" },
      reason: bilingualOf(answer.reasonSv, answer.reasonEn) ?? { sv: "", en: "" },
      correctionId: answer.correctionId,
      wordingReason: bilingualOf(answer.wordingReasonSv, answer.wordingReasonEn),
    });
    if (fault) return fault;
    const result = await revised(
      ref,
      tx.objectionOutcome.updateMany({ where: draftOf(ref), data: { publishedAt: at } }),
      async () => outcome,
    );
    if (!result.ok) return result;
    await appendToLog(
      {
        type: "objection.answered",
        subject: claim.slug,
        version: objection.version,
        about: {},
        rows: { objectionOutcome: [{ ...outcome, publishedAt: at }] },
      },
      at,
    );
    return done({ slug: claim.slug });
  },
);
