import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siteMetadata } from "@/components/core/frame/metadata";
import { PageFrame } from "@/components/core/frame/page-frame";
import { PageHead } from "@/components/core/frame/page-head";
import { Line } from "@/components/core/ui/line";
import { Section } from "@/components/core/ui/section";
import { RemovalFacts } from "@/components/record/removal/removal-page";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, isLocale, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { CorrectionView } from "@/lib/record/correction/correction";
import { corrections } from "@/lib/record/correction/correction-queries";
import { removals } from "@/lib/record/removal/removal-queries";

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
  });
}

export default async function Page({ params }: PageProps<"/[locale]/corrections">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  const all = await corrections();
  const down = await removals();
  return (
    <PageFrame locale={locale} path="/corrections" here="corrections">
      <PageHead title={t("corrections.title")} lead={t("corrections.intro")} />
      <Section n={1} title={t("corrections.title")}>
        {all.length === 0 ? (
          <p className="text">{t("corrections.none")}</p>
        ) : (
          <ol className="text">
            {all.map((correction) => (
              <CorrectionLine key={correction.id} correction={correction} locale={locale} />
            ))}
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
