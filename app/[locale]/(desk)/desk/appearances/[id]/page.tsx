import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { CorrectThis } from "@/components/record/amendment/correct-this";
import { appearanceForm } from "@/components/record/appearance/appearance-form";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { Discard } from "@/components/record/draft/discard";
import { saveAppearance } from "@/lib/record/appearance/appearance-actions";
import { appearanceDraft } from "@/lib/record/appearance/appearance-desk-queries";
import { claimDraft } from "@/lib/record/claim/claim-draft-desk-queries";
import { choicesOf, disputeDesk, frameOf } from "@/lib/record/dispute/dispute-desk-queries";

export default deskPage({ path: "/desk/appearances/[id]" }, async ({ page, actor, locale, t }, { id }) => {
  const appearance = await appearanceDraft(actor, id);
  const claim = appearance && (await claimDraft(actor, appearance.claimId));
  const dispute = claim && (await disputeDesk(actor, claim.disputeId));
  const choices = dispute && (await choicesOf(actor, dispute.id));
  if (!dispute || !choices) return 404;
  return (
    <DisputeWorkPage
      {...page}
      dispute={dispute}
      claim={{ id: appearance.claimId, number: claim.number, text: claim.text }}
      title={t("deskRecord.appearance.title")}
      lead={
        <p className="do">
          <Mark locale={locale} published={appearance.published} />
        </p>
      }
    >
      {appearance.published ? (
        <CorrectThis table="Appearance" id={id} locale={locale} />
      ) : (
        <>
          <DeskForm
            locale={locale}
            action={saveAppearance}
            fields={appearanceForm({ ...choices, frame: await frameOf(actor, dispute.id) }, locale, false)}
            initial={appearance.fields}
            hidden={{ claimId: appearance.claimId }}
            draft={{ id, revision: appearance.revision }}
            actor={actor}
            kept={`appearance/${id}`}
            submit={t("deskRecord.save")}
          />
          <Discard locale={locale} table="appearance" id={id} />
        </>
      )}
    </DisputeWorkPage>
  );
});
