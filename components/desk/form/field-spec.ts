/**
 * What a form asks, as data: a page says it on the server, the form draws it in the browser. Every text is already in
 * the reader's language.
 */
import type { DateFrame } from "@/lib/core/date-words/date-words-read";
import type { FieldValues } from "@/lib/desk/form/form";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Named {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** The form can be sent without it. */
  readonly optional?: boolean;
}

export interface TextSpec extends Named {
  readonly kind: "text" | "long" | "url" | "number" | "email" | "password" | "quote";
  /** Characters; over `suggested` the count says so, over `max` the form is refused. */
  readonly max?: number;
  readonly suggested?: number;
  /** The language of the text, where it is not the page's. */
  readonly language?: string;
  readonly autoComplete?: string;
  readonly placeholder?: string;
}

/** A text in both languages: `name.sv` and `name.en`. */
export interface BilingualSpec extends Named {
  readonly kind: "bilingual";
  readonly long?: boolean;
  readonly max: number;
  readonly suggested?: number;
  /** Claims much like what is typed are shown under it. */
  readonly alike?: readonly {
    readonly id: string;
    readonly text: { readonly sv: string; readonly en: string };
    readonly href: string;
  }[];
}

/** A date in words or in EDTF; read while it is typed. */
export interface DateSpec extends Named {
  readonly kind: "date";
  /** What it is told by; absent: it belongs to no dispute. */
  readonly frame?: DateFrame;
}

export interface ChoiceSpec extends Named {
  readonly kind: "choice" | "radios" | "checks";
  readonly options: readonly Choice[];
  /** The label of choosing nothing; without it a choice must be made. */
  readonly none?: string;
}

/** A file to hand in. No page may set it: what came with a form that was refused is kept, and named beside it. */
export interface FileSpec extends Named {
  readonly kind: "file";
  /** Endings and media types the browser offers first. */
  readonly accept: string;
}

export interface CheckSpec extends Named {
  readonly kind: "check";
}

/** Rows of the same fields: `name.0.…`. Without scripts there are always a few blank ones. */
export interface ListSpec extends Named {
  readonly kind: "list";
  readonly fields: readonly FieldSpec[];
  readonly max: number;
  readonly add: string;
}

export interface SectionSpec {
  readonly kind: "section";
  /** What an address may point at: `#part-evidence`. */
  readonly id?: string;
  readonly title: string;
  readonly help?: string;
  readonly fields: readonly FieldSpec[];
}

/** Fields that most do not need. Open when something stands in them besides what usually does. */
export interface MoreSpec {
  readonly kind: "more";
  readonly title: string;
  readonly usual?: FieldValues;
  readonly fields: readonly FieldSpec[];
}

/** Two fields side by side where there is room. */
export interface PairSpec {
  readonly kind: "pair";
  readonly fields: readonly FieldSpec[];
}

export type FieldSpec =
  | TextSpec
  | BilingualSpec
  | DateSpec
  | ChoiceSpec
  | CheckSpec
  | FileSpec
  | ListSpec
  | SectionSpec
  | MoreSpec
  | PairSpec;

/** What a field is called, by name: for the list of problems above the form. */
export function labelsOf(fields: readonly FieldSpec[], prefix = ""): Record<string, string> {
  return Object.assign(
    {},
    ...fields.map((field): Record<string, string> => {
      switch (field.kind) {
        case "section":
        case "more":
        case "pair":
          return labelsOf(field.fields, prefix);
        case "list":
          return { [prefix + field.name]: field.label };
        case "bilingual":
          return {
            [`${prefix}${field.name}.sv`]: field.label,
            [`${prefix}${field.name}.en`]: field.label,
            [prefix + field.name]: field.label,
          };
        default:
          return { [prefix + field.name]: field.label };
      }
    }),
  );
}

/** How many rows of a list are filled in. */
export function rowsOf(values: FieldValues, name: string): number {
  let last = -1;
  for (const key of Object.keys(values)) {
    const [, row] = key.startsWith(`${name}.`) ? (/^(\d{1,4})\./.exec(key.slice(name.length + 1)) ?? []) : [];
    if (row !== undefined && (values[key] ?? []).some((value) => value !== ""))
      last = Math.max(last, Number(row));
  }
  return last + 1;
}
