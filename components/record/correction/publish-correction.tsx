import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { dayWords } from "@/lib/core/date-words/date-words";
import { LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { publishCorrectionNow, throwAwayCorrection } from "@/lib/record/correction/correction-actions";
import type { DeskCorrection } from "@/lib/record/correction/correction-desk-queries";

/** A draft correction as it will be read, in both languages; its publication by somebody else, or its end. */
export function PublishCorrection({
  correction,
  actor,
  locale,
}: {
  readonly correction: DeskCorrection;
  readonly actor: Actor;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const { id, revision, wrongSince } = correction;
  const { wrong, found, changesVerdict } = correction.correction;
  const draft = { id, revision };
  return (
    <section aria-labelledby="publish">
      <h2 id="publish">{t("correction.desk.preview")}</h2>
      {LOCALES.map((language) => {
        const said = translator(language);
        return wrong[language] === "" || found[language] === "" ? (
          <p key={language} className="problem">
            {t("correction.desk.missing")}
          </p>
        ) : (
          <div key={language} lang={language} className="mt-3">
            <p>
              {wrong[language]} {found[language]}
            </p>
            <p className="note">
              {said("corrections.wrongSince", { date: dayWords(wrongSince, language) })}.{" "}
              {said(changesVerdict ? "corrections.changesVerdict" : "corrections.keepsVerdict")}
            </p>
          </div>
        );
      })}
      {correction.own ? (
        <p className="note mt-3">{t("correction.desk.own")}</p>
      ) : atLeast(actor, "editor") ? (
        <>
          <p className="help">{t("correction.desk.publishHelp")}</p>
          <Form
            locale={locale}
            action={publishCorrectionNow}
            fields={[]}
            draft={draft}
            seen={correction.seen}
            sendKey={crypto.randomUUID()}
            submit={t("correction.desk.publish")}
            grave
          />
        </>
      ) : (
        <p className="note mt-3">{t("correction.desk.editorOnly")}</p>
      )}
      <details className="more">
        <summary>{t("correction.desk.discard")}</summary>
        <Form
          locale={locale}
          action={throwAwayCorrection}
          fields={[]}
          draft={draft}
          sendKey={crypto.randomUUID()}
          submit={t("correction.desk.discard")}
          grave
        />
      </details>
    </section>
  );
}
