import type { ReactNode } from "react";
import { LineEnd } from "@/components/core/rating/line-end";
import { RatingWord } from "@/components/core/rating/rating-word";
import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { RelatedClaim } from "@/lib/record/claim/claim";

/** Claims that deny, answer, narrow, repeat, support or go further than this one, and those it does so to. */
export function Related({
  n,
  related,
  locale,
  children,
}: {
  readonly n: number;
  readonly related: readonly RelatedClaim[];
  readonly locale: Locale;
  /** Under the list. */
  readonly children?: ReactNode;
}) {
  const t = translator(locale);
  return (
    <Section n={n} title={t("claim.related")}>
      {related.length > 0 && (
        <ol className="wide kin">
          {related.map(({ kind, incoming, claim }) => (
            <li key={`${kind}${incoming}${claim.slug}`}>
              <span className="rel">
                <LineEnd kind={kind} />{" "}
                {t(`relations.${kind}.${incoming ? "incoming" : "outgoing"}`, { number: claim.number })}
              </span>
              <a className="claim quiet" href={href(locale, `/claims/${claim.slug}`)}>
                <span className="full">
                  <Prose text={claim.text[locale]} />
                </span>
                <span className="short">
                  <Prose text={claim.short[locale]} />
                </span>
              </a>
              {claim.rating && <RatingWord rating={claim.rating} locale={locale} />}
            </li>
          ))}
        </ol>
      )}
      {children}
    </Section>
  );
}
