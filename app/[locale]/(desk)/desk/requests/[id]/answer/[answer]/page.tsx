import { notFound } from "next/navigation";
import { DeskForm } from "@/components/desk/form/desk-form";
import { DeskMissing } from "@/components/desk/page/desk-missing";
import { recordedFields } from "@/components/record/reply/reply-fields";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { inEither, isLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { requireActor } from "@/lib/desk/auth/session-request";
import { saveReply } from "@/lib/record/reply/reply-actions";
import { requestFor } from "@/lib/record/reply/reply-desk-queries";
import { recordedReplyFields } from "@/lib/record/reply/reply-form-desk-queries";

export const dynamic = "force-dynamic";

export default async function Page({ params }: PageProps<"/[locale]/desk/requests/[id]/answer/[answer]">) {
  const { locale, id, answer } = await params;
  if (!isLocale(locale)) notFound();
  const path = `/desk/requests/${id}/answer/${answer}`;
  const actor = await requireActor(locale, path);
  const request = await requestFor(actor, id);
  const draft = await recordedReplyFields(actor, { id: answer });
  if (!request || draft?.requestId !== id) {
    return <DeskMissing locale={locale} path={path} actor={actor} status={404} />;
  }
  const t = translator(locale);
  const party = inEither(request.party.name, locale);
  return (
    <RequestWorkPage
      locale={locale}
      actor={actor}
      title={t("replyDesk.changeAnswerTitle", { party })}
      request={request}
      below={`answer/${answer}`}
      lead={t("replyDesk.changeAnswerLead")}
    >
      <DeskForm
        locale={locale}
        action={saveReply}
        fields={recordedFields(locale)}
        initial={draft.fields}
        draft={{ id: answer, revision: draft.revision }}
        actor={actor}
        kept={`answer/${answer}`}
        submit={t("replyDesk.save")}
      />
    </RequestWorkPage>
  );
}
