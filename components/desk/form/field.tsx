"use client";
import { useRef, useState } from "react";
import { formTranslator } from "@/lib/core/language/form-translator";
import { first, OWN } from "@/lib/desk/form/form";
import { DateField } from "./date-field";
import { Alike } from "./field-alike";
import { FieldFrame, useField } from "./field-frame";
import type {
  BilingualSpec,
  CheckSpec,
  ChoiceSpec,
  FieldSpec,
  FileSpec,
  ListSpec,
  MoreSpec,
  TextSpec,
} from "./field-spec";
import { rowsOf } from "./field-spec";
import { useForm } from "./form-context";

/** Draws one field, or a group of them. `under` is the row of a list it stands in: `steps.0.` */
export function Field({ field, under = "" }: { readonly field: FieldSpec; readonly under?: string }) {
  switch (field.kind) {
    case "section":
      return (
        <section className="stage" id={field.id} aria-label={field.title}>
          <h2>{field.title}</h2>
          <div>
            {field.help && <p className="help">{field.help}</p>}
            <Fields fields={field.fields} under={under} />
          </div>
        </section>
      );
    case "more":
      return <More field={field} under={under} />;
    case "pair":
      return (
        <div className="pair">
          <Fields fields={field.fields} under={under} />
        </div>
      );
    case "list":
      return <List field={field} under={under} />;
    case "bilingual":
      return <Bilingual field={field} under={under} />;
    case "date":
      return <DateField field={field} under={under} />;
    case "choice":
      return <Select field={field} under={under} />;
    case "radios":
    case "checks":
      return <Options field={field} under={under} />;
    case "check":
      return <Check field={field} under={under} />;
    case "file":
      return <FileField field={field} under={under} />;
    default:
      return <Text field={field} under={under} />;
  }
}

/** A key for each field: groups have no name of their own. */
function Fields({ fields, under }: { readonly fields: readonly FieldSpec[]; readonly under: string }) {
  return fields.map((field) => (
    <Field
      key={"name" in field ? field.name : field.kind + ("title" in field ? field.title : "")}
      field={field}
      under={under}
    />
  ));
}

const TYPES = { text: "text", url: "url", number: "text", email: "email", password: "password" } as const;

function Text({ field, under }: { readonly field: TextSpec; readonly under: string }) {
  const name = under + field.name;
  const { id, value, round, describedBy, invalid } = useField(name, field.help !== undefined);
  const [length, setLength] = useState(value.length);
  const shared = {
    id,
    name,
    "aria-describedby": describedBy,
    "aria-invalid": invalid || undefined,
    "aria-required": !field.optional || undefined,
    defaultValue: field.kind === "password" ? "" : value,
    lang: field.language,
    placeholder: field.placeholder,
    autoComplete: field.autoComplete ?? "off",
    onInput: (event: { currentTarget: { value: string } }) => setLength(event.currentTarget.value.length),
  };
  return (
    <FieldFrame name={name} field={field} length={field.suggested || field.max ? length : undefined}>
      {field.kind === "long" || field.kind === "quote" ? (
        <textarea
          key={round}
          {...shared}
          rows={3}
          className={field.kind === "quote" ? "verbatim" : undefined}
        />
      ) : (
        <input
          key={round}
          {...shared}
          type={TYPES[field.kind]}
          inputMode={field.kind === "number" ? "numeric" : undefined}
        />
      )}
    </FieldFrame>
  );
}

function Bilingual({ field, under }: { readonly field: BilingualSpec; readonly under: string }) {
  const { locale, values } = useForm();
  const t = formTranslator(locale);
  // A row of a list may be nothing but such a text: then the row's name is its name.
  const name = (under + field.name).replace(/\.$/, "");
  const [typed, setTyped] = useState(first(values, `${name}.sv`));
  const one = (language: "sv" | "en") => (
    <Text
      field={{
        ...field,
        kind: field.long ? "long" : "text",
        name: language,
        label: t("form.inLanguage", { label: field.label, language: t(`languages.${language}`) }),
        help: language === "sv" ? field.help : undefined,
        language,
        optional: true,
      }}
      under={`${name}.`}
    />
  );
  return (
    <fieldset
      id={useField(name, false).id}
      className="bilingual"
      onInput={(event) => {
        const { target } = event;
        if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
          setTyped(target.value);
      }}
    >
      <legend className="away">{field.label}</legend>
      <div className="pair">
        {one("sv")}
        {one("en")}
      </div>
      {field.alike && <Alike typed={typed} claims={field.alike} />}
    </fieldset>
  );
}

