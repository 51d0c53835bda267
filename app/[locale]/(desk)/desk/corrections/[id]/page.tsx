import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DeskPage } from "@/components/desk/page/desk-page";
import { correctionFields } from "@/components/record/correction/correction-fields";
import { CorrectionOf } from "@/components/record/correction/correction-of";
import { PublishCorrection } from "@/components/record/correction/publish-correction";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { asFields } from "@/lib/desk/form/form";
import { saveCorrection } from "@/lib/record/correction/correction-actions";
import { correctionFor } from "@/lib/record/correction/correction-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/corrections/[id]">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/corrections/${id}`;
  const actor = await requireActor(locale, path);
  const correction = await correctionFor(actor, id);
  if (!correction) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  const { wrong, found } = correction.correction;
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("correction.desk.title")}
      crumbs={[{ path: "/desk/corrections", label: t("correction.desk.all") }]}
      lead={<CorrectionOf subject={correction} locale={locale} />}
    >
      {correction.publishedAt ? (
        <>
          <p className="mt-4">
            {wrong[locale]} {found[locale]}
          </p>
          <p className="fine">
            {t("correction.desk.published", { date: dayWords(correction.publishedAt, locale) })}
          </p>
          <p className="do">
            <a href={`${href(locale, "/corrections")}#correction-${id}`}>{t("correction.more")}</a>
          </p>
        </>
      ) : (
        <>
          <DeskForm
            locale={locale}
            action={saveCorrection}
            fields={correctionFields(correction, locale)}
            initial={asFields(correction.correction)}
            hidden={{ disputeId: correction.dispute.id, claimId: correction.claim?.id ?? "" }}
            draft={{ id, revision: correction.revision }}
            actor={actor}
            kept={`correction/${id}`}
            submit={t("correction.desk.save")}
          />
          <PublishCorrection correction={correction} actor={actor} locale={locale} />
        </>
      )}
    </DeskPage>
  );
}
