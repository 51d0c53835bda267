import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { FactCorrection } from "@/components/record/amendment/fact-corrections";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DisputeView } from "@/lib/record/dispute/dispute";
import { AsOfLinks } from "./as-of";

/** Corrections, the last change, and the record as it stood at each earlier moment. */
export function Changes({
  n,
  dispute,
  locale,
}: {
  readonly n: number;
  readonly dispute: DisputeView;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  return (
    <Section n={n} title={t("dispute.changes")} id="changes">
      <div className="text">
        {dispute.corrections.length + dispute.amendments.length === 0 ? (
          <p>
            {t("dispute.noCorrections")}{" "}
            {t("dispute.lastChange", { date: dayWords(dispute.changedAt, locale) })}
          </p>
        ) : (
          <ul className="stack">
            {dispute.corrections.map((correction) => (
              <li key={correction.id}>
                <time dateTime={correction.publishedAt}>{dayWords(correction.publishedAt, locale)}</time>.{" "}
                {correction.wrong[locale]} {correction.found[locale]}
              </li>
            ))}
          </ul>
        )}
        {dispute.amendments.length > 0 && (
          <>
            <h3>{t("amendment.heading")}</h3>
            <ul className="stack">
              {dispute.amendments.map((amendment) => (
                <li key={amendment.id}>
                  <a href={href(locale, amendment.of.path)}>
                    <Prose text={amendment.of.words[locale]} />
                  </a>
                  <FactCorrection amendment={amendment} locale={locale} />
                </li>
              ))}
            </ul>
          </>
        )}
        <AsOfLinks dispute={dispute} locale={locale} />
        <p className="ui mt-3">
          <a href={`/disputes/${dispute.slug}.json`} type="application/json">
            {t("dispute.json")}
          </a>
        </p>
        <p className="ui mt-2">
          <a href={`${href(locale, "/tip")}?dispute=${dispute.slug}`} rel="nofollow">
            {t("tip.aboutDispute")}
          </a>
        </p>
      </div>
    </Section>
  );
}
