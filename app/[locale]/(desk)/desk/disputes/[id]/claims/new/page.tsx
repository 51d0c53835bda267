import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { newClaimForm } from "@/components/record/claim/claim-form";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { atLeast } from "@/lib/core/actor";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { saveNewClaim } from "@/lib/record/claim/claim-actions";
import { allClaimTexts } from "@/lib/record/claim/claim-draft-desk-queries";
import { choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/disputes/[id]/claims/new">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/disputes/${id}/claims/new`;
  const actor = await requireActor(locale, path);
  const dispute = await disputeDesk(actor, id);
  if (!dispute) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  if (!atLeast(actor, "journalist")) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  }
  const t = translator(locale);
  return (
    <DisputeWorkPage
      locale={locale}
      path={path}
      actor={actor}
      dispute={dispute}
      title={t("deskRecord.claim.newTitle")}
      lead={<p>{t("deskRecord.oneLanguage")}</p>}
    >
      <DeskForm
        locale={locale}
        action={saveNewClaim}
        fields={newClaimForm(await allClaimTexts(actor), (await choicesOf(actor, id))?.parties ?? [], locale)}
        initial={{ kind: ["fact"], "restatedBy.sv": [actor.byline.sv], "restatedBy.en": [actor.byline.en] }}
        hidden={{ disputeId: id }}
        actor={actor}
        kept={`claim/new/${id}`}
        submit={t("deskRecord.claim.add")}
        another={{ label: t("deskRecord.saveNext"), next: "another" }}
      />
    </DisputeWorkPage>
  );
}
