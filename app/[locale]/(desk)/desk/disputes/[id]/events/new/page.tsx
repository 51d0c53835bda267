import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { DisputeWorkPage } from "@/components/record/dispute/dispute-work-page";
import { eventForm } from "@/components/record/event/event-form";
import { atLeast } from "@/lib/core/actor";
import { href, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { anchorsOf, choicesOf, disputeDesk } from "@/lib/record/dispute/dispute-desk-queries";
import { saveNewEvent } from "@/lib/record/event/event-actions";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/disputes/[id]/events/new">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/disputes/${id}/events/new`;
  const actor = await requireActor(locale, path);
  const dispute = await disputeDesk(actor, id);
  if (!dispute) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  if (!atLeast(actor, "journalist")) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={403} />;
  }
  const choices = await choicesOf(actor, id);
  if (!choices) notFound();
  const t = translator(locale);
  return (
    <DisputeWorkPage
      locale={locale}
      path={path}
      actor={actor}
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
          fields={eventForm({ ...choices, anchors: await anchorsOf(actor, id) }, locale)}
          hidden={{ disputeId: id }}
          actor={actor}
          kept={`event/new/${id}`}
          submit={t("deskRecord.event.add")}
          another={{ label: t("deskRecord.saveNext"), next: "another" }}
        />
      )}
    </DisputeWorkPage>
  );
}
