import { z } from "zod";
import { id, plainText } from "../../core/language/language-schema.ts";
import { RATINGS } from "../../core/rating/rating.ts";
import type { NewVerdict } from "./verdict-schema.ts";

const text = (max: number) =>
  z.union([
    z
      .string()
      .regex(/^\s*$/)
      .transform(() => ""),
    plainText(max),
  ]);

/** A text that may still be missing, in one language or both. */
const unfinished = (max: number) => z.strictObject({ sv: text(max), en: text(max) });

/**
 * A verdict being written: as `newVerdict`, but anything may still be missing. What is there keeps to the same limits, so
 * that nobody writes what cannot be published.
 */
export const verdictDraftContent = z.strictObject({
  rating: z.enum(RATINGS).nullable(),
  conclusion: unfinished(400),
  minute: z.array(unfinished(400)).max(3),
  shown: z.array(unfinished(400)).max(8),
  notShown: z.array(unfinished(400)).max(8),
  unknown: z.array(unfinished(400)).max(8),
  steps: z.array(z.strictObject({ text: unfinished(600), evidenceIds: z.array(id).max(20) })).max(20),
  /** Heaviest first. */
  evidence: z.array(z.strictObject({ id })).max(200),
  nothingForeseeable: unfinished(400),
  conflictOfInterest: unfinished(300),
  changeReason: unfinished(400),
  /** Why wording that the rules ask about stands: published with the verdict. */
  wordingReason: unfinished(400),
});
export type VerdictDraftContent = z.infer<typeof verdictDraftContent>;

const EMPTY = { sv: "", en: "" };

export const EMPTY_VERDICT: VerdictDraftContent = {
  rating: null,
  conclusion: EMPTY,
  minute: [],
  shown: [],
  notShown: [],
  unknown: [],
  steps: [],
  evidence: [],
  nothingForeseeable: EMPTY,
  conflictOfInterest: EMPTY,
  changeReason: EMPTY,
  wordingReason: EMPTY,
};

const orNull = (words: { sv: string; en: string }) => (words.sv === "" && words.en === "" ? null : words);

/** A draft as the verdict it would become: for `newVerdict` to parse, which says what is missing. */
export const asNewVerdict = (
  claimId: string,
  { evidence, wordingReason, nothingForeseeable, changeReason, ...content }: VerdictDraftContent,
): unknown => ({
  ...content,
  claimId,
  evidenceIds: [...new Set(evidence.map((piece) => piece.id))],
  nothingForeseeable: orNull(nothingForeseeable),
  changeReason: orNull(changeReason),
  wordingReason: orNull(wordingReason),
});

/** The way back: where a new draft begins when a version is published already. */
export const asDraft = (verdict: Omit<NewVerdict, "claimId">): VerdictDraftContent => ({
  rating: verdict.rating,
  conclusion: verdict.conclusion,
  minute: verdict.minute,
  shown: verdict.shown,
  notShown: verdict.notShown,
  unknown: verdict.unknown,
  steps: verdict.steps,
  evidence: verdict.evidenceIds.map((each) => ({ id: each })),
  nothingForeseeable: verdict.nothingForeseeable ?? EMPTY,
  conflictOfInterest: verdict.conflictOfInterest,
  changeReason: EMPTY,
  wordingReason: EMPTY,
});

/** A word with a step of the review: for the desk, not for the public. */
export const reviewNote = z.strictObject({ note: text(2000) });
