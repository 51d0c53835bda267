import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { appearanceForm } from "@/components/record/appearance/appearance-form";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { saveNewAppearance } from "@/lib/record/appearance/appearance-actions";
import { claimDraft } from "@/lib/record/claim/claim-draft-desk-queries";
import { anchorsOf, choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/claims/[id]/appearances/new">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/claims/${id}/appearances/new`;
  const actor = await requireActor(locale, path);
  const claim = await claimDraft(actor, id);
  const dispute = claim && (await disputeDesk(actor, claim.disputeId));
  const choices = dispute && (await choicesOf(actor, dispute.id));
  if (!dispute || !choices) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  return (
    <DisputeWorkPage
      locale={locale}
      path={path}
      actor={actor}
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
          fields={appearanceForm({ ...choices, anchors: await anchorsOf(actor, dispute.id) }, locale, true)}
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
}
