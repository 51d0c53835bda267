import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { recordedFields } from "@/components/record/reply/reply-fields";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { inEither, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { saveNewReply } from "@/lib/record/reply/reply-actions";
import { requestFor } from "@/lib/record/reply/reply-desk-queries";

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
