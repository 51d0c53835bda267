import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskPage } from "@/components/desk/page/desk-page";
import { deskPage } from "@/components/desk/page/desk-route";
import { newDisputeForm } from "@/components/record/dispute/dispute-form";
import { saveNewDispute } from "@/lib/record/dispute/dispute-actions";

export default deskPage(
  { path: "/desk/disputes/new", role: "journalist" },
  async ({ page, actor, locale, t }) => {
    return (
      <DeskPage
        {...page}
        here="disputes"
        title={t("deskRecord.dispute.newTitle")}
        crumbs={[{ path: "/desk/disputes", label: t("deskRecord.list.title") }]}
        lead={
          <p>
            {t("deskRecord.dispute.newLead")} {t("deskRecord.oneLanguage")}
          </p>
        }
      >
        <DeskForm
          locale={locale}
          action={saveNewDispute}
          fields={newDisputeForm(locale)}
          actor={actor}
          kept="dispute/new"
          submit={t("deskRecord.dispute.open")}
        />
      </DeskPage>
    );
  },
);
