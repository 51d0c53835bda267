import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { appearanceForm } from "@/components/record/appearance/appearance-form";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { href } from "@/lib/core/language/language";
import { saveNewAppearance } from "@/lib/record/appearance/appearance-actions";
import { claimDraft } from "@/lib/record/claim/claim-draft-desk-queries";
import { choicesOf, disputeDesk, frameOf } from "@/lib/record/dispute/dispute-desk-queries";

export default deskPage(
  { path: "/desk/claims/[id]/appearances/new" },
  async ({ page, actor, locale, t }, { id }) => {
    const claim = await claimDraft(actor, id);
    const dispute = claim && (await disputeDesk(actor, claim.disputeId));
    const choices = dispute && (await choicesOf(actor, dispute.id));
    if (!dispute || !choices) return 404;
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        claim={{ id, number: claim.number, text: claim.text }}
        title={t("deskRecord.appearance.newTitle")}
      >
        {choices.parties.length === 0 ? (
          <>
            <p className="empty">{t("deskRecord.appearance.noParties")}</p>
            <p className="do">
              <a href={href(locale, `/desk/disputes/${dispute.id}/parties/new`)}>
                {t("deskRecord.dispute.addParty")}
              </a>
            </p>
          </>
        ) : (
          <DeskForm
            locale={locale}
            action={saveNewAppearance}
            fields={appearanceForm({ ...choices, frame: await frameOf(actor, dispute.id) }, locale, true)}
            initial={{ mode: ["asserts"], quoteLanguage: ["sv"] }}
            hidden={{ claimId: id }}
            actor={actor}
            kept={`appearance/new/${id}`}
            submit={t("deskRecord.appearance.add")}
            another={{ label: t("deskRecord.saveNext"), next: "another" }}
          />
        )}
      </DisputeWorkPage>
    );
  },
);
