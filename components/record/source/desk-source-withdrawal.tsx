import { DeskForm } from "@/components/desk/form/desk-form";
import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import {
  askToWithdrawSource,
  throwAwaySourceWithdrawal,
  withdrawSourceNow,
} from "@/lib/record/source/source-withdrawal-actions";
import {
  type DeskSourceWithdrawal,
  sourceWithdrawalFor,
} from "@/lib/record/source/source-withdrawal-desk-queries";

interface DeskSourceWithdrawalProps {
  readonly sourceId: string;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** At the desk: says that a public source is no longer to be relied on. One asks for it, another publishes. */
export async function DeskSourceWithdrawalPart({ sourceId, actor, locale }: DeskSourceWithdrawalProps) {
  const t = translator(locale);
  if (!atLeast(actor, "journalist")) return null;
  const withdrawal = await sourceWithdrawalFor(actor, sourceId);
  return (
    <section aria-labelledby="withdrawal">
      <h2 id="withdrawal">
        {withdrawal?.publishedAt
          ? t("sourceWithdrawal.line", { date: dayWords(withdrawal.publishedAt, locale) })
          : t(withdrawal ? "sourceWithdrawal.desk.asked" : "sourceWithdrawal.desk.title")}
      </h2>
      {withdrawal ? (
        LOCALES.map((language) => (
          <p key={language} lang={language} className="mt-3">
            {withdrawal.reason[language]}
          </p>
        ))
      ) : (
        <details className="more">
          <summary>{t("sourceWithdrawal.desk.begin")}</summary>
          <DeskForm
            locale={locale}
            action={askToWithdrawSource}
            fields={[
              {
                kind: "bilingual",
                name: "reason",
                label: t("sourceWithdrawal.desk.reason"),
                help: t("sourceWithdrawal.desk.reasonHelp"),
                long: true,
                max: 1000,
              },
            ]}
            hidden={{ sourceId }}
            actor={actor}
            kept={`source-withdrawal/new/${sourceId}`}
            submit={t("sourceWithdrawal.desk.ask")}
          />
        </details>
      )}
      {withdrawal && !withdrawal.publishedAt && (
        <Waiting withdrawal={withdrawal} canPublish={atLeast(actor, "editor")} locale={locale} />
      )}
    </section>
  );
}

interface WaitingProps {
  readonly withdrawal: DeskSourceWithdrawal;
  readonly canPublish: boolean;
  readonly locale: Locale;
}

function Waiting({ withdrawal, canPublish, locale }: WaitingProps) {
  const t = translator(locale);
  const shared = { locale, fields: [], hidden: { id: withdrawal.id }, grave: true };
  return (
    <>
      {withdrawal.own ? (
        <p className="note mt-3">{t("sourceWithdrawal.desk.own")}</p>
      ) : canPublish ? (
        <>
          <p className="help">{t("sourceWithdrawal.desk.publishHelp")}</p>
          <Form
            {...shared}
            action={withdrawSourceNow}
            seen={withdrawal.seen}
            sendKey={crypto.randomUUID()}
            submit={t("sourceWithdrawal.desk.publish")}
          />
        </>
      ) : (
        <p className="note mt-3">{t("sourceWithdrawal.desk.editorOnly")}</p>
      )}
      <details className="more">
        <summary>{t("sourceWithdrawal.desk.discard")}</summary>
        <Form
          {...shared}
          action={throwAwaySourceWithdrawal}
          sendKey={crypto.randomUUID()}
          submit={t("sourceWithdrawal.desk.discard")}
        />
      </details>
    </>
  );
}
