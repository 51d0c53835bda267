import { Verbatim } from "@/components/core/ui/verbatim";
import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import {
  declineNow,
  declineRecordedAnswer,
  declineSentAnswer,
  publishReplyNow,
  publishSentReplyNow,
  throwAwayDeclining,
  throwAwayReply,
} from "@/lib/record/reply/reply-actions";
import { hourWords } from "@/lib/record/reply/reply-deadline";
import type {
  ProposedDeclining,
  RecordedAnswer,
  RequestView,
  SentAnswer,
} from "@/lib/record/reply/reply-desk-queries";

interface RequestAnswersProps {
  readonly request: RequestView;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** What the party has answered, by link or otherwise, and what an editor decides about each. */
export function RequestAnswers({ request, actor, locale }: RequestAnswersProps) {
  const t = translator(locale);
  if (request.sent.length + request.recorded.length === 0)
    return <p className="empty">{t("replyDesk.noAnswers")}</p>;
  const editor = atLeast(actor, "editor");
  // What came by a link and was published stands once, as what is published.
  const undecided = request.sent.filter(({ accepted }) => accepted !== true);
  return (
    <ul className="work">
      {undecided.map((answer) => (
        <Sent key={answer.id} answer={answer} editor={editor} locale={locale} />
      ))}
      {request.recorded.map((answer) => (
        <Recorded
          key={answer.id}
          answer={answer}
          sent={request.sent.find(
            (each) => each.accepted && each.text === answer.text && each.receivedAt === answer.receivedAt,
          )}
          change={href(locale, `/desk/requests/${request.id}/answer/${answer.id}`)}
          editor={editor}
          locale={locale}
        />
      ))}
    </ul>
  );
}

function Words({ answer }: { readonly answer: { readonly text: string; readonly language: string } }) {
  return (
    <blockquote className="answer" lang={answer.language}>
      <Verbatim text={answer.text} />
    </blockquote>
  );
}

interface LineProps<A> {
  readonly answer: A;
  readonly editor: boolean;
  readonly locale: Locale;
}

function Sent({ answer, editor, locale }: LineProps<SentAnswer>) {
  const t = translator(locale);
  const words = { at: hourWords(answer.receivedAt, locale), by: answer.signedBy };
  const draft = { id: answer.id, revision: 0 };
  return (
    <li>
      <p className="fine">{t("replyDesk.sentBy", words)}</p>
      <Words answer={answer} />
      {answer.accepted === null && editor && (
        <>
          <p className="fine">{t("replyDesk.publishAnswerText")}</p>
          <Form
            locale={locale}
            action={publishSentReplyNow}
            seen={answer.seen}
            fields={[]}
            sendKey={crypto.randomUUID()}
            draft={draft}
            submit={t("replyDesk.publishAnswer")}
            grave
          />
        </>
      )}
      {answer.accepted === null && !editor && (
        <p>
          {t("replyDesk.waits")} {t("replyDesk.onlyEditors")}
        </p>
      )}
      <Declining
        declining={answer.declining}
        answer={draft}
        propose={declineSentAnswer}
        editor={editor}
        locale={locale}
      />
    </li>
  );
}

interface RecordedProps extends LineProps<RecordedAnswer> {
  /** As it came by a link; without it, the desk wrote it down. */
  readonly sent?: SentAnswer;
  readonly change: string;
}

function Recorded({ answer, sent, change, editor, locale }: RecordedProps) {
  const t = translator(locale);
  const draft = { id: answer.id, revision: answer.revision };
  const form = { locale, fields: [], draft };
  const { declining } = answer;
  const isOpen = answer.publishedAt === null && !declining?.publishedAt;
  return (
    <li>
      <p className="fine">
        {sent
          ? t("replyDesk.came", { at: hourWords(sent.receivedAt, locale), by: sent.signedBy })
          : t("replyDesk.recorded", { at: hourWords(answer.receivedAt, locale) })}{" "}
        {answer.publishedAt
          ? t("replyDesk.publishedAt", { at: dayWords(answer.publishedAt, locale) })
          : isOpen && t("replyDesk.waits")}
      </p>
      <Words answer={answer} />
      {isOpen && (
        <>
          {editor && (
            <Form
              {...form}
              action={publishReplyNow}
              seen={answer.seen}
              sendKey={crypto.randomUUID()}
              submit={t("replyDesk.publishAnswer")}
              grave
            />
          )}
          {!declining && (
            <p className="do">
              <a href={change}>{t("replyDesk.changeAnswer")}</a>
            </p>
          )}
          {(answer.own || (editor && declining && !declining.own)) && (
            <details>
              <summary>{t("replyDesk.discard")}</summary>
              <Form
                {...form}
                action={throwAwayReply}
                sendKey={crypto.randomUUID()}
                submit={t("replyDesk.discard")}
              />
            </details>
          )}
        </>
      )}
      {answer.publishedAt === null && (
        <Declining
          declining={declining}
          answer={draft}
          propose={declineRecordedAnswer}
          editor={editor}
          locale={locale}
        />
      )}
    </li>
  );
}

interface DecliningProps {
  readonly declining: ProposedDeclining | null;
  readonly answer: { readonly id: string; readonly revision: number };
  readonly propose: typeof declineSentAnswer;
  readonly editor: boolean;
  readonly locale: Locale;
}

/** That an answer is not published, and why: proposed by one person, agreed to by another. */
function Declining({ declining, answer, propose, editor, locale }: DecliningProps) {
  const t = translator(locale);
  if (!declining) {
    return (
      <details>
        <summary>{t("replyDesk.decline")}</summary>
        <Form
          locale={locale}
          action={propose}
          fields={[
            {
              kind: "bilingual",
              name: "reason",
              label: t("replyDesk.declineReason"),
              help: t("replyDesk.declineReasonHelp"),
              long: true,
              max: 600,
            },
          ]}
          sendKey={crypto.randomUUID()}
          draft={answer}
          submit={t("replyDesk.decline")}
        />
      </details>
    );
  }
  const words = { reason: inEither(declining.reason, locale) };
  if (declining.publishedAt) return <p>{t("replyDesk.declined", words)}</p>;
  const form = { locale, fields: [], draft: { id: declining.id, revision: 0 } };
  return (
    <>
      <p>
        {t("replyDesk.declineProposed", words)}{" "}
        {declining.own ? t("replyDesk.declineOwn") : !editor && t("replyDesk.declineOthers")}
      </p>
      {editor && !declining.own && (
        <>
          <p className="fine">{t("replyDesk.declineNowHelp")}</p>
          <Form
            {...form}
            action={declineNow}
            seen={declining.seen}
            sendKey={crypto.randomUUID()}
            submit={t("replyDesk.declineNow")}
            grave
          />
        </>
      )}
      <Form
        {...form}
        action={throwAwayDeclining}
        sendKey={crypto.randomUUID()}
        submit={t("replyDesk.declineDrop")}
      />
    </>
  );
}
