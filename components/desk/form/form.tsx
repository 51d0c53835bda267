"use client";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { formTranslator } from "@/lib/core/language/form-translator";
import type { Locale } from "@/lib/core/language/language";
import { type FieldValues, type FormState, IDLE, OWN } from "@/lib/desk/form/form";
import { Field } from "./field";
import { type FieldSpec, labelsOf } from "./field-spec";
import { FormContext } from "./form-context";
import { FormOutcome } from "./form-outcome";
import { useRound } from "./form-round";
import { answered } from "./form-sending";
import { TypedNote, useTyped } from "./form-typed";

export interface FormProps {
  readonly locale: Locale;
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly fields: readonly FieldSpec[];
  /** What stands in the record, or nothing. */
  readonly initial?: FieldValues;
  /** What the form says besides: `OWN` fields and fixed values. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** A key for sending it once; made on the server for every showing. */
  readonly sendKey: string;
  /** The draft it changes. */
  readonly draft?: { readonly id: string; readonly revision: number };
  /** What the page shows of what it publishes (lib/record/seen). */
  readonly seen?: string;
  /** Keep what is typed under this name, and what was kept. Without it nothing is kept. */
  readonly typed?: {
    readonly form: string;
    readonly before: {
      readonly version: number;
      readonly savedAt: string;
      readonly fields: FieldValues;
    } | null;
  };
  readonly submit: string;
  /** A second button: does the same, then goes on to something else. */
  readonly another?: { readonly label: string; readonly next: string };
  /** One of several on the page, or beside the point of it: its button does not ask to be pressed. */
  readonly quiet?: boolean;
  /** Sends something that cannot be taken back. */
  readonly grave?: boolean;
  readonly children?: ReactNode;
}

/**
 * Every form of the desk. A plain form that any browser can send; with scripts it also keeps what is typed, warns before
 * it is lost, sends with Ctrl+Enter and moves to what went wrong.
 */
export function Form({
  locale,
  action,
  fields,
  hidden = {},
  sendKey,
  submit,
  another,
  quiet,
  grave,
  children,
  ...page
}: FormProps) {
  const t = formTranslator(locale);
  const prefix = useId();
  const form = useRef<HTMLFormElement>(null);
  const outcome = useRef<HTMLDivElement>(null);
  const [state, send, pending] = useActionState(answered(action), IDLE);
  const round = useRound(state);
  const [{ initial = {}, draft, typed, seen }, typing] = useBegun(page, state);
  const keeping = useTyped(form, typed ?? null, state);

  useEffect(() => {
    if (state.status !== "idle") outcome.current?.focus();
  }, [state]);

  const values =
    "values" in state
      ? state.values
      : state.status === "saved"
        ? initial
        : (typed?.before?.fields ?? initial);
  const revision = state.status === "conflict" ? state.revision : draft?.revision;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.current?.requestSubmit();
    }
  };
  const changed = () => {
    typing();
    keeping.changed();
  };
  // A second click while the first is under way would only get the first one's answer.
  const onSubmit = (event: FormEvent) => (pending ? event.preventDefault() : keeping.sending());

  return (
    <FormContext
      value={{
        locale,
        values,
        problems: state.status === "invalid" ? state.problems : refusedField(state),
        theirs: state.status === "conflict" ? state.theirs : null,
        round,
        prefix,
      }}
    >
      <form
        ref={form}
        action={send}
        className={fields.length === 0 ? "form bare" : "form"}
        onInput={changed}
        onChange={changed}
        onKeyDown={onKeyDown}
        onSubmit={onSubmit}
        noValidate
      >
        <FormOutcome ref={outcome} state={state} labels={labelsOf(fields)} locale={locale} prefix={prefix} />
        {typed && <TypedNote before={typed.before} keeping={keeping} locale={locale} />}
        <input type="hidden" name={OWN.key} value={sendKey} />
        <input type="hidden" name={OWN.locale} value={locale} />
        {typed && <input type="hidden" name={OWN.form} value={typed.form} />}
        {draft && <input type="hidden" name={OWN.id} value={draft.id} />}
        {revision !== undefined && <input type="hidden" name={OWN.revision} value={revision} />}
        {seen !== undefined && (
          <input type="hidden" name={OWN.seen} value={state.status === "changed" ? state.seen : seen} />
        )}
        {state.status === "asked" && <input type="hidden" name={OWN.sure} value={state.question.word} />}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {fields.map((field) => (
          <Field
            key={"name" in field ? field.name : field.kind === "pair" ? fieldKey(field.fields) : field.title}
            field={field}
          />
        ))}
        {children}
        <div className="send">
          <button
            className={grave ? "button grave" : quiet ? "button second" : "button"}
            type="submit"
            aria-disabled={pending || undefined}
          >
            {pending ? t("form.sending") : state.status === "asked" ? state.question.submit : submit}
          </button>
          {another && (
            <button className="button second" type="submit" name={OWN.next} value={another.next}>
              {another.label}
            </button>
          )}
          {typed && (
            <p className="fine" role="status">
              {keeping.words(locale)}
            </p>
          )}
        </div>
      </form>
    </FormContext>
  );
}

const fieldKey = (fields: readonly FieldSpec[]) =>
  fields.map((field) => ("name" in field ? field.name : "")).join();

const refusedField = (state: FormState) =>
  state.status === "refused" && state.field ? [{ field: state.field, reason: state.reason }] : [];

/**
 * What the page gave the form, as it was when somebody began to type. A page may be drawn anew meanwhile, with what
 * others have saved since: the save that these fields began from is still the one they saw, or theirs would be
 * overwritten without a word.
 */
function useBegun<T>(given: T, state: FormState): readonly [T, () => void] {
  const [last, setLast] = useState(state);
  const [begun, setBegun] = useState<{ readonly given: T } | null>(null);
  if (last !== state) {
    setLast(state);
    if (state.status === "saved") setBegun(null);
  }
  return [begun ? begun.given : given, () => setBegun((before) => before ?? { given })];
}
