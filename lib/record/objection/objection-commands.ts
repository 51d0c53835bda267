import "server-only";
import { clock } from "../../core/clock.ts";
import { columns } from "../../core/columns.ts";
import { command } from "../../core/command.ts";
import { transaction } from "../../core/db.ts";
import { done, refused } from "../../core/result.ts";
import { type Limit, takeAttempt } from "../../desk/limit/limit-commands.ts";
import { readClaim } from "../claim/claim-queries.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { holdRow } from "../seen/seen-commands.ts";
import { readVersion } from "../verdict/verdict-version-queries.ts";
import { repeatsReader, standsIn, textsOf } from "./objection.ts";
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

/** Answers an objection for good, in public: what was objected to in our words, the decision and the reason. */
export const answerObjection = command(
  { name: "objection.answer", role: "editor", publishes: "record" },
  async (tx, actor, { seen, ...input }: ObjectionAnswer & { seen?: string }, now) => {
    const { objectionId, summary, reason, correctionId, decision } = input;
    const held = await holdRow(now, seen, "Objection", objectionId);
    if (!held.ok) return held;
    const { at } = held.value;
    const objection = await tx.objection.findUnique({
      where: { id: objectionId },
      include: { outcome: true, claim: { select: { id: true, slug: true, disputeId: true } } },
    });
    if (!objection) return refused("unknown-objection");
    if (objection.outcome) return refused("already-answered");
    const { claim } = objection;
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
    for (const [field, text] of Object.entries({ summary, reason })) {
      for (const language of ["sv", "en"] as const) {
        if (repeatsReader(text[language], objection.text, record)) {
          return refused("readers-words", `${field}.${language}`);
        }
      }
    }
    const answer = { decision, ...columns("summary", summary), ...columns("reason", reason), correctionId };
    const outcome = await tx.objectionOutcome.create({
      data: { objectionId, ...answer, createdBy: actor.id, publishedAt: at },
    });
    await appendToLog(
      {
        type: "objection.answered",
        subject: claim.slug,
        version: objection.version,
        about: {},
        rows: { objectionOutcome: [outcome] },
      },
      at,
    );
    return done({ slug: claim.slug });
  },
);
