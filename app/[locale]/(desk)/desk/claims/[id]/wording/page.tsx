import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { claimNatureForm, claimWordsForm } from "@/components/record/claim/claim-form";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { HandOverLink } from "@/components/record/dispute/handover";
import { Discard } from "@/components/record/draft/discard";
import { saveClaimNature, saveClaimWords } from "@/lib/record/claim/claim-actions";
import { allClaimTexts, claimDraft } from "@/lib/record/claim/claim-draft-desk-queries";
import { choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";

export default deskPage({ path: "/desk/claims/[id]/wording" }, async ({ page, actor, locale, t }, { id }) => {
  const claim = await claimDraft(actor, id);
  const dispute = claim && (await disputeDesk(actor, claim.disputeId));
  const choices = dispute && (await choicesOf(actor, dispute.id));
  if (!dispute || !choices) return 404;
  const { wording } = claim;
  const others = (await allClaimTexts(actor)).filter((other) => other.id !== id);
  const [ofWords, ofNature] = [`claim/wording/${id}`, `claim/nature/${id}`];
  return (
    <DisputeWorkPage
      {...page}
      dispute={dispute}
      claim={{ id, number: claim.number, text: claim.text }}
      title={t("deskRecord.claim.wordingTitle", { number: claim.number })}
      lead={wording.published && <p>{t("deskRecord.wordsNext")}</p>}
    >
      <DeskForm
        locale={locale}
        action={saveClaimWords}
        fields={claimWordsForm(others, locale)}
        initial={wording.fields}
        draft={{ id, revision: wording.revision }}
        actor={actor}
        kept={ofWords}
        submit={t("deskRecord.save")}
      />
      {!wording.published && wording.version > 1 && (
        <>
          <p className="do">
            <HandOverLink locale={locale} disputeId={dispute.id} about={`ClaimWording ${wording.id}`} />
          </p>
          <Discard locale={locale} table="claimWording" id={wording.id} />
        </>
      )}
      {!claim.published && (
        <>
          <DeskForm
            locale={locale}
            action={saveClaimNature}
            fields={claimNatureForm(choices.parties, locale)}
            initial={claim.nature}
            draft={{ id, revision: claim.revision }}
            actor={actor}
            kept={ofNature}
            submit={t("deskRecord.save")}
          />
          <Discard locale={locale} table="claim" id={id} />
        </>
      )}
    </DisputeWorkPage>
  );
});
