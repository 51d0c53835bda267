"use client";
import { useState } from "react";
import { clock } from "@/lib/core/clock";
import { dateWords } from "@/lib/core/date-words/date-words";
import { readDate, SWEDISH_FRAME } from "@/lib/core/date-words/date-words-read";
import { formTranslator } from "@/lib/core/language/form-translator";
import { FieldFrame, useField } from "./field-frame";
import type { DateSpec } from "./field-spec";
import { useForm } from "./form-context";
import { problemWords } from "./form-words";

/** A date as a person says it, and how it was understood: while it is typed, and never sharper than it was said. */
export function DateField({ field, under }: { readonly field: DateSpec; readonly under: string }) {
  const { locale } = useForm();
  const t = formTranslator(locale);
  const name = under + field.name;
  const { id, value, round, describedBy, invalid } = useField(name, field.help !== undefined);
  const [typed, setTyped] = useState(value);
  const frame = field.frame ?? SWEDISH_FRAME;
  const read = typed.trim() === "" ? null : readDate(typed, frame, clock.now());
  return (
    <FieldFrame name={name} field={field}>
      <input
        key={round}
        id={id}
        name={name}
        type="text"
        defaultValue={value}
        autoComplete="off"
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {read && (
        <p className="help" role="status">
          {read.ok
            ? t("form.dateRead", { words: dateWords(read.edtf, locale, frame.zone), edtf: read.edtf })
            : problemWords(read.reason, t)}
        </p>
      )}
    </FieldFrame>
  );
}
