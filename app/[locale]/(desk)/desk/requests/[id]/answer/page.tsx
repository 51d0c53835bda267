import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { recordedFields } from "@/components/record/reply/reply-fields";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { inEither } from "@/lib/core/language/language";
import { saveNewReply } from "@/lib/record/reply/reply-actions";
import { requestFor } from "@/lib/record/reply/reply-desk-queries";

export default deskPage({ path: "/desk/requests/[id]/answer" }, async ({ actor, locale, t }, { id }) => {
  const request = await requestFor(actor, id);
  if (!request) return 404;
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
});
