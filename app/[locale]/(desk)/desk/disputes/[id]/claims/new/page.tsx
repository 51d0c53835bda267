import { notFound } from "next/navigation";
import { newClaimForm } from "@/components/claim/claim-form";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DisputeWorkPage } from "@/components/dispute/dispute-work-page";
import { DeskForm } from "@/components/form/desk-form";
import { atLeast } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { saveNewClaim } from "@/lib/claim/claim-actions";
import { allClaimTexts } from "@/lib/claim/claim-draft-desk-queries";
import { choicesOf, disputeDesk } from "@/lib/dispute/dispute-desk-queries";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
