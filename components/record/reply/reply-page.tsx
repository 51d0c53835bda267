import { Form } from "@/components/desk/form/form";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sendAnswer } from "@/lib/record/reply/reply-actions";
import { hourWords } from "@/lib/record/reply/reply-deadline";
import type { LinkView } from "@/lib/record/reply/reply-queries";
import { answerFields } from "./reply-fields";

interface ReplyPageProps {
  readonly token: string;
  readonly link: Extract<LinkView, { state: "open" }>;
  /** An answer has just been sent. */
  readonly sent: boolean;
  /** Now, RFC 3339. */
  readonly at: string;
  readonly locale: Locale;
}

/** What a party sees that has been asked: who asks, about what, and where to answer. */
export function ReplyPage({ token, link: { question, received, until }, sent, at, locale }: ReplyPageProps) {
  const t = translator(locale);
  const party = question.party[locale];
  const deadline = hourWords(question.deadline, locale);
  const last = received.at(-1);
  return (
    <article className="voice">
      <h1>{t("replyPage.title", { party })}</h1>
      <p className="lead">{t("replyPage.lead", { asker: question.asker, party })}</p>
      {last && (
        <div className="outcome" role="status">
          <p>
            {sent && <b>{t("saved.reply-received")}</b>}{" "}
            {t("replyPage.received", { count: received.length, last: hourWords(last, locale) })}
          </p>
        </div>
      )}
      <h2>{t("replyPage.claim")}</h2>
      <p className="claim">{question.claim.text[locale]}</p>
      <p className="fine">
        {t("replyPage.claimNote")}{" "}
        <a href={href(locale, `/claims/${question.claim.slug}`)}>{t("replyPage.toClaim")}</a>
      </p>
      <h2>{t("replyPage.question")}</h2>
      <p className="answer" lang={question.language}>
        {question.question}
      </p>
      <p>
        <b>{t(at < question.deadline ? "replyPage.deadline" : "replyPage.late", { deadline })}</b>{" "}
        {t("replyPage.until", { until: hourWords(until, locale) })}
      </p>
      <h2>{t("replyPage.what")}</h2>
      <ul>
        <li>{t("replyPage.whatOnce")}</li>
        <li>{t("replyPage.whatDeclined")}</li>
        <li>{t("replyPage.whatMore")}</li>
        <li>{t("replyPage.whatSilence")}</li>
      </ul>
      <h2>{t("replyPage.form")}</h2>
      <p className="fine">{t("replyPage.noAccount", { party })}</p>
      <Form
        locale={locale}
        action={sendAnswer}
        fields={answerFields(locale)}
        initial={{ language: [locale] }}
        hidden={{ token }}
        sendKey={crypto.randomUUID()}
        submit={t("replyPage.send")}
      />
    </article>
  );
}
