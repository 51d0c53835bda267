import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { sourceForm } from "@/components/record/source/source-form";
import { anchorsOf, choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
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
          fields={sourceForm((await choicesOf(actor, id))?.parties ?? [], await anchorsOf(actor, id), locale)}
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
