"use client";
import type { ReactNode } from "react";
import { formTranslator } from "@/lib/core/language/form-translator";
import { first } from "@/lib/desk/form/form";
import { Theirs } from "./field-theirs";
import { useForm } from "./form-context";
import { problemWords, refusalWords } from "./form-words";

/** What a control needs to know of the form it stands in. */
export function useField(name: string, hasHelp: boolean) {
  const { values, problems, round, prefix, locale } = useForm();
  const t = formTranslator(locale);
  const id = `${prefix}${name}`;
  const found = problems.find((problem) => problem.field === name);
  const problem = found
    ? t.has(`problems.${found.reason}` as never)
      ? problemWords(found.reason, t)
      : refusalWords(found.reason, t)
    : null;
  const describedBy = [hasHelp && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return {
    id,
    value: first(values, name),
    round,
    problem,
    invalid: problem !== null,
    describedBy: describedBy === "" ? undefined : describedBy,
  };
}

interface FieldFrameProps {
  readonly name: string;
  readonly field: {
    readonly label: string;
    readonly help?: string;
    readonly optional?: boolean;
    readonly max?: number;
    readonly suggested?: number;
  };
  /** Characters typed so far, where they are counted. */
  readonly length?: number;
  readonly children: ReactNode;
}

/** The label above, help and problem below, and what somebody else has saved there meanwhile. */
export function FieldFrame({ name, field, length, children }: FieldFrameProps) {
  const { locale, theirs } = useForm();
  const t = formTranslator(locale);
  const { id, value, problem } = useField(name, false);
  const limit = field.suggested ?? field.max;
  const near = length !== undefined && limit !== undefined && length > limit * 0.8;
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      {children}
      {near && (
        <p className={length > (field.max ?? limit) ? "problem" : "help num"} aria-live="polite">
          {t(field.suggested && length > field.suggested ? "form.overSuggested" : "form.count", {
            length,
            limit,
          })}
        </p>
      )}
      {field.help && (
        <p className="help" id={`${id}-help`}>
          {field.help}
        </p>
      )}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {theirs && <Theirs id={id} mine={value} theirs={first(theirs, name)} />}
    </div>
  );
}
