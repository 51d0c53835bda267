import { z } from "zod";
import { email } from "../../core/email-schema.ts";
import { LOCALES } from "../../core/language/language.ts";
import { bilingual, id, plainText, slug } from "../../core/language/language-schema.ts";

/**
 * What a reader sends. What it is about follows from what is filled in: a sentence, a piece of evidence, or neither,
 * which is something else.
 */
export const newObjection = z
  .strictObject({
    /** Slug. */
    claim: slug,
    /** The version of the verdict the reader had before them. */
    version: z.int().min(1).max(999_999).nullable(),
    sentence: plainText(1000).nullable(),
    evidenceId: id.nullable(),
    text: plainText(4000),
    contact: email.nullable(),
    /** The page's. */
    language: z.enum(LOCALES),
  })
  .refine(({ sentence, evidenceId }) => sentence === null || evidenceId === null, {
    error: "sentence-or-evidence",
    path: ["sentence"],
  });
export type NewObjection = z.output<typeof newObjection>;

/** What the desk answers, in our words: a draft until somebody else publishes it. */
export const objectionAnswer = z.strictObject({
  decision: z.enum(["upheld", "partly_upheld", "not_upheld"]),
  summary: bilingual(600),
  reason: bilingual(2000),
  correctionId: id.nullable(),
  /** Why words that the rules of wording ask about stand; public. */
  wordingReason: bilingual(600).nullable(),
});
export type ObjectionAnswer = z.output<typeof objectionAnswer>;
