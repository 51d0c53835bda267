import { deskPage } from "@/components/desk/page/desk-route";
import "@/app/styles/reply.css";
import { LinkForm } from "@/components/record/reply/link-form";
import { linkWords } from "@/components/record/reply/link-words";
import { RequestWorkPage } from "@/components/record/reply/request-work-page";
import { atLeast } from "@/lib/core/actor";
import { inEither } from "@/lib/core/language/language";
import { putQuestion } from "@/lib/record/reply/reply-actions";
import { letterTo, requestFor } from "@/lib/record/reply/reply-desk-queries";

/** The letter as the party will read it, and the button that sends it. Afterwards: the link, once. */
export default deskPage({ path: "/desk/requests/[id]/ask" }, async ({ actor, locale, t }, { id }) => {
  const request = await requestFor(actor, id);
  const letter = await letterTo(actor, id);
  if (!request?.question || !letter) return 404;
  if (!atLeast(actor, "editor")) return 403;
  const party = inEither(request.party.name, locale);
  const { to, published, revision, seen } = request.question;
  return (
    <RequestWorkPage
      locale={locale}
      actor={actor}
      title={t("replyDesk.askTitle", { party })}
      request={request}
      below="ask"
    >
      {!published && (
        <p>
          {t("replyDesk.askLead")} {to ? t("replyDesk.goesTo", { to }) : t("replyDesk.goesNowhere")}
        </p>
      )}
      <LinkForm
        locale={locale}
        action={putQuestion}
        sendKey={crypto.randomUUID()}
        id={id}
        revision={revision}
        seen={seen}
        submit={t("replyDesk.ask")}
        over={published}
        letter={letter}
        words={linkWords(locale)}
      />
    </RequestWorkPage>
  );
});
