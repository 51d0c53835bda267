import { DeskForm } from "@/components/desk/form/desk-form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { sendAnswer } from "@/lib/record/objection/objection-actions";
import type { DeskObjection } from "@/lib/record/objection/objection-desk-queries";

const DECISIONS = ["upheld", "partly_upheld", "not_upheld"] as const;

/** The answer that was given, or the form by which an editor gives it. */
export async function AnswerObjection({
  objection,
  actor,
  locale,
}: {
  readonly objection: DeskObjection;
  readonly actor: Actor;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const { outcome } = objection;
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t("objection.desk.answer")}</h2>
      {outcome ? (
        <>
          <p>
            <b>{t(`objection.decisions.${outcome.decision}`)}.</b>
          </p>
          {LOCALES.map((language) => (
            <p key={language} lang={language} className="mt-3">
              {outcome.summary[language]} {outcome.reason[language]}
            </p>
          ))}
        </>
      ) : atLeast(actor, "editor") ? (
        <>
          <p>{t("objection.desk.answerLead")}</p>
          <DeskForm
            locale={locale}
            action={sendAnswer}
            fields={[
              {
                kind: "radios",
                name: "decision",
                label: t("objection.desk.decision"),
                options: DECISIONS.map((value) => ({ value, label: t(`objection.decisions.${value}`) })),
              },
              {
                kind: "bilingual",
                name: "summary",
                label: t("objection.desk.summary"),
                help: t("objection.desk.summaryHelp"),
                long: true,
                max: 600,
              },
              { kind: "bilingual", name: "reason", label: t("objection.desk.reason"), long: true, max: 2000 },
              {
                kind: "choice",
                name: "correctionId",
                label: t("objection.desk.correction"),
                help: t("objection.desk.correctionHelp"),
                options: objection.corrections.map(({ id, wrong }) => ({ value: id, label: wrong[locale] })),
                none: t("objection.desk.noCorrection"),
                optional: true,
              },
            ]}
            hidden={{ objectionId: objection.id }}
            seen={objection.seen}
            actor={actor}
            kept={`objection/${objection.id}`}
            submit={t("objection.desk.submit")}
            grave
          />
        </>
      ) : (
        <p className="note">{t("objection.desk.editorOnly")}</p>
      )}
    </section>
  );
}
