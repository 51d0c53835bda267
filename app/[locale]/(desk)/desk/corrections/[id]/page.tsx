import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { correctionFields } from "@/components/record/correction/correction-fields";
import { CorrectionOf } from "@/components/record/correction/correction-of";
import { PublishCorrection } from "@/components/record/correction/publish-correction";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href } from "@/lib/core/language/language";
import { asFields } from "@/lib/desk/form/form";
import { saveCorrection } from "@/lib/record/correction/correction-actions";
import { correctionFor } from "@/lib/record/correction/correction-desk-queries";

export default deskPage({ path: "/desk/corrections/[id]" }, async ({ page, actor, locale, t }, { id }) => {
  const correction = await correctionFor(actor, id);
  if (!correction) return 404;
  const { wrong, found, about } = correction.correction;
  return (
    <DeskPage
      {...page}
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
            hidden={{
              ...{ disputeId: correction.dispute.id, claimId: correction.claim?.id ?? "" },
              ...(about && { "about.table": about.table, "about.rowId": about.rowId }),
            }}
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
});
