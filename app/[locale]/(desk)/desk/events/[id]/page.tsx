import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { CorrectThis } from "@/components/record/amendment/correct-this";
import { Mark } from "@/components/record/dispute/dispute-desk";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { Discard } from "@/components/record/draft/discard";
import { eventForm } from "@/components/record/event/event-form";
import { inEither } from "@/lib/core/language/language";
import { choicesOf, disputeDesk, frameOf } from "@/lib/record/dispute/dispute-desk-queries";
import { saveEvent } from "@/lib/record/event/event-actions";
import { eventDraft } from "@/lib/record/event/event-desk-queries";

export default deskPage({ path: "/desk/events/[id]" }, async ({ page, actor, locale, t }, { id }) => {
  const event = await eventDraft(actor, id);
  const dispute = event && (await disputeDesk(actor, event.disputeId));
  const choices = dispute && (await choicesOf(actor, dispute.id));
  if (!dispute || !choices) return 404;
  const frame = await frameOf(actor, dispute.id);
  const others = {
    ...choices,
    events: choices.events.filter((other) => other.id !== id),
    frame: { ...frame, anchors: frame.anchors.filter((other) => other.id !== id) },
  };
  return (
    <DisputeWorkPage
      {...page}
      dispute={dispute}
      title={t("deskRecord.event.title")}
      lead={
        <p className="do">
          <Mark locale={locale} published={event.published} />
        </p>
      }
    >
      {event.published ? (
        <>
          <p>{inEither(event.text, locale)}</p>
          <CorrectThis table="Event" id={id} locale={locale} />
        </>
      ) : (
        <>
          <DeskForm
            locale={locale}
            action={saveEvent}
            fields={eventForm(others, locale)}
            initial={event.fields}
            hidden={{ disputeId: dispute.id }}
            draft={{ id, revision: event.revision }}
            actor={actor}
            kept={`event/${id}`}
            submit={t("deskRecord.save")}
          />
          <Discard locale={locale} table="event" id={id} />
        </>
      )}
    </DisputeWorkPage>
  );
});
