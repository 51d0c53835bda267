import { PageHead } from "@/components/core/frame/page-head";
import { Fact } from "@/components/core/ui/facts";
import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { isDown, type RemovalView } from "@/lib/record/removal/removal";

/** What stands at an address that has been taken down: that it has, and why. */
export function RemovalPage({ removal, locale }: { readonly removal: RemovalView; readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <article>
      <PageHead
        kicker={<b>{isDown(removal) ? "410" : ""}</b>}
        title={t(isDown(removal) ? "removal.page.title" : "removal.page.back")}
        lead={t("removal.page.lead", { what: t(`removal.kinds.${removal.table}`) })}
      />
      <Section n={1} title={t("removal.page.why")}>
        <RemovalFacts removal={removal} locale={locale} />
        <p className="text note">{t("removal.page.silent")}</p>
        <p className="text">
          <a href={`${href(locale, "/corrections")}#taken-down`}>{t("removal.page.all")}</a>
        </p>
      </Section>
    </article>
  );
}

/** Ground, reason, since when, and what two people have decided. */
export function RemovalFacts({
  removal,
  locale,
}: {
  readonly removal: RemovalView;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const { decided } = removal;
  return (
    <dl className="text">
      <Fact label={t("removal.ground")}>{t(`removal.grounds.${removal.ground}`)}</Fact>
      <Fact label={t("removal.reason")}>
        <Prose text={removal.reason[locale]} />
      </Fact>
      <Fact label={t("removal.since")}>
        <time dateTime={removal.publishedAt}>{dayWords(removal.publishedAt, locale)}</time>
      </Fact>
      <Fact label={t("removal.decided")}>
        {decided ? (
          <>
            {t(`removal.outcomes.${decided.outcome}`, { date: dayWords(decided.publishedAt, locale) })}{" "}
            <Prose text={decided.reason[locale]} />
          </>
        ) : (
          t("removal.undecided")
        )}
      </Fact>
    </dl>
  );
}
