import { dayWords } from "@/lib/core/date-words/date-words";
import { capitalised } from "@/lib/core/language/capitalised";
import { isLocale, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { Rating } from "@/lib/core/rating/rating";
import {
  type ClaimView,
  claimants,
  relaters,
  standingVerdict,
  type VerdictView,
} from "@/lib/record/claim/claim";

/** What the image of a claim says, ready to be drawn. */
export interface ShareCardProps {
  /** In bold; cut when there are too many to fit on a line. */
  readonly who: string;
  /** "påstår, enligt 08-nytt:" */
  readonly says: string;
  readonly claim: string;
  /** Null: not rated yet. */
  readonly rating: Rating | null;
  /** Capitalised, as the page's own. */
  readonly ratingWord: string;
  readonly verdictLabel: string;
  /** "Version 1, 23 november 2026." An old picture of an old verdict dates itself. */
  readonly version: string | null;
  readonly demonstration: string | null;
}

/**
 * Where the image of a claim is. With the version in the address: services keep the picture they first saw for good,
 * so a new verdict needs a new address, and an old link keeps its old picture. A claim whose verdict has been withdrawn has
 * the address of one that has none.
 */
export const claimSharePath = (
  claim: ClaimView,
  locale: Locale,
  version = standingVerdict(claim)?.version,
): string =>
  version === undefined
    ? `/share/claims/${claim.slug}/${locale}.png`
    : `/share/claims/${claim.slug}/v/${version}/${locale}.png`;

/** The image in the page's own words. */
export function shareCard(claim: ClaimView, shown: VerdictView | null, locale: Locale): ShareCardProps {
  const t = translator(locale);
  const verdict = shown?.frozen ?? null;
  const stands = verdict !== null && !shown?.withdrawn;
  const who = claimants(claim.appearances);
  const through = relaters(claim.appearances).map((party) => party.name[locale]);
  const suspects = who.length > 0 && claim.appearances.every(({ mode }) => mode === "suspects");
  const verb = t(suspects ? "says.verbSuspects" : "says.verbAsserts", { count: who.length });
  const according = through.length > 0 ? `, ${t("says.accordingTo", { relater: through.join(", ") })}` : "";
  return {
    who: new Intl.ListFormat(locale, { type: "conjunction" }).format(who.map((party) => party.name[locale])),
    says: who.length > 0 ? `${verb}${according}:` : "",
    claim: verdict?.claim.wording[locale] ?? claim.text[locale],
    rating: stands ? verdict.rating : null,
    ratingWord: stands
      ? capitalised(t(`ratings.${verdict.rating}`))
      : t(verdict ? "withdrawal.word" : "claim.notRated"),
    verdictLabel: t("claim.verdict"),
    version: verdict
      ? t("claim.version", { version: verdict.version, date: dayWords(verdict.publishedAt, locale) })
      : null,
    demonstration: claim.dispute.demonstration ? t("site.demonstration").replace(/\.$/, "") : null,
  };
}

/** The image as a sentence, for `og:image:alt`: who says what, and what we found. */
export function claimShareAlt(claim: ClaimView, shown: VerdictView | null, locale: Locale): string {
  const card = shareCard(claim, shown, locale);
  const found = card.rating
    ? `${card.verdictLabel}: ${translator(locale)(`ratings.${card.rating}`)}.`
    : shown
      ? `${card.ratingWord}.`
      : card.ratingWord;
  return [card.who, `${card.says} ${card.claim}`.trim(), found, card.version].filter(Boolean).join(" ");
}

/** `sv.png` → `sv`; null for a file there is none of. */
export function shareLocale(file: string): Locale | null {
  const locale = /^([a-z]{2})\.png$/.exec(file)?.[1] ?? "";
  return isLocale(locale) ? locale : null;
}
