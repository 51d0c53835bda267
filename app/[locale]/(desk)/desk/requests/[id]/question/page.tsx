import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { questionFields } from "@/components/record/reply/reply-fields";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { inEither } from "@/lib/core/language/language";
import { saveQuestion } from "@/lib/record/reply/reply-actions";
import { requestFor } from "@/lib/record/reply/reply-desk-queries";
import { askingFields } from "@/lib/record/reply/reply-form-desk-queries";

export default deskPage({ path: "/desk/requests/[id]/question" }, async ({ actor, locale, t }, { id }) => {
  const request = await requestFor(actor, id);
  const asking = await askingFields(actor, { id });
  if (!request || !asking || request.question?.published) return 404;
  const party = inEither(request.party.name, locale);
  return (
    <RequestWorkPage
      locale={locale}
      actor={actor}
      title={t("replyDesk.questionTitle", { party })}
      request={request}
      below="question"
      lead={t("replyDesk.questionLead")}
    >
      <DeskForm
        locale={locale}
        action={saveQuestion}
        fields={questionFields(locale)}
        initial={asking.fields}
        draft={{ id, revision: asking.revision }}
        actor={actor}
        kept={`asking/${id}`}
        submit={t("replyDesk.save")}
      />
    </RequestWorkPage>
  );
});
