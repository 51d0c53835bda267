import { capitalised } from "@/lib/core/language/capitalised";
import type { Locale } from "@/lib/core/language/language";
import { listWords } from "@/lib/core/language/list-words";
import { translator } from "@/lib/core/language/translator";
import type { Rating } from "@/lib/core/rating/rating";

/** Steps that the rules shut, each with the first thing that shuts it, those of one reason together: "Belagt och i huvudsak belagt är stängda: …". */
export function shutWords(
  steps: readonly { readonly rating: Rating; readonly reasons: readonly string[] }[],
  locale: Locale,
): string[] {
  const t = translator(locale);
  const byReason = new Map<string, Rating[]>();
  for (const { rating, reasons } of steps) {
    const why = ruleWords(reasons[0] ?? "", locale);
    byReason.set(why, [...(byReason.get(why) ?? []), rating]);
  }
  return [...byReason].map(([reasons, ratings]) =>
    t("claim.shutSteps", {
      count: ratings.length,
      steps: capitalised(
        listWords(
          ratings.map((rating) => t(`ratings.${rating}`)),
          locale,
        ),
      ),
      reasons,
    }),
  );
}

const RULES = [
  "not-a-fact",
  "an-opinion-is-not-checkable",
  "a-fact-is-checkable",
  "nothing-supports",
  "nothing-contradicts",
  "no-root",
  "one-root",
  "own-case-only",
  "unknown-producer",
  "counter-evidence",
] as const;

/** A frozen verdict may name a rule that a later version of the product no longer has: then its name is shown. */
export function ruleWords(reason: string, locale: Locale): string {
  const known = RULES.find((rule) => rule === reason);
  return known ? translator(locale)(`rules.${known}`) : reason;
}
