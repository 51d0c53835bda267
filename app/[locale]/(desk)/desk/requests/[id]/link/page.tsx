import { deskPage } from "@/components/desk/page/desk-route";
import "@/app/styles/reply.css";
import { LinkForm } from "@/components/record/reply/link-form";
import { linkWords } from "@/components/record/reply/link-words";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { inEither } from "@/lib/core/language/language";
import { makeNewLink } from "@/lib/record/reply/reply-actions";
import { letterTo, requestFor } from "@/lib/record/reply/reply-desk-queries";

export default deskPage({ path: "/desk/requests/[id]/link" }, async ({ actor, locale, t }, { id }) => {
  const request = await requestFor(actor, id);
  const letter = await letterTo(actor, id);
  if (!request?.question?.published || !letter) return 404;
  const party = inEither(request.party.name, locale);
  return (
    <RequestWorkPage
      locale={locale}
      actor={actor}
      title={t("replyDesk.newLinkTitle", { party })}
      request={request}
      below="link"
      lead={t("replyDesk.newLinkText")}
    >
      <LinkForm
        locale={locale}
        action={makeNewLink}
        sendKey={crypto.randomUUID()}
        id={id}
        revision={0}
        submit={t("replyDesk.makeLink")}
        over={false}
        letter={letter}
        words={{ ...linkWords(locale), title: t("replyDesk.newLinkMade") }}
      />
    </RequestWorkPage>
  );
});
