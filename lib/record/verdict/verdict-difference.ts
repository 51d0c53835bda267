/** What one version of a verdict says that the one before did not, for readers. Pure. */
import type { Locale } from "../../core/language/language.ts";
import type { FrozenVerdict } from "./verdict-schema.ts";

/** The parts of a verdict that a reader can compare, in the order of the page. */
const VERDICT_PARTS = [
  "wording",
  "conclusion",
  "minute",
  "shown",
  "notShown",
  "unknown",
  "steps",
  "conflictOfInterest",
] as const;
export type VerdictPart = (typeof VERDICT_PARTS)[number];

type Piece = FrozenVerdict["evidence"][number];

export interface VerdictDifference {
  /** Null: the rating is the same. */
  readonly rating: {
    readonly before: FrozenVerdict["rating"];
    readonly after: FrozenVerdict["rating"];
  } | null;
  readonly texts: readonly { readonly part: VerdictPart; readonly before: string; readonly after: string }[];
  readonly added: readonly Piece[];
  readonly removed: readonly Piece[];
}

const textOf: Record<VerdictPart, (verdict: FrozenVerdict, locale: Locale) => string> = {
  wording: (verdict, locale) => verdict.claim.wording[locale],
  conclusion: (verdict, locale) => verdict.conclusion[locale],
  minute: (verdict, locale) => lines(verdict.minute, locale),
  shown: (verdict, locale) => lines(verdict.shown, locale),
  notShown: (verdict, locale) => lines(verdict.notShown, locale),
  unknown: (verdict, locale) => lines(verdict.unknown, locale),
  steps: (verdict, locale) =>
    lines(
      verdict.steps.map(({ text }) => text),
      locale,
    ),
  conflictOfInterest: (verdict, locale) => verdict.conflictOfInterest[locale],
};

const lines = (texts: readonly Readonly<Record<Locale, string>>[], locale: Locale) =>
  texts.map((text) => text[locale]).join("\n");

/** @param before - the version before; both as they were frozen */
export function verdictDifference(
  before: FrozenVerdict,
  after: FrozenVerdict,
  locale: Locale,
): VerdictDifference {
  const not = (others: readonly Piece[]) => (piece: Piece) => !others.some(({ id }) => id === piece.id);
  return {
    rating: before.rating === after.rating ? null : { before: before.rating, after: after.rating },
    texts: VERDICT_PARTS.map((part) => ({
      part,
      before: textOf[part](before, locale),
      after: textOf[part](after, locale),
    })).filter((text) => text.before !== text.after),
    added: after.evidence.filter(not(before.evidence)),
    removed: before.evidence.filter(not(after.evidence)),
  };
}
