import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { newClaimForm } from "@/components/record/claim/claim-form";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { atLeast } from "@/lib/core/actor";
import { saveNewClaim } from "@/lib/record/claim/claim-actions";
import { allClaimTexts } from "@/lib/record/claim/claim-draft-desk-queries";
import { choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";

export default deskPage(
  { path: "/desk/disputes/[id]/claims/new" },
  async ({ page, actor, locale, t }, { id }) => {
    const dispute = await disputeDesk(actor, id);
    if (!dispute) return 404;
    if (!atLeast(actor, "journalist")) return 403;
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("deskRecord.claim.newTitle")}
        lead={<p>{t("deskRecord.oneLanguage")}</p>}
      >
        <DeskForm
          locale={locale}
          action={saveNewClaim}
          fields={newClaimForm(
            await allClaimTexts(actor),
            (await choicesOf(actor, id))?.parties ?? [],
            locale,
          )}
          initial={{ kind: ["fact"], "restatedBy.sv": [actor.byline.sv], "restatedBy.en": [actor.byline.en] }}
          hidden={{ disputeId: id }}
          actor={actor}
          kept={`claim/new/${id}`}
          submit={t("deskRecord.claim.add")}
          another={{ label: t("deskRecord.saveNext"), next: "another" }}
        />
      </DisputeWorkPage>
    );
  },
);
