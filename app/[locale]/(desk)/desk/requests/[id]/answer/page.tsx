import { notFound } from "next/navigation";
import { DeskMissing } from "@/components/desk/desk-missing";
import { DeskForm } from "@/components/form/desk-form";
import { recordedFields } from "@/components/reply/reply-fields";
import { RequestWorkPage } from "@/components/reply/request-work-page";
import { requireActor } from "@/lib/auth/session";
import { inEither, isLocale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { saveNewReply } from "@/lib/reply/reply-actions";
import { requestFor } from "@/lib/reply/reply-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/requests/[id]/answer">) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/requests/${id}/answer`;
  const actor = await requireActor(locale, path);
  const request = await requestFor(actor, id);
  if (!request) return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  const t = translator(locale);
  const party = inEither(request.party.name, locale);
  return (
    <RequestWorkPage
      locale={locale}
      actor={actor}
      title={t("replyDesk.recordTitle", { party })}
      request={request}
      below="answer"
      lead={t("replyDesk.recordLead")}
    >
      <DeskForm
        locale={locale}
        action={saveNewReply}
        fields={recordedFields(locale)}
        initial={{ language: [request.question?.language ?? locale] }}
        draft={{ id, revision: 0 }}
        actor={actor}
        kept={`answer/new/${id}`}
        submit={t("replyDesk.save")}
      />
    </RequestWorkPage>
  );
}
