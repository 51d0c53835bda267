import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { siteMetadata } from "@/components/core/frame/metadata";
import { PageFrame } from "@/components/core/frame/page-frame";
import { PageHead } from "@/components/core/frame/page-head";
import { RatingWord } from "@/components/core/rating/rating-word";
import { Section } from "@/components/core/ui/section";
import { afterScale, beforeScale, lead } from "@/components/site/method/method-text";
import { isLocale, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { OFF_SCALE, ratingNumber, SCALE } from "@/lib/core/rating/rating";
import { METHOD_VERSION } from "@/lib/record/verdict/verdict-freeze";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: PageProps<"/[locale]/method">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale);
  return siteMetadata({
    locale,
    path: "/method",
    title: t("method.title"),
    description: t("method.description"),
    kind: "website",
  });
}

export default async function Page({ params }: PageProps<"/[locale]/method">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = translator(locale);
  let last = 0;
  const next = () => ++last;
  return (
    <PageFrame locale={locale} path="/method" here="method">
      <PageHead
        kicker={<b>{t("method.version", { version: METHOD_VERSION })}</b>}
        title={t("method.title")}
        lead={lead[locale]}
      />
      {beforeScale.map((section) => (
        <Section key={section.id} n={next()} id={section.id} title={section.title[locale]}>
          <div className="text">
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph.sv}>{paragraph[locale]}</p>
            ))}
          </div>
        </Section>
      ))}
      <Section n={next()} id="scale" title={t("method.scale")}>
        <div className="wide">
          <ScaleTable locale={locale} />
          <p className="note mt-3">{t("method.numbers")}</p>
        </div>
      </Section>
      {afterScale.map((section) => (
        <Section key={section.id} n={next()} id={section.id} title={section.title[locale]}>
          <div className="text">
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph.sv}>{paragraph[locale]}</p>
            ))}
          </div>
        </Section>
      ))}
    </PageFrame>
  );
}

const HEADING = "py-[0.6em] pr-4 text-left align-baseline text-fine font-text text-ink-3";
/** A narrow page has no columns: each rating is a row of its own, its number at the left. */
const ROW =
  "max-two:grid max-two:grid-cols-[2rem_minmax(0,1fr)] max-two:border-t max-two:border-rule max-two:py-[0.65em] max-two:first:border-t-0 max-two:first:pt-0 print:break-inside-avoid";
const CELL = "text-left align-baseline two:border-t two:border-rule two:py-[0.6em] two:pr-4";

function ScaleTable({ locale }: { readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <table className="font-sans text-ui print:text-print">
      <thead className="max-two:absolute max-two:[clip-path:inset(50%)]">
        <tr>
          <th scope="col" className={HEADING}>
            {t("method.number")}
          </th>
          <th scope="col" className={HEADING}>
            {t("search.rating")}
          </th>
          <th scope="col" className={HEADING}>
            {t("method.meaning")}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...[...SCALE].reverse(), ...OFF_SCALE].map((rating) => (
          <tr key={rating} className={ROW}>
            <td className={`num w-[3rem] ${CELL}`}>{ratingNumber(rating) ?? "–"}</td>
            <th scope="row" className={CELL}>
              <RatingWord rating={rating} locale={locale} />
            </th>
            <td className={`max-two:col-start-2 ${CELL}`}>{t(`ratingMeanings.${rating}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
