import { DeskForm } from "@/components/desk/form/desk-form";
import { deskPage } from "@/components/desk/page/desk-route";
import { requestWordsFields } from "@/components/record/reply/reply-fields";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { asFields } from "@/lib/desk/form/form";
import { saveRequest } from "@/lib/record/reply/reply-actions";
import { requestFor } from "@/lib/record/reply/reply-desk-queries";

export default deskPage({ path: "/desk/requests/[id]/edit" }, async ({ actor, locale, t }, { id }) => {
  const request = await requestFor(actor, id);
  if (!request || request.published) return 404;
  const { inSources, reasonNotAsked, revision } = request;
  return (
    <RequestWorkPage
      locale={locale}
      actor={actor}
      title={t("replyDesk.editTitle")}
      request={request}
      below="edit"
    >
      <DeskForm
        locale={locale}
        action={saveRequest}
        fields={requestWordsFields(locale)}
        initial={asFields({ inSources, reasonNotAsked })}
        draft={{ id, revision }}
        actor={actor}
        kept={`request/${id}`}
        submit={t("replyDesk.save")}
      />
    </RequestWorkPage>
  );
});
