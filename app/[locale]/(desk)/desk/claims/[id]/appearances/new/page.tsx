import { notFound } from "next/navigation";
import { appearanceForm } from "@/components/appearance/appearance-form";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DisputeWorkPage } from "@/components/dispute/dispute-work-page";
import { DeskForm } from "@/components/form/desk-form";
import { saveNewAppearance } from "@/lib/appearance/appearance-actions";
import { requireActor } from "@/lib/auth/session";
import { claimDraft } from "@/lib/claim/claim-draft-desk-queries";
import { anchorsOf, choicesOf, disputeDesk } from "@/lib/dispute/dispute-desk-queries";
import { href, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
