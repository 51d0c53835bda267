import { Form } from "@/components/desk/form/form";
import { deskPage } from "@/components/desk/page/desk-route";
import { relationForm } from "@/components/record/claim/claim-form";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { Discard } from "@/components/record/draft/discard";
import { inEither } from "@/lib/core/language/language";
import { saveRelation } from "@/lib/record/claim/claim-actions";
import { claimDraft } from "@/lib/record/claim/claim-draft-desk-queries";
import { choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";

export default deskPage(
  { path: "/desk/claims/[id]/relations/new" },
  async ({ page, actor, locale, t }, { id }) => {
    const claim = await claimDraft(actor, id);
    const dispute = claim && (await disputeDesk(actor, claim.disputeId));
    const choices = dispute && (await choicesOf(actor, dispute.id));
    if (!dispute || !choices) return 404;
    const others = choices.claims.filter((other) => other.id !== id);
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        claim={{ id, number: claim.number, text: claim.text }}
        title={t("deskRecord.claim.relationTitle", { number: claim.number })}
      >
        {others.length === 0 ? (
          <p className="empty">{t("deskRecord.claim.onlyOne")}</p>
        ) : (
          <Form
            locale={locale}
            action={saveRelation}
            fields={relationForm(others, locale)}
            hidden={{ fromId: id }}
            sendKey={crypto.randomUUID()}
            submit={t("deskRecord.save")}
            another={{ label: t("deskRecord.saveNext"), next: "another" }}
          />
        )}
        {claim.relations.length > 0 && (
          <>
            <h2>{t("deskRecord.claim.existingRelations")}</h2>
            <ul className="work">
              {claim.relations.map((relation) => (
                <li key={relation.id}>
                  {t("deskRecord.claim.toOther", {
                    relation: t(`deskRecord.claim.relations.${relation.kind}`),
                    number: relation.to.number,
                  })}
                  <span className="claim">{inEither(relation.to.text, locale)}</span>
                  <span className="do">
                    <Mark locale={locale} published={relation.published} />
                  </span>
                  {!relation.published && <Discard locale={locale} table="relation" id={relation.id} />}
                </li>
              ))}
            </ul>
          </>
        )}
      </DisputeWorkPage>
    );
  },
);
