"use client";
import { useActionState, useEffect, useId, useRef } from "react";
import { answered } from "@/components/desk/form/form-sending";
import { refusalWords } from "@/components/desk/form/form-words";
import { formTranslator } from "@/lib/core/language/form-translator";
import type { Locale } from "@/lib/core/language/language";
import { type FormState, IDLE, OWN } from "@/lib/desk/form/form";

interface CodesFormProps {
  readonly locale: Locale;
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** With it the form asks for a code first; without it the button alone makes new backup codes. */
  readonly code?: { readonly label: string; readonly help: string };
  readonly submit: string;
  readonly after: {
    readonly title: string;
    readonly text: string;
    readonly done: string;
    readonly href: string;
  };
}

/** A form whose answer is backup codes, shown in its place this once. */
export function CodesForm({ locale, action, code, submit, after }: CodesFormProps) {
  const t = formTranslator(locale);
  const id = useId();
  const outcome = useRef<HTMLDivElement>(null);
  const [state, send, pending] = useActionState(answered(action), IDLE);
  useEffect(() => {
    if (state.status !== "idle") outcome.current?.focus();
  }, [state]);
  if (state.status === "saved") {
    return (
      <div ref={outcome} tabIndex={-1} className="outcome" role="status">
        <h2>{after.title}</h2>
        <p>{after.text}</p>
        <ul
          className="codes my-3 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-5 gap-y-[0.4rem] text-[1.0625rem]"
          translate="no"
        >
          {(state.detail ?? "").split(" ").map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
        <p>
          <a className="button" href={after.href}>
            {after.done}
          </a>
        </p>
      </div>
    );
  }
  const problem = state.status === "refused" ? refusalWords(state.reason, t) : "";
  return (
    <form action={send} className="form" noValidate>
      <input type="hidden" name={OWN.locale} value={locale} />
      {problem !== "" && (
        <div ref={outcome} tabIndex={-1} className="outcome wrong" role="alert">
          <p>{problem}</p>
        </div>
      )}
      {code && (
        <div className="field">
          <label htmlFor={id}>{code.label}</label>
          <input
            id={id}
            name="code"
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            aria-describedby={problem === "" ? `${id}-help` : `${id}-help ${id}-problem`}
            aria-invalid={problem !== "" || undefined}
          />
          <p className="help" id={`${id}-help`}>
            {code.help}
          </p>
          {problem !== "" && (
            <p className="problem" id={`${id}-problem`}>
              {problem}
            </p>
          )}
        </div>
      )}
      <div className="send">
        <button type="submit" className="button" aria-disabled={pending || undefined}>
          {submit}
        </button>
      </div>
    </form>
  );
}
