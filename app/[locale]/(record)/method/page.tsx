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

function ScaleTable({ locale }: { readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <table className="rate-table">
      <thead>
        <tr>
          <th scope="col">{t("method.number")}</th>
          <th scope="col">{t("search.rating")}</th>
          <th scope="col">{t("method.meaning")}</th>
        </tr>
      </thead>
      <tbody>
        {[...[...SCALE].reverse(), ...OFF_SCALE].map((rating) => (
          <tr key={rating}>
            <td className="num">{ratingNumber(rating) ?? "–"}</td>
            <th scope="row">
              <RatingWord rating={rating} locale={locale} />
            </th>
            <td>{t(`ratingMeanings.${rating}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
