import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { eventForm } from "@/components/record/event/event-form";
import { atLeast } from "@/lib/core/actor";
import { href } from "@/lib/core/language/language";
import { choicesOf, disputeDesk, frameOf } from "@/lib/record/dispute/dispute-desk-queries";
import { saveNewEvent } from "@/lib/record/event/event-actions";

export default deskPage(
  { path: "/desk/disputes/[id]/events/new" },
  async ({ page, actor, locale, t }, { id }) => {
    const dispute = await disputeDesk(actor, id);
    if (!dispute) return 404;
    if (!atLeast(actor, "journalist")) return 403;
    const choices = await choicesOf(actor, id);
    if (!choices) notFound();
    return (
      <DisputeWorkPage
        {...page}
        dispute={dispute}
        title={t("deskRecord.event.newTitle")}
        lead={<p>{t("deskRecord.oneLanguage")}</p>}
      >
        {choices.parties.length === 0 || choices.sources.length === 0 ? (
          <>
            <p className="empty">{t("deskRecord.event.needs")}</p>
            <p className="do">
              {choices.parties.length === 0 && (
                <a href={href(locale, `/desk/disputes/${id}/parties/new`)}>
                  {t("deskRecord.dispute.addParty")}
                </a>
              )}
              {choices.sources.length === 0 && (
                <a href={href(locale, `/desk/disputes/${id}/sources/new`)}>
                  {t("deskRecord.dispute.addSource")}
                </a>
              )}
            </p>
          </>
        ) : (
          <DeskForm
            locale={locale}
            action={saveNewEvent}
            fields={eventForm({ ...choices, frame: await frameOf(actor, id) }, locale)}
            hidden={{ disputeId: id }}
            actor={actor}
            kept={`event/new/${id}`}
            submit={t("deskRecord.event.add")}
            another={{ label: t("deskRecord.saveNext"), next: "another" }}
          />
        )}
      </DisputeWorkPage>
    );
  },
);
