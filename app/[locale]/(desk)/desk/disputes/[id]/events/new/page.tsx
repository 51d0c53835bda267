import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DisputeWorkPage } from "@/components/dispute/dispute-work-page";
import { eventForm } from "@/components/event/event-form";
import { DeskForm } from "@/components/form/desk-form";
import { atLeast } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { anchorsOf, choicesOf, disputeDesk } from "@/lib/dispute/dispute-desk-queries";
import { saveNewEvent } from "@/lib/event/event-actions";
import { href, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

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
