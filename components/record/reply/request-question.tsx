import { Form } from "@/components/desk/form/form";
import { DiscardLink } from "@/components/record/draft/discard";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { revokeLink } from "@/lib/record/reply/reply-actions";
import { hourWords } from "@/lib/record/reply/reply-deadline";
import type { RequestView } from "@/lib/record/reply/reply-desk-queries";

interface Props {
  readonly request: RequestView;
  readonly locale: Locale;
}

/** The question as it is written or has been put, and what can be done with it. */
export function RequestQuestion({ request, actor, locale }: Props & { readonly actor: Actor }) {
  const t = translator(locale);
  const { question } = request;
  const path = `/desk/requests/${request.id}`;
  if (!question) {
    return (
      <>
        <p className="empty">{t("replyDesk.noQuestion")}</p>
        <p className="do">
          <a href={href(locale, `${path}/question`)}>{t("replyDesk.writeQuestion")}</a>
        </p>
      </>
    );
  }
  return (
    <>
      <p className="answer" lang={question.language}>
        {question.question}
      </p>
      <p className="fine">
        {question.by}. {t("replyDesk.deadline", { deadline: hourWords(question.deadline, locale) })}
      </p>
      {!question.published && (
        <>
          <p className="fine">
            {question.to ? t("replyDesk.goesTo", { to: question.to }) : t("replyDesk.goesNowhere")}
          </p>
          <p className="do">
            {atLeast(actor, "editor") && <a href={href(locale, `${path}/ask`)}>{t("replyDesk.ask")}</a>}
            <a href={href(locale, `${path}/question`)}>{t("replyDesk.changeQuestion")}</a>
            <DiscardLink
              locale={locale}
              table="asking"
              id={request.id}
              label={t("replyDesk.discardQuestion")}
            />
            {!atLeast(actor, "editor") && <span className="fine">{t("replyDesk.questionDraft")}</span>}
          </p>
        </>
      )}
    </>
  );
}

/** The private links of a request: which are good, which have been used, and taking one back. */
export function RequestLinks({ request, locale }: Props) {
  const t = translator(locale);
  const day = (iso: string) => dayWords(iso, locale);
  return (
    <>
      {request.links.length === 0 && <p className="empty">{t("replyDesk.noLinks")}</p>}
      <ul className="work">
        {request.links.map((link) => {
          const words = { made: day(link.createdAt), until: day(link.expiresAt), answers: link.answers };
          return (
            <li key={link.id}>
              {link.state === "open" && t("replyDesk.linkLine", words)}{" "}
              {link.state === "open" && link.sentAt === null && t("replyDesk.linkNotSent")}
              {link.state === "over" && t("replyDesk.linkExpired", words)}
              {link.state === "revoked" &&
                t("replyDesk.linkRevoked", { ...words, at: day(link.revokedAt ?? link.createdAt) })}
              {link.state === "open" && (
                <details>
                  <summary>{t("replyDesk.revoke")}</summary>
                  <Form
                    locale={locale}
                    action={revokeLink}
                    fields={[]}
                    sendKey={crypto.randomUUID()}
                    draft={{ id: link.id, revision: 0 }}
                    submit={t("replyDesk.revoke")}
                  />
                </details>
              )}
            </li>
          );
        })}
      </ul>
      <p className="do">
        <a href={href(locale, `/desk/requests/${request.id}/link`)}>{t("replyDesk.newLink")}</a>
      </p>
    </>
  );
}
