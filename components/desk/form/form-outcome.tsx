"use client";
import type { Ref } from "react";
import { formTranslator } from "@/lib/core/language/form-translator";
import type { Locale } from "@/lib/core/language/language";
import { differing, type FormState } from "@/lib/desk/form/form";
import { problemWords, refusalWords } from "./form-words";
import { SeenChanges } from "./seen-changes";

interface FormOutcomeProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly state: FormState;
  readonly labels: Readonly<Record<string, string>>;
  readonly locale: Locale;
  readonly prefix: string;
}

/** What became of sending the form, above it: the first thing that is read out, with a way to each field it is about. */
export function FormOutcome({ ref, state, labels, locale, prefix }: FormOutcomeProps) {
  const t = formTranslator(locale);
  if (state.status === "idle") return null;
  if (state.status === "saved") {
    return (
      <div ref={ref} tabIndex={-1} className="outcome" role="status">
        <p>
          <b>
            {t.has(`saved.${state.note}` as never)
              ? t(`saved.${state.note}` as "saved.done")
              : t("saved.done")}
          </b>{" "}
          {state.detail}
        </p>
      </div>
    );
  }
  if (state.status === "asked") {
    const { title, parts } = state.question;
    return (
      <div ref={ref} tabIndex={-1} className="outcome" role="alert">
        <h2>{title}</h2>
        {parts.map(({ label, items }) => (
          <div key={label}>
            <p>{label}</p>
            <ul>
              {items.map((item, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two may read the same, and the list never changes
                <li key={place}>{item}</li>
              ))}
            </ul>
          </div>
        ))}
        <p className="fine">{t("form.asked")}</p>
      </div>
    );
  }
  if (state.status === "conflict") {
    return (
      <div ref={ref} tabIndex={-1} className="outcome wrong" role="alert">
        <h2>{t("form.conflict")}</h2>
        <p>{t("form.conflictText", { count: differing(state.values, state.theirs).length })}</p>
      </div>
    );
  }
  if (state.status === "changed") {
    return (
      <div ref={ref} tabIndex={-1} className="outcome wrong" role="alert">
        <h2>{t("form.changed")}</h2>
        <p>{t("form.changedText")}</p>
        <SeenChanges changes={state.changes} locale={locale} />
      </div>
    );
  }
  const problems =
    state.status === "invalid" ? state.problems : [{ field: state.field ?? "", reason: state.reason }];
  return (
    <div ref={ref} tabIndex={-1} className="outcome wrong" role="alert">
      <h2>{t(state.status === "invalid" ? "form.invalid" : "form.refused")}</h2>
      <ul>
        {problems.map(({ field, reason }) => {
          const words = state.status === "invalid" ? problemWords(reason, t) : refusalWords(reason, t);
          const label = labelled(labels, field) ?? labelled(labels, field.split(".")[0] ?? "");
          return (
            <li key={field + reason}>
              {label ? <a href={`#${prefix}${field}`}>{label}</a> : null}
              {label ? (label.endsWith("?") ? " " : ": ") : ""}
              {words}
            </li>
          );
        })}
      </ul>
      <p className="fine">{t("form.nothingLost")}</p>
    </div>
  );
}

/** A field may be called anything by who sends it, `constructor` too: only what is the form's own has a label. */
const labelled = (labels: FormOutcomeProps["labels"], field: string) =>
  Object.hasOwn(labels, field) ? labels[field] : undefined;
