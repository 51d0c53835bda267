import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DisputeWorkPage } from "@/components/dispute/dispute-work-page";
import { DeskForm } from "@/components/form/desk-form";
import { partyEntryForm } from "@/components/party/party-form";
import { atLeast } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { disputeDesk } from "@/lib/dispute/dispute-desk-queries";
import { askedFor } from "@/lib/http/asked-for";
import { isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { saveNewParty } from "@/lib/party/party-actions";
import { partyChoices } from "@/lib/party/party-desk-queries";

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
