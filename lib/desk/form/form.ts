/** What a form holds and what became of sending it. Plain data, the same on the server and in the browser. */
import type { Difference } from "../../core/text-difference.ts";

/** What stands in the fields, by name; a field may stand more than once. */
export type FieldValues = Readonly<Record<string, readonly string[]>>;

/** One field that could not be taken. `reason` is a word of messages (`problems.<reason>`). */
export interface Problem {
  readonly field: string;
  readonly reason: string;
}

export type FormState =
  | { readonly status: "idle" }
  /** Taken, and the same page stays. `note` is a word of messages (`saved.<note>`). */
  | { readonly status: "saved"; readonly note: string; readonly detail?: string }
  /** Some fields could not be read. Nothing was written. */
  | { readonly status: "invalid"; readonly values: FieldValues; readonly problems: readonly Problem[] }
  /** Read, and refused by a rule: `reason` is a word of messages (`refusals.<reason>`). Nothing was written. */
  | {
      readonly status: "refused";
      readonly values: FieldValues;
      readonly reason: string;
      readonly field?: string;
    }
  /** What was to be published is not what the page had shown. Nothing was published. */
  | {
      readonly status: "changed";
      readonly values: FieldValues;
      readonly changes: readonly SeenChange[];
      /** What a sending after having read the changes has seen. */
      readonly seen: string;
    }
  /** Read, and not done yet: it says in words what it would do, and asks. */
  | { readonly status: "asked"; readonly values: FieldValues; readonly question: Question }
  /** Somebody else saved first. Nothing was written; both texts are here. */
  | {
      readonly status: "conflict";
      readonly values: FieldValues;
      readonly theirs: FieldValues;
      /** What a save after having seen theirs begins from. */
      readonly revision: number;
    };

/** What a form is about to do, in the reader's words, for whoever sends it to say yes to. */
export interface Question {
  readonly title: string;
  /** Each with what it is about. */
  readonly parts: readonly { readonly label: string; readonly items: readonly string[] }[];
  /** What the button says that does it. */
  readonly submit: string;
  /** What a yes carries: it is one to this and to nothing else. */
  readonly word: string;
}

/** Something that a page showed to whoever publishes it, and that has become another since: in the reader's words. */
export interface SeenChange {
  /** What it is, with what has become of it: "Ändrat: ett belägg, ”…”". */
  readonly what: string;
  readonly fields: readonly {
    readonly label: string;
    /** Word by word. */
    readonly parts: readonly Difference[];
  }[];
}

export const IDLE: FormState = { status: "idle" };

export const first = (values: FieldValues, name: string): string => values[name]?.[0] ?? "";

/**
 * Names that begin with a dollar are the form's own, not the writer's: what it saves, the save it began from, what
 * the page had shown of what it publishes, the question that was said yes to, the file that is kept for it, the key under
 * which it is sent once. Of these only the file stands among the values: it is given back with them.
 */
export const OWN = {
  key: "$key",
  form: "$form",
  id: "$id",
  revision: "$revision",
  locale: "$locale",
  next: "$next",
  seen: "$seen",
  sure: "$sure",
  file: "$file",
  fileName: "$fileName",
  noFile: "$noFile",
} as const;

/** The fields that two versions fill differently. */
export const differing = (mine: FieldValues, theirs: FieldValues): string[] =>
  [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter(
    (name) => filled(mine[name]).join("\n") !== filled(theirs[name]).join("\n"),
  );

/** Line ends differ between what a browser sends and what is stored. */
const filled = (values: readonly string[] = []) =>
  values.map((value) => value.replaceAll("\r\n", "\n")).filter((value) => value !== "");

/** A value of the record as the fields of its form: `{ title: { sv: "…" } }` → `{ "title.sv": ["…"] }`. */
export function asFields(value: unknown, name = ""): Record<string, string[]> {
  if (value === null || value === undefined) return {};
  if (Array.isArray(value)) {
    return value.every((item) => typeof item !== "object")
      ? { [name]: value.map(String) }
      : Object.assign({}, ...value.map((item, index) => asFields(item, join(name, String(index)))));
  }
  if (typeof value === "object") {
    return Object.assign({}, ...Object.entries(value).map(([key, item]) => asFields(item, join(name, key))));
  }
  return { [name]: [typeof value === "boolean" ? (value ? "on" : "") : String(value)] };
}

const join = (before: string, key: string) => (before === "" ? key : `${before}.${key}`);
