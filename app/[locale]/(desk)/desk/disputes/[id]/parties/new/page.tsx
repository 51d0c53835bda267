import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { partyEntryForm } from "@/components/record/party/party-form";
import { atLeast } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { saveNewParty } from "@/lib/record/party/party-actions";
import { partyChoices } from "@/lib/record/party/party-desk-queries";

export const dynamic = "force-dynamic";

/** `?party=`: another role of a party that is there. */
export default async function Page({
  params,
  searchParams,
}: PageProps<"/[locale]/desk/disputes/[id]/parties/new">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/disputes/${id}/parties/new`;
  const actor = await requireActor(locale, path);
  const dispute = await disputeDesk(actor, id);
  if (!dispute) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  if (!atLeast(actor, "journalist")) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  }
  const party = askedFor(await searchParams, "party");
  const t = translator(locale);
  return (
    <DisputeWorkPage
      locale={locale}
      path={path}
      actor={actor}
      dispute={dispute}
      title={t("deskRecord.party.newTitle")}
      lead={<p>{t("deskRecord.oneLanguage")}</p>}
    >
      <DeskForm
        locale={locale}
        action={saveNewParty}
        fields={partyEntryForm(await partyChoices(actor), locale)}
        initial={party ? { partyId: [party] } : {}}
        hidden={{ "role.disputeId": id }}
        actor={actor}
        kept={`party/new/${id}`}
        submit={t("deskRecord.party.add")}
        another={{ label: t("deskRecord.saveNext"), next: "another" }}
      />
    </DisputeWorkPage>
  );
}
