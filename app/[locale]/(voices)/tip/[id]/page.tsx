import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingMetadata } from "@/components/core/frame/metadata";
import { MissingPage } from "@/components/core/frame/missing-page";
import { PageFrame } from "@/components/core/frame/page-frame";
import { PageHead } from "@/components/core/frame/page-head";
import { dayWords } from "@/lib/core/date-words/date-words";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { answerWith } from "@/lib/core/status";
import { tipByNumber } from "@/lib/record/tip/tip-queries";

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: PageProps<"/[locale]/tip/[id]">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...missingMetadata(locale),
    title: `${translator(locale)("tip.sent.title")} – ${translator(locale)("site.name")}`,
  };
}

/** A tip was received: what happens to it, and its number. Nothing of what was written stands here. */
export default async function Page({ params }: PageProps<"/[locale]/tip/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const tip = await tipByNumber(id);
  if (!tip) {
    answerWith(404);
    return <MissingPage locale={locale} />;
  }
  const t = translator(locale);
  return (
    <PageFrame locale={locale} path={`/tip/${id}`}>
      <PageHead
        title={t("tip.sent.title")}
        lead={t("tip.sent.received", { date: dayWords(tip.receivedAt, locale) })}
      />
      <div className="row">
        <div className="label" />
        <div className="text">
          <p>{t("tip.sent.text")}</p>
          <p className="mt-3">
            {t("tip.sent.number")} <span className="hash">{id}</span>
          </p>
        </div>
      </div>
    </PageFrame>
  );
}
