import { DeskForm } from "@/components/desk/form/desk-form";
import type { FieldSpec } from "@/components/desk/form/field-spec";
import { Form } from "@/components/desk/form/form";
import { type Actor, atLeast } from "@/lib/core/actor";
import { LOCALES, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { publishAnswerNow, saveAnswer, throwAwayAnswer } from "@/lib/record/objection/objection-actions";
import { type DeskObjection, objectionAnswerFields } from "@/lib/record/objection/objection-desk-queries";

const DECISIONS = ["upheld", "partly_upheld", "not_upheld"] as const;

interface AnswerProps {
  readonly objection: DeskObjection;
  readonly actor: Actor;
  readonly locale: Locale;
}

/** The answer that was given; or the form by which one is written, and its publication by somebody else. */
export async function AnswerObjection({ objection, actor, locale }: AnswerProps) {
  const t = translator(locale);
  const { outcome } = objection;
  const draft = await objectionAnswerFields(actor, objection);
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">{t("objection.desk.answer")}</h2>
      {draft === null ? (
        outcome && <Words outcome={outcome} locale={locale} />
      ) : (
        <>
          <p>{t("objection.desk.answerLead")}</p>
          <DeskForm
            locale={locale}
            action={saveAnswer}
            fields={answerFields(objection, locale)}
            initial={draft.fields}
            draft={{ id: objection.id, revision: draft.revision }}
            actor={actor}
            kept={`objection/${objection.id}`}
            submit={t("objection.desk.save")}
          />
          <PublishAnswer objection={objection} actor={actor} locale={locale} />
        </>
      )}
    </section>
  );
}

function Words({
  outcome,
  locale,
}: {
  readonly outcome: NonNullable<DeskObjection["outcome"]>;
  readonly locale: Locale;
}) {
  return (
    <>
      <p>
        <b>{translator(locale)(`objection.decisions.${outcome.decision}`)}.</b>
      </p>
      {LOCALES.map((language) => (
        <p key={language} lang={language} className="mt-3">
          {outcome.summary[language]} {outcome.reason[language]} {outcome.wordingReason?.[language]}
        </p>
      ))}
    </>
  );
}

/** A draft answer as it will be read; its publication by somebody who has not written in it, or its end. */
function PublishAnswer({ objection: { id, outcome, seen }, actor, locale }: AnswerProps) {
  if (!outcome) return null;
  const t = translator(locale);
  const form = { locale, fields: [], draft: { id, revision: outcome.revision } };
  return (
    <section aria-labelledby="publish">
      <h3 id="publish">{t("correction.desk.preview")}</h3>
      <Words outcome={outcome} locale={locale} />
      {outcome.own ? (
        <p className="note mt-3">{t("objection.desk.own")}</p>
      ) : atLeast(actor, "editor") ? (
        <>
          <p className="help">{t("objection.desk.publishHelp")}</p>
          <Form
            {...form}
            action={publishAnswerNow}
            seen={seen}
            sendKey={crypto.randomUUID()}
            submit={t("objection.desk.submit")}
            grave
          />
        </>
      ) : (
        <p className="note mt-3">{t("objection.desk.editorOnly")}</p>
      )}
      <details className="more">
        <summary>{t("correction.desk.discard")}</summary>
        <Form
          {...form}
          action={throwAwayAnswer}
          sendKey={crypto.randomUUID()}
          submit={t("correction.desk.discard")}
          grave
        />
      </details>
    </section>
  );
}

function answerFields(objection: DeskObjection, locale: Locale): FieldSpec[] {
  const t = translator(locale);
  return [
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
      kind: "bilingual",
      name: "wordingReason",
      label: t("verdictForm.wording"),
      help: t("objection.desk.wordingHelp"),
      long: true,
      max: 600,
      optional: true,
    },
    {
      kind: "choice",
      name: "correctionId",
      label: t("objection.desk.correction"),
      help: t("objection.desk.correctionHelp"),
      options: objection.corrections.map(({ id, wrong }) => ({ value: id, label: wrong[locale] })),
      none: t("objection.desk.noCorrection"),
      optional: true,
    },
  ];
}
