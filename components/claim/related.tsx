import { LineEnd } from "@/components/rating/line-end";
import { RatingWord } from "@/components/rating/rating-word";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import type { RelatedClaim } from "@/lib/claim/claim";
import { href, type Locale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

/** Claims that deny, answer, narrow, repeat, support or go further than this one, and those it does so to. */
export function Related({
  n,
  related,
  locale,
}: {
  readonly n: number;
  readonly related: readonly RelatedClaim[];
  readonly locale: Locale;
}) {
  const t = translator(locale);
  return (
    <Section n={n} title={t("claim.related")}>
      {related.length === 0 ? (
        <p className="text note">{t("claim.noRelated")}</p>
      ) : (
        <ol className="wide kin">
          {related.map(({ kind, incoming, claim }) => (
            <li key={`${kind}${incoming}${claim.slug}`}>
              <span className="rel">
                <LineEnd kind={kind} />{" "}
                {t(`relations.${kind}.${incoming ? "incoming" : "outgoing"}`, { number: claim.number })}
              </span>
              <a className="claim quiet" href={href(locale, `/claims/${claim.slug}`)}>
                <Prose text={claim.text[locale]} />
              </a>
              {claim.rating && <RatingWord rating={claim.rating} locale={locale} />}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
