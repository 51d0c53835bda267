import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { sourceForm } from "@/components/record/source/source-form";
import { atLeast } from "@/lib/core/actor";
import { choicesOf, disputeDesk, frameOf } from "@/lib/record/dispute/dispute-desk-queries";
import { saveNewSource } from "@/lib/record/source/source-actions";

export default deskPage(
  { path: "/desk/disputes/[id]/sources/new" },
  async ({ page, actor, locale, t }, { id }) => {
    const dispute = await disputeDesk(actor, id);
    if (!dispute) return 404;
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("deskRecord.source.newTitle")}
        lead={<p>{t("deskRecord.oneLanguage")}</p>}
      >
        <DeskForm
          locale={locale}
          action={saveNewSource}
          fields={sourceForm(
            (await choicesOf(actor, id))?.parties ?? [],
            await frameOf(actor, id),
            locale,
            atLeast(actor, "journalist"),
          )}
          initial={{ language: ["sv"] }}
          hidden={{ disputeId: id }}
          actor={actor}
          kept={`source/new/${id}`}
          submit={t("deskRecord.source.add")}
          another={{ label: t("deskRecord.saveNext"), next: "another" }}
        />
      </DisputeWorkPage>
    );
  },
);
