import { z } from "zod";
import { bilingual, id } from "../../core/language/language-schema.ts";
import { RATINGS, SCALE } from "../../core/rating/rating.ts";
import { CLAIM_KINDS } from "../claim/claim-schema.ts";

const words = z.object({ sv: z.string(), en: z.string() });

/** What an author writes; the rest of a verdict is computed from the record when it is published. */
export const newVerdict = z.strictObject({
  claimId: id,
  rating: z.enum(RATINGS),
  conclusion: bilingual(400),
  /** "If you have one minute": up to three sentences. */
  minute: z.array(bilingual(400)).min(1).max(3),
  shown: z.array(bilingual(400)).max(8),
  notShown: z.array(bilingual(400)).max(8),
  unknown: z.array(bilingual(400)).min(1).max(8),
  steps: z
    .array(z.strictObject({ text: bilingual(600), evidenceIds: z.array(id).max(20) }))
    .min(1)
    .max(20),
  /** Heaviest first. */
  evidenceIds: z.array(id).max(500),
  /** Why nothing foreseeable would change the verdict, when no falsifier is named. */
  nothingForeseeable: bilingual(400).nullable(),
  conflictOfInterest: bilingual(300),
  changeReason: bilingual(400).nullable(),
  /** Why wording that the rules ask about stands (verdict-wording.ts). */
  wordingReason: bilingual(400).nullable().default(null),
});
export type NewVerdict = z.infer<typeof newVerdict>;

/**
 * A verdict as it was frozen and hashed: everything it rests on, so that it can be read and checked without any other
 * row. New fields may be added under a new `v`; what is frozen is never rewritten.
 */
export const frozenVerdict = z.object({
  /**
   * 2 adds `wording`. 3 adds what is computed of whom the claim concerns (`by`, `notConcerned`, what is unknown), which roots
   * do not count, and which sources are one document.
   */
  v: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  claim: z.object({
    id,
    slug: z.string(),
    number: z.int(),
    kind: z.enum(CLAIM_KINDS),
    wording: z.object({ version: z.int(), sv: z.string(), en: z.string() }),
  }),
  version: z.int(),
  publishedAt: z.iso.datetime(),
  previous: z.string().nullable(),
  /** Version of the method it was judged under. */
  method: z.int(),
  rating: z.enum(RATINGS),
  conclusion: words,
  minute: z.array(words),
  shown: z.array(words),
  notShown: z.array(words),
  unknown: z.array(words),
  steps: z.array(z.object({ text: words, evidenceIds: z.array(id) })),
  evidence: z.array(
    z.object({
      id,
      rank: z.int(),
      stance: z.enum(["supports", "contradicts", "context"]),
      ownCase: z.enum(["own_case", "against_own_case", "unknown", "none"]),
      roots: z.array(z.string()),
      /** Roots that do not count for a rating: a party's own, or of a maker nobody knows. */
      uncounted: z.array(z.string()).optional(),
      excerpt: z.string(),
      language: z.string(),
      paragraph: z.int().nullable(),
      charStart: z.int().nullable(),
      charEnd: z.int().nullable(),
      note: words,
      source: z.object({ id, title: words, producer: words.nullable(), snapshots: z.array(z.string()) }),
      origin: z.object({ id, title: words, producer: words.nullable(), held: z.boolean() }).nullable(),
    }),
  ),
  /** Whom the claim concerns and what they gain: the ground of the own-case flags and of who must be asked. */
  interests: z.array(
    z.object({
      party: z.object({ slug: z.string(), name: words }),
      about: z.boolean(),
      gainsIf: z.enum(["claim_true", "claim_false", "neither", "unknown"]),
      /** Whether somebody has listed it, an appearance shows that it made the claim, or the claim's words name it. */
      by: z.enum(["listed", "made", "named"]).optional(),
    }),
  ),
  /** Parties that made the claim or are named by it, and are not concerned all the same, each with why. */
  notConcerned: z
    .array(z.object({ party: z.object({ slug: z.string(), name: words }), reason: words }))
    .optional(),
  independence: z.object({
    links: z.int(),
    documents: z.int(),
    roots: z.array(z.array(z.string())),
    /** Sources under the evidence that are one document, and what shows it. */
    same: z
      .array(
        z.object({
          by: z.array(z.enum(["address", "bytes", "text"])),
          sources: z.array(z.object({ id, title: words })),
        }),
      )
      .optional(),
  }),
  /** The steps of the scale and why the rules shut them. */
  scale: z.array(z.object({ rating: z.enum(SCALE), reasons: z.array(z.string()) })),
  falsifiers: z.array(
    z.object({ id, text: words, heldBy: words, state: z.enum(["open", "asked_for", "refused", "received"]) }),
  ),
  nothingForeseeable: words.nullable(),
  replies: z.array(
    z.object({
      party: z.object({ slug: z.string(), name: words }),
      state: z.enum(["not_asked", "not_sent", "waiting", "no_answer", "undecided", "declined", "answered"]),
      reasonNotAsked: words.nullable(),
      inSources: words,
      askedAt: z.iso.datetime().nullable(),
      deadline: z.iso.datetime().nullable(),
      replies: z.array(z.object({ text: z.string(), language: z.string(), receivedAt: z.iso.datetime() })),
      /** Answers that are not published, and why; absent: there are none. */
      declined: z
        .array(z.object({ receivedAt: z.iso.datetime(), publishedAt: z.iso.datetime(), reason: words }))
        .optional(),
    }),
  ),
  changeReason: words.nullable(),
  /** Words the rules ask about, and why they stand; absent: there are none. */
  wording: z
    .object({
      flags: z.array(z.object({ rule: z.string(), locale: z.string(), word: z.string() })),
      reason: words,
    })
    .optional(),
  conflictOfInterest: words,
  byline: z.object({ author: words, approver: words }),
});
export type FrozenVerdict = z.infer<typeof frozenVerdict>;
