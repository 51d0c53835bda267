import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { recordedFields } from "@/components/record/reply/reply-fields";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { inEither } from "@/lib/core/language/language";
import { saveReply } from "@/lib/record/reply/reply-actions";
import { requestFor } from "@/lib/record/reply/reply-desk-queries";
import { recordedReplyFields } from "@/lib/record/reply/reply-form-desk-queries";

export default deskPage(
  { path: "/desk/requests/[id]/answer/[answer]" },
  async ({ actor, locale, t }, { id, answer }) => {
    const request = await requestFor(actor, id);
    const draft = await recordedReplyFields(actor, { id: answer });
    if (!request || draft?.requestId !== id) return 404;
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
  },
);
