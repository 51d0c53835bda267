import { Form } from "@/components/desk/form/form";
import { DeskPage } from "@/components/desk/page/desk-page";
import { HandOverLink } from "@/components/record/dispute/handover";
import { DiscardLink } from "@/components/record/draft/discard";
import { type Actor, atLeast } from "@/lib/core/actor";
import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { publishRequestNow } from "@/lib/record/reply/reply-actions";
import type { RequestView } from "@/lib/record/reply/reply-desk-queries";
import { RequestAnswers } from "./request-answers";
import { RequestLinks, RequestQuestion } from "./request-question";
import { requestStateWords } from "./request-state";

interface RequestPageProps {
  readonly request: RequestView;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** The way to a request and its pages. */
export const requestCrumbs = (request: RequestView, locale: Locale) => [
  { path: `/desk/claims/${request.claim.id}`, label: translator(locale)("replyDesk.toClaim") },
];

/** One party and one claim: whether it was asked, what, by which links, and what it answered. */
export function RequestPage({ request, actor, locale }: RequestPageProps) {
  const t = translator(locale);
  const path = `/desk/requests/${request.id}`;
  return (
    <DeskPage
      locale={locale}
      path={path}
      actor={actor}
      here="disputes"
      title={t("replyDesk.requestTitle", { party: inEither(request.party.name, locale) })}
      crumbs={requestCrumbs(request, locale)}
      lead={<p className="claim desk-claim">{inEither(request.claim.text, locale)}</p>}
    >
      <p>
        {requestStateWords(request, locale)}{" "}
        {!request.published && <span className="draft-mark">{t("replyDesk.draft")}</span>}
      </p>
      <p className="fine">
        {t("replyDesk.inSources")}: {inEither(request.inSources, locale)}
      </p>
      {!request.published && (
        <p className="do">
          <a href={href(locale, `${path}/edit`)}>{t("replyDesk.edit")}</a>
          <HandOverLink
            locale={locale}
            disputeId={request.claim.disputeId}
            about={`ReplyRequest ${request.id}`}
          />
          <DiscardLink locale={locale} table="replyRequest" id={request.id} />
        </p>
      )}
      <h2>{t("replyDesk.question")}</h2>
      <RequestQuestion request={request} actor={actor} locale={locale} />
      {!request.published && request.reasonNotAsked && atLeast(actor, "editor") && (
        <>
          <h2>{t("replyDesk.publishRequest")}</h2>
          <p>{t("replyDesk.publishRequestText")}</p>
          <Form
            locale={locale}
            action={publishRequestNow}
            seen={request.seen}
            fields={[]}
            sendKey={crypto.randomUUID()}
            draft={{ id: request.id, revision: request.revision }}
            submit={t("replyDesk.publishRequest")}
            grave
          />
        </>
      )}
      {request.question?.published && (
        <>
          <h2>{t("replyDesk.links")}</h2>
          <RequestLinks request={request} locale={locale} />
        </>
      )}
      <h2>{t("replyDesk.answers")}</h2>
      <RequestAnswers request={request} actor={actor} locale={locale} />
      <p className="do">
        <a href={href(locale, `${path}/answer`)}>{t("replyDesk.record")}</a>
      </p>
    </DeskPage>
  );
}
