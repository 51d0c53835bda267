import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { disputeWordsForm } from "@/components/record/dispute/dispute-form";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { HandOverLink } from "@/components/record/dispute/handover";
import { Discard } from "@/components/record/draft/discard";
import { saveDisputeWords } from "@/lib/record/dispute/dispute-actions";
import { disputeDesk, disputeWording } from "@/lib/record/dispute/dispute-desk-queries";

export default deskPage(
  { path: "/desk/disputes/[id]/wording" },
  async ({ page, actor, locale, t }, { id }) => {
    const [dispute, wording] = [await disputeDesk(actor, id), await disputeWording(actor, id)];
    if (!dispute || !wording) return 404;
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("deskRecord.dispute.wordingTitle")}
        lead={wording.published && <p>{t("deskRecord.wordsNext")}</p>}
      >
        <DeskForm
          locale={locale}
          action={saveDisputeWords}
          fields={disputeWordsForm(locale)}
          initial={wording.fields}
          draft={{ id, revision: wording.revision }}
          actor={actor}
          kept={`dispute/wording/${id}`}
          submit={t("deskRecord.save")}
        />
        {!wording.published && wording.version > 1 && (
          <>
            <p className="do">
              <HandOverLink locale={locale} disputeId={id} about={`DisputeWording ${wording.id}`} />
            </p>
            <Discard locale={locale} table="disputeWording" id={wording.id} />
          </>
        )}
      </DisputeWorkPage>
    );
  },
);
