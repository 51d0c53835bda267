import { Form } from "@/components/desk/form/form";
import { ChangeList } from "@/components/record/amendment/change-list";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { publishAmendmentNow, throwAwayAmendment } from "@/lib/record/amending/amending-actions";
import type { DeskAmendment } from "@/lib/record/amending/amending-desk-queries";
import { changesInWords } from "@/lib/record/amendment/amendment-words";

interface PublishAmendmentProps {
  readonly amendment: DeskAmendment;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** What stood and what is to stand, word by word in both languages, and why; its publication by somebody else, or its end. */
export function PublishAmendment({ amendment, actor, locale }: PublishAmendmentProps) {
  const t = translator(locale);
  const { id, revision, table, changes, why, publishedAt } = amendment;
  const draft = { id, revision };
  return (
    <section aria-labelledby="publish">
      <h2 id="publish">{t("amendment.desk.compare")}</h2>
      <ChangeList changes={changesInWords(changes, table, locale, true)} />
      {why.sv === "" || why.en === "" ? <p className="problem">{t("amendment.desk.missing")}</p> : null}
      {LOCALES.filter((language) => why[language] !== "").map((language) => (
        <p key={language} lang={language} className="mt-3">
          {why[language]}
        </p>
      ))}
      {publishedAt ? (
        <p className="fine">{t("amendment.desk.published", { date: dayWords(publishedAt, locale) })}</p>
      ) : (
        <>
          {amendment.own ? (
            <p className="note mt-3">{t("amendment.desk.own")}</p>
          ) : atLeast(actor, "editor") ? (
            <>
              <p className="help">{t("amendment.desk.publishHelp")}</p>
              <Form
                locale={locale}
                action={publishAmendmentNow}
                fields={[]}
                draft={draft}
                seen={amendment.seen}
                sendKey={crypto.randomUUID()}
                submit={t("amendment.desk.publish")}
                grave
              />
            </>
          ) : (
            <p className="note mt-3">{t("amendment.desk.editorOnly")}</p>
          )}
          <details className="more">
            <summary>{t("amendment.desk.discard")}</summary>
            <Form
              locale={locale}
              action={throwAwayAmendment}
              fields={[]}
              draft={draft}
              sendKey={crypto.randomUUID()}
              submit={t("amendment.desk.discard")}
              grave
            />
          </details>
        </>
      )}
    </section>
  );
}
