"use client";
import { type ReactNode, useActionState, useEffect, useId, useRef } from "react";
import { Field } from "@/components/desk/form/field";
import { type FieldSpec, labelsOf } from "@/components/desk/form/field-spec";
import { FormContext } from "@/components/desk/form/form-context";
import { useRound } from "@/components/desk/form/form-round";
import { answered } from "@/components/desk/form/form-sending";
import { problemWords, refusalWords } from "@/components/desk/form/form-words";
import { formTranslator } from "@/lib/core/language/form-translator";
import type { Locale } from "@/lib/core/language/language";
import { type FieldValues, type FormState, IDLE, OWN } from "@/lib/desk/form/form";

interface EntryFormProps {
  readonly locale: Locale;
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly fields: readonly FieldSpec[];
  readonly initial?: FieldValues;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly submit: string;
  /** Sends something that cannot be taken back. */
  readonly grave?: boolean;
  /** Stands beside another form that matters more. */
  readonly second?: boolean;
  readonly children?: ReactNode;
}

/**
 * A form about who somebody is. Unlike the desk's forms it keeps nothing of what is typed, and what it says when it is
 * refused is about the person and not about something saved.
 */
export function EntryForm({
  locale,
  action,
  fields,
  initial = {},
  hidden = {},
  submit,
  grave,
  second,
  children,
}: EntryFormProps) {
  const t = formTranslator(locale);
  const prefix = useId();
  const outcome = useRef<HTMLDivElement>(null);
  const [state, send, pending] = useActionState(answered(action), IDLE);
  const round = useRound(state);
  useEffect(() => {
    if (state.status !== "idle") outcome.current?.focus();
  }, [state]);
  const values = "values" in state ? state.values : initial;
  const problems =
    state.status === "invalid"
      ? state.problems
      : state.status === "refused"
        ? [{ field: state.field ?? "", reason: state.reason }]
        : [];
  const labels = labelsOf(fields);
  const words = (reason: string) =>
    state.status === "invalid" ? problemWords(reason, t) : refusalWords(reason, t);
  return (
    <FormContext value={{ locale, values, problems, theirs: null, round, prefix }}>
      <form action={send} className="form" noValidate>
        {problems.length > 0 && (
          <div ref={outcome} tabIndex={-1} className="outcome wrong" role="alert">
            <ul>
              {problems.map(({ field, reason }) => (
                <li key={field + reason}>
                  {labels[field] && <a href={`#${prefix}${field}`}>{labels[field]}</a>}
                  {labels[field] && ": "}
                  {words(reason)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <input type="hidden" name={OWN.locale} value={locale} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {fields.map((field) => (
          <Field key={"name" in field ? field.name : field.kind} field={field} />
        ))}
        {children}
        <div className="send">
          <button
            className={grave ? "button grave" : second ? "button second" : "button"}
            type="submit"
            aria-disabled={pending || undefined}
          >
            {submit}
          </button>
        </div>
      </form>
    </FormContext>
  );
}
