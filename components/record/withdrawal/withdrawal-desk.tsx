import { DeskForm } from "@/components/desk/form/desk-form";
import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import {
  askForWithdrawal,
  publishWithdrawalNow,
  throwAwayWithdrawal,
} from "@/lib/record/withdrawal/withdrawal-actions";
import type { WithdrawalDesk } from "@/lib/record/withdrawal/withdrawal-desk-queries";

/** The verdict that stands, and what can be done about it: ask for its withdrawal, publish one that was asked for, or nothing more. */
export async function WithdrawalDeskParts({
  claim,
  actor,
  locale,
}: {
  readonly claim: WithdrawalDesk;
  readonly actor: Actor;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const { verdict, withdrawal } = claim;
  if (!verdict) return <p className="empty">{t("withdrawal.desk.none")}</p>;
  return (
    <>
      <p className="mt-4">
        {t("withdrawal.desk.current", {
          version: verdict.version,
          rating: t(`ratings.${verdict.rating}`),
          date: dayWords(verdict.publishedAt, locale),
        })}{" "}
        {verdict.conclusion[locale]}
      </p>
      {withdrawal === null ? (
        <DeskForm
          locale={locale}
          action={askForWithdrawal}
          fields={[
            {
              kind: "bilingual",
              name: "reason",
              label: t("withdrawal.desk.reason"),
              help: t("withdrawal.desk.reasonHelp"),
              long: true,
              max: 1000,
            },
          ]}
          hidden={{ claimId: claim.id }}
          actor={actor}
          kept={`withdrawal/new/${claim.id}`}
          submit={t("withdrawal.desk.ask")}
        />
      ) : (
        <section aria-labelledby="asked">
          <h2 id="asked">
            {withdrawal.publishedAt
              ? t("withdrawal.desk.done", { date: dayWords(withdrawal.publishedAt, locale) })
              : t("withdrawal.desk.askedTitle")}
          </h2>
          {LOCALES.map((language) => (
            <p key={language} lang={language} className="mt-3">
              {withdrawal.reason[language]}
            </p>
          ))}
          {!withdrawal.publishedAt && (
            <Waiting withdrawal={withdrawal} canPublish={atLeast(actor, "editor")} locale={locale} />
          )}
        </section>
      )}
    </>
  );
}

function Waiting({
  withdrawal,
  canPublish,
  locale,
}: {
  readonly withdrawal: NonNullable<WithdrawalDesk["withdrawal"]>;
  readonly canPublish: boolean;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const shared = { locale, fields: [], hidden: { id: withdrawal.id }, grave: true };
  return (
    <>
      {withdrawal.own ? (
        <p className="note mt-3">{t("withdrawal.desk.own")}</p>
      ) : canPublish ? (
        <>
          <p className="help">{t("withdrawal.desk.publishHelp")}</p>
          <Form
            {...shared}
            action={publishWithdrawalNow}
            seen={withdrawal.seen}
            sendKey={crypto.randomUUID()}
            submit={t("withdrawal.desk.publish")}
          />
        </>
      ) : (
        <p className="note mt-3">{t("withdrawal.desk.editorOnly")}</p>
      )}
      <details className="more">
        <summary>{t("withdrawal.desk.discard")}</summary>
        <Form
          {...shared}
          action={throwAwayWithdrawal}
          sendKey={crypto.randomUUID()}
          submit={t("withdrawal.desk.discard")}
        />
      </details>
    </>
  );
}
