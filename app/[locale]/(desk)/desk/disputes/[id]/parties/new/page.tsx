import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { partyEntryForm } from "@/components/record/party/party-form";
import { atLeast } from "@/lib/core/actor";
import { askedFor } from "@/lib/core/asked-for";
import { disputeDesk, frameOf } from "@/lib/record/dispute/dispute-desk-queries";
import { saveNewParty } from "@/lib/record/party/party-actions";
import { partyChoices } from "@/lib/record/party/party-desk-queries";

/** `?party=`: another role of a party that is there. */
export default deskPage(
  { path: "/desk/disputes/[id]/parties/new" },
  async ({ page, actor, locale, t, asked }, { id }) => {
    const dispute = await disputeDesk(actor, id);
    if (!dispute) return 404;
    if (!atLeast(actor, "journalist")) return 403;
    const party = askedFor(asked, "party");
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("deskRecord.party.newTitle")}
        lead={<p>{t("deskRecord.oneLanguage")}</p>}
      >
        <DeskForm
          locale={locale}
          action={saveNewParty}
          fields={partyEntryForm(await partyChoices(actor), await frameOf(actor, id), locale)}
          initial={party ? { partyId: [party] } : {}}
          hidden={{ "role.disputeId": id }}
          actor={actor}
          kept={`party/new/${id}`}
          submit={t("deskRecord.party.add")}
          another={{ label: t("deskRecord.saveNext"), next: "another" }}
        />
      </DisputeWorkPage>
    );
  },
);
