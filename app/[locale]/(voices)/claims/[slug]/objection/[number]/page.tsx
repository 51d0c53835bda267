import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { PageHead } from "@/components/core/frame/page-head";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { answerWith } from "@/lib/core/status";
import { objectionByNumber } from "@/lib/record/objection/objection-queries";

export const dynamic = "force-dynamic";

type Props = PageProps<"/[locale]/claims/[slug]/objection/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...missingMetadata(locale),
    title: `${translator(locale)("objection.sent.title")} – ${translator(locale)("site.name")}`,
  };
}

/** What becomes of an objection, for whoever has its number. Nothing of what was written stands here. */
export default async function Page({ params }: Props) {
  const { locale, slug, number } = await params;
  if (!isLocale(locale)) notFound();
  const objection = await objectionByNumber(slug, number);
  if (!objection) {
    answerWith(404);
    return <MissingPage locale={locale} />;
  }
  const t = translator(locale);
  const claim = href(locale, `/claims/${slug}`);
  const day = (moment: string) => dayWords(moment, locale);
  return (
    <PageFrame locale={locale} path={`/claims/${slug}/objection/${number}`}>
      <PageHead
        title={t("objection.sent.title")}
        lead={t("objection.sent.received", { date: day(objection.receivedAt) })}
      />
      <div className="row">
        <div className="label" />
        <div className="text">
          <p>
            {objection.answeredAt
              ? t("objection.sent.answered", { date: day(objection.answeredAt) })
              : t("objection.sent.waits", { due: day(objection.due) })}
          </p>
          <p className="mt-3">
            {t("objection.sent.number")} <span className="hash">{number}</span>
          </p>
          {!objection.answeredAt && <p className="note mt-3">{t("objection.sent.keep")}</p>}
          <p className="go ui mt-3">
            {objection.answeredAt ? (
              <a href={`${claim}#objection-${number}`}>{t("objection.sent.toAnswer")}</a>
            ) : (
              <a href={claim}>{t("objection.form.back")}</a>
            )}
          </p>
        </div>
      </div>
    </PageFrame>
  );
}
