import { z } from "zod";
import { id, isId } from "../../core/language/language-schema.ts";
import type { FieldValues, Problem } from "./form.ts";

/** Under what name something typed is kept. */
export const formName = z.string().regex(/^[a-z0-9/-]{1,200}$/);

/** More fields than any form has, and more text than any field takes: beyond them a form is not read at all. */
const MOST_FIELDS = 2000;
const LONGEST_VALUE = 200_000;

/**
 * What somebody sent, by field name. The form's own fields (`$…`) are left out.
 *
 * @param files - the fields that hold a file, which are not read here; anywhere else a file is no field of ours
 * @returns null for a form that is larger than any of ours
 */
export function fieldsOf(form: FormData, files: readonly string[] = []): FieldValues | null {
  // An action can be called by hand, with anything.
  if (!(form instanceof FormData)) return null;
  const values: Record<string, string[]> = Object.create(null);
  let count = 0;
  for (const [name, value] of form) {
    if (name.startsWith("$") || files.includes(name)) continue;
    if (typeof value !== "string" || ++count > MOST_FIELDS || value.length > LONGEST_VALUE) return null;
    const all = values[name] ?? [];
    all.push(value);
    values[name] = all;
  }
  return { ...values };
}

/**
 * The file of a field; null when none was chosen. Browsers then send an empty one without a name, which the framework
 * gives a name of its own, without an ending.
 */
export function fileIn(form: FormData, name: string): File | null {
  const given = form.get(name);
  return given instanceof File && (given.size > 0 || given.name.includes(".")) ? given : null;
}

/**
 * Reads fields by the schema that the command takes, so that there is one schema for a page, an import and an API. What
 * a form cannot say (null, a number, a boolean, a list) follows from what the schema expects there.
 *
 * @returns the parsed value, or a problem for each field that could not be taken; a field that the schema does not have
 *   is a problem too
 */
export function parseFields<S extends z.ZodType>(
  schema: S,
  values: FieldValues,
): { ok: true; value: z.output<S> } | { ok: false; problems: Problem[] } {
  const used = new Set<string>();
  const parsed = schema.safeParse(build(schema, "", values, used));
  const extra = Object.keys(values).filter((name) => !used.has(name));
  const problems = extra.map((field) => ({ field, reason: "unexpected-field" }));
  if (parsed.success && problems.length === 0) return { ok: true, value: parsed.data };
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path.join(".");
    if (!problems.some((problem) => problem.field === field))
      problems.push({ field, reason: reasonOf(issue) });
  }
  return { ok: false, problems };
}

/** Our own reasons are words; a reason of the library's is a sentence in English and is named by its kind. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z]+(-[a-z]+)*$/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_value":
      return "not-a-choice";
    case "too_big":
      return issue.origin === "string" ? "too-long" : "too-many";
    case "too_small":
      return "too-few";
    case "invalid_type":
      return issue.expected === "number" || issue.expected === "int" ? "not-a-number" : "empty";
    default:
      return "not-understood";
  }
}

const join = (before: string, key: string) => (before === "" ? key : `${before}.${key}`);
const under = (values: FieldValues, name: string) =>
  Object.keys(values).filter((each) => each === name || each.startsWith(`${name}.`));
const isBlank = (values: FieldValues, name: string) =>
  under(values, name).every((each) => (values[each] ?? []).every((value) => value.trim() === ""));

function build(schema: z.core.$ZodType, name: string, values: FieldValues, used: Set<string>): unknown {
  const { def } = schema._zod;
  const take = () => {
    used.add(name);
    return values[name] ?? [];
  };
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    if (!isBlank(values, name)) return build(schema.unwrap(), name, values, used);
    for (const each of under(values, name)) used.add(each);
    return schema instanceof z.ZodNullable ? null : undefined;
  }
  if (schema instanceof z.ZodDefault) {
    if (!isBlank(values, name)) return build(schema.unwrap(), name, values, used);
    take();
    return undefined;
  }
  if (schema instanceof z.ZodPipe) return build(schema.in, name, values, used);
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, part]) => [key, build(part, join(name, key), values, used)]),
    );
  }
  if (schema instanceof z.ZodArray) return buildList(schema.element, name, values, used);
  const given = take();
  if (schema instanceof z.ZodBoolean) return given.includes("on") || given.includes("true");
  if (def.type === "number") {
    const text = given[0]?.trim() ?? "";
    return /^-?\d{1,15}(\.\d{1,10})?$/.test(text) ? Number(text) : text;
  }
  return given[0] ?? "";
}

/** A list of things is rows `name.0.…`, in the order of their numbers, blank ones left out; of words, one name again and again. */
function buildList(
  element: z.core.$ZodType,
  name: string,
  values: FieldValues,
  used: Set<string>,
): unknown[] {
  const numbers = new Set<number>();
  for (const each of under(values, name)) {
    const [, number] = /^\.(\d{1,4})(?:\.|$)/.exec(each.slice(name.length)) ?? [];
    if (number !== undefined) numbers.add(Number(number));
  }
  if (numbers.size === 0) {
    used.add(name);
    return (values[name] ?? []).filter((value) => value !== "");
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .filter((number) => {
      const row = join(name, String(number));
      const blank = isBlank(values, row);
      if (blank) for (const each of under(values, row)) used.add(each);
      return !blank;
    })
    .map((number) => build(element, join(name, String(number)), values, used));
}

/** What a button sends that says no more than which draft it is about. */
export const nothingMore = z.strictObject({});

/** The same for a row that is no draft. */
export const onlyId = z.strictObject({ id });

/** An id that a form names, for the address it leads to. Empty: none. */
export const idIn = (form: FormData, name: string): string => {
  const named = form instanceof FormData ? form.get(name) : null;
  return typeof named === "string" && isId(named) ? named : "";
};
