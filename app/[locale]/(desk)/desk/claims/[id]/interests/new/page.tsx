import { notFound } from "next/navigation";
import { Form } from "@/components/desk/form/form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { interestForm } from "@/components/record/claim/claim-form";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { saveInterest } from "@/lib/record/claim/claim-actions";
import { claimDraft } from "@/lib/record/claim/claim-draft-desk-queries";
import { choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/claims/[id]/interests/new">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/claims/${id}/interests/new`;
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
    </DisputeWorkPage>
  );
}
