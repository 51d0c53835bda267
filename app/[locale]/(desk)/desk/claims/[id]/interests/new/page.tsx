import { Form } from "@/components/desk/form/form";
import { deskPage } from "@/components/desk/page/desk-route";
import { interestForm, notConcernedForm } from "@/components/record/claim/claim-form";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { DiscardLink } from "@/components/record/draft/discard";
import { inEither } from "@/lib/core/language/language";
import { saveInterest, saveNotConcerned } from "@/lib/record/claim/claim-actions";
import { claimDraft } from "@/lib/record/claim/claim-draft-desk-queries";
import { choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";

export default deskPage(
  { path: "/desk/claims/[id]/interests/new" },
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
        title={t("deskRecord.claim.interestTitle", { number: claim.number })}
      >
        <p className="help">{t("deskRecord.claim.interestsHelp")}</p>
        <Form
          locale={locale}
          action={saveInterest}
          fields={interestForm(choices.parties, locale)}
          hidden={{ claimId: id }}
          sendKey={crypto.randomUUID()}
          submit={t("deskRecord.save")}
        />
        <h2 id="not-concerned">{t("deskRecord.claim.notConcerned")}</h2>
        <p className="help">{t("deskRecord.claim.notConcernedHelp")}</p>
        <ul className="work">
          {claim.notConcerned.map((each) => (
            <li key={each.id}>
              <b>{inEither(each.party, locale)}</b> {inEither(each.reason, locale)}{" "}
              {!each.published && <span className="draft-mark">{t("replyDesk.draft")}</span>}
              {!each.published && <DiscardLink locale={locale} table="notConcerned" id={each.id} />}
            </li>
          ))}
        </ul>
        <Form
          locale={locale}
          action={saveNotConcerned}
          fields={notConcernedForm(choices.parties, locale)}
          hidden={{ claimId: id }}
          sendKey={crypto.randomUUID()}
          submit={t("deskRecord.save")}
        />
      </DisputeWorkPage>
    );
  },
);
