import { RatingWord } from "@/components/core/rating/rating-word";
import { Prose } from "@/components/core/ui/prose";
import { unratedWords } from "@/components/record/withdrawal/unrated-words";
import { href, type Locale } from "@/lib/core/language/language";
import type { ClaimLine } from "@/lib/record/claim/claim";

/** Claims in a list: number, wording, who says so, rating. */
export function ClaimLines({
  claims,
  locale,
}: {
  readonly claims: readonly { readonly claim: ClaimLine; readonly by: string }[];
  readonly locale: Locale;
}) {
  return (
    <ol className="claim-lines">
      {claims.map(({ claim, by }) => (
        <li key={claim.slug}>
          <span className="no">{claim.number}</span>
          <a className="claim" href={href(locale, `/claims/${claim.slug}`)}>
            <Prose text={claim.text[locale]} />
          </a>
          <span className="by">
            <Prose text={by} />
          </span>
          {claim.rating ? (
            <RatingWord rating={claim.rating} locale={locale} />
          ) : (
            <span className="by">{unratedWords(claim, locale)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