function Select({ field, under }: { readonly field: ChoiceSpec; readonly under: string }) {
  const name = under + field.name;
  const { id, value, round, describedBy, invalid } = useField(name, field.help !== undefined);
  return (
    <FieldFrame name={name} field={field}>
      <select
        key={`${round}${value}`}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
      >
        {(field.none !== undefined || value === "") && <option value="">{field.none ?? ""}</option>}
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

function Options({ field, under }: { readonly field: ChoiceSpec; readonly under: string }) {
  const name = under + field.name;
  const { values, round } = useForm();
  const { id, describedBy, problem } = useField(name, field.help !== undefined);
  const chosen = values[name] ?? [];
  return (
    <fieldset id={id} className={`field options ${field.kind}`} aria-describedby={describedBy} tabIndex={-1}>
      <legend className="flabel">{field.label}</legend>
      {field.help && (
        <p className="help" id={`${id}-help`}>
          {field.help}
        </p>
      )}
      <div key={round}>
        {field.options.map((option) => (
          <label key={option.value}>
            <input
              type={field.kind === "radios" ? "radio" : "checkbox"}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />{" "}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function Check({ field, under }: { readonly field: CheckSpec; readonly under: string }) {
  const name = under + field.name;
  const { id, value, round, describedBy, problem } = useField(name, field.help !== undefined);
  return (
    <div className="field check">
      <label>
        <input
          key={round}
          id={id}
          type="checkbox"
          name={name}
          defaultChecked={value === "on"}
          aria-describedby={describedBy}
        />{" "}
        <span>{field.label}</span>
      </label>
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
    </div>
  );
}

function FileField({ field, under }: { readonly field: FileSpec; readonly under: string }) {
  const name = under + field.name;
  const { id, round, describedBy, invalid } = useField(name, field.help !== undefined);
  const { values, locale } = useForm();
  const t = formTranslator(locale);
  const [token, kept] = [first(values, OWN.file), first(values, OWN.fileName)];
  return (
    <FieldFrame name={name} field={field}>
      {token !== "" && (
        <div className="check">
          <input type="hidden" name={OWN.file} value={token} />
          <p role="status">{t("form.fileKept", { name: kept })}</p>
          <label>
            <input key={round} type="checkbox" name={OWN.noFile} /> <span>{t("form.fileWithout")}</span>
          </label>
        </div>
      )}
      <input
        key={round}
        id={id}
        type="file"
        name={name}
        accept={field.accept}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
      />
    </FieldFrame>
  );
}

/** Blank rows that are always there, so that a list can grow without scripts. */
const BLANK_ROWS = 2;

function List({ field, under }: { readonly field: ListSpec; readonly under: string }) {
  const name = under + field.name;
  const { values, locale, round } = useForm();
  const t = formTranslator(locale);
  const { id, problem } = useField(name, false);
  const filled = rowsOf(values, name);
  const [more, setMore] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const rows = Math.min(field.max, filled + (filled === 0 ? BLANK_ROWS : 1) + more);
  const add = () => {
    setMore(more + 1);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>("fieldset:last-of-type :is(input, textarea, select)")?.focus(),
    );
  };
  return (
    <div className="field list" ref={list} id={id}>
      <p className="flabel">{field.label}</p>
      {field.help && <p className="help">{field.help}</p>}
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <fieldset key={`${round}.${row}`}>
          <legend className="fine">{t("form.row", { number: row + 1 })}</legend>
          <Fields fields={field.fields} under={`${name}.${row}.`} />
        </fieldset>
      ))}
      {problem && <p className="problem">{problem}</p>}
      {rows < field.max && (
        <button type="button" className="link add" onClick={add}>
          {field.add}
        </button>
      )}
    </div>
  );
}

function More({ field, under }: { readonly field: MoreSpec; readonly under: string }) {
  const { values, problems } = useForm();
  const names = field.fields.flatMap((each) => ("name" in each ? [under + each.name] : []));
  const touched = (key: string) => names.some((name) => key === name || key.startsWith(`${name}.`));
  const open =
    Object.entries(values).some(
      ([key, all]) =>
        touched(key) && all.some((value) => value !== "" && !field.usual?.[key]?.includes(value)),
    ) || problems.some(({ field: key }) => touched(key));
  return (
    <details className="more" open={open}>
      <summary>{field.title}</summary>
      <Fields fields={field.fields} under={under} />
    </details>
  );
}
