import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siteMetadata } from "@/components/core/frame/metadata";
import { PageFrame } from "@/components/core/frame/page-frame";
import { PageHead } from "@/components/core/frame/page-head";
import { Line } from "@/components/core/ui/line";
import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { ChangeList } from "@/components/record/amendment/change-list";
import { RemovalFacts } from "@/components/record/removal/removal-page";
import { dayWords } from "@/lib/core/date-words/date-words";
import { capitalised } from "@/lib/core/language/capitalised";
import { href, isLocale, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { AmendmentView } from "@/lib/record/amendment/amendment";
import { allAmended } from "@/lib/record/amendment/amendment-queries";
import { changesInWords } from "@/lib/record/amendment/amendment-words";
import type { CorrectionView } from "@/lib/record/correction/correction";
import { corrections } from "@/lib/record/correction/correction-queries";
import { removals } from "@/lib/record/removal/removal-queries";
import { recordFeedAddresses } from "@/lib/site/feed/feed";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps<"/[locale]/corrections">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale);
  return siteMetadata({
    locale,
    path: "/corrections",
    title: t("corrections.title"),
    description: t("corrections.intro"),
    kind: "website",
    feed: recordFeedAddresses("corrections"),
  });
}

export default async function Page({ params }: PageProps<"/[locale]/corrections">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  const all = [
    ...(await corrections()).map((correction) => ({ at: correction.publishedAt, correction })),
    ...(await allAmended()).map((amendment) => ({ at: amendment.publishedAt, amendment })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  const down = await removals();
  return (
    <PageFrame
      locale={locale}
      path="/corrections"
      here="corrections"
      follow={{ feed: recordFeedAddresses("corrections") }}
    >
      <PageHead title={t("corrections.title")} lead={t("corrections.intro")} />
      <Section n={1} title={t("corrections.title")}>
        {all.length === 0 ? (
          <p className="text">{t("corrections.none")}</p>
        ) : (
          <ol className="text">
            {all.map((each) =>
              "amendment" in each ? (
                <AmendmentLine key={each.amendment.id} amendment={each.amendment} locale={locale} />
              ) : (
                <CorrectionLine key={each.correction.id} correction={each.correction} locale={locale} />
              ),
            )}
          </ol>
        )}
      </Section>
      <Section n={2} title={t("removal.list")} id="taken-down">
        {down.length === 0 ? (
          <p className="text">{t("removal.none")}</p>
        ) : (
          <ol className="text">
            {down.map((removal) => (
              <Line key={removal.id} id={`removal-${removal.id}`}>
                <p>{t(`removal.what.${removal.table}`)}</p>
                <RemovalFacts removal={removal} locale={locale} />
              </Line>
            ))}
          </ol>
        )}
        <p className="text note">{t("removal.onlyGrounds")}</p>
      </Section>
      <Section n={3} title={t("corrections.policyTitle")}>
        <p className="text">{t("corrections.policy")}</p>
      </Section>
    </PageFrame>
  );
}

/** A fact that says something else from then on, with what it said until then. */
function AmendmentLine({
  amendment,
  locale,
}: {
  readonly amendment: AmendmentView;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const { id, publishedAt, table, of, changes, why } = amendment;
  return (
    <Line id={`amendment-${id}`}>
      <p className="note">
        <time dateTime={publishedAt}>{dayWords(publishedAt, locale)}</time>.{" "}
        {capitalised(t(`history.tables.${table}`))}:{" "}
        <a href={href(locale, of.path)}>
          <Prose text={of.words[locale]} />
        </a>
      </p>
      <p>
        <Prose text={why[locale]} />
      </p>
      <ChangeList changes={changesInWords(changes, table, locale)} />
      <p className="note">{t("corrections.stoodSince", { date: dayWords(amendment.since, locale) })}</p>
    </Line>
  );
}

function CorrectionLine({
  correction,
  locale,
}: {
  readonly correction: CorrectionView;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const about = correction.claim
    ? { path: `/claims/${correction.claim.slug}`, words: correction.claim.text[locale] }
    : { path: `/disputes/${correction.dispute.slug}`, words: correction.dispute.short[locale] };
  return (
    <Line id={`correction-${correction.id}`}>
      <p className="note">
        <time dateTime={correction.publishedAt}>{dayWords(correction.publishedAt, locale)}</time>.{" "}
        <a href={href(locale, about.path)}>{about.words}</a>
      </p>
      <p>
        {correction.wrong[locale]} {correction.found[locale]}
      </p>
      <p className="note">
        {t("corrections.wrongSince", { date: dayWords(correction.wrongSince, locale) })}.{" "}
        {t(correction.changesVerdict ? "corrections.changesVerdict" : "corrections.keepsVerdict")}
      </p>
    </Line>
  );
}
