import "server-only";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "../../core/actor.ts";
import { ifWritable } from "../../core/command.ts";
import { href, isLocale, type Locale } from "../../core/language/language.ts";
import type { Result } from "../../core/result.ts";
import { answerWith, type RefusalStatus } from "../../core/status.ts";
import { type FieldValues, type FormState, OWN } from "../form/form.ts";
import { fieldsOf, parseFields } from "../form/form-schema.ts";
import { invalidForm, refusedForm } from "../form/form-submit-request.ts";
import { currentActor } from "./session-request.ts";

/** Fields that are never sent back to the page they came from. */
const SECRET = new Set(["password", "code"]);

const withoutSecrets = (values: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.has(name)));

export const localeOf = (form: FormData): Locale => {
  const locale = form instanceof FormData ? String(form.get(OWN.locale) ?? "") : "";
  return isLocale(locale) ? locale : "sv";
};

/** With what an answer about somebody's identity is refused, where that differs from a form of the desk. */
const STATUS: Readonly<Record<string, RefusalStatus>> = {
  "wrong-sign-in": 401,
  "wrong-code": 401,
  "wrong-password": 401,
  "wrong-passkey": 401,
  "prove-again": 403,
  "link-not-good": 410,
  "too-many-at-once": 429,
};

interface Submit<S extends z.ZodType, T> {
  readonly schema: S;
  readonly give: (input: z.output<S>) => Promise<Result<T>>;
  /** Sets cookies and says what comes next: an address with its language, or what the form shows. */
  readonly next: (value: T, input: z.output<S>) => Promise<string | FormState>;
}

/**
 * As `submit` of lib/desk/form, for forms that carry or answer a secret: nothing of them is kept for a retry, and nothing
 * secret is sent back. Each of their commands can only be done once as it is.
 */
export async function submitSecret<S extends z.ZodType, T>(
  form: FormData,
  { schema, give, next }: Submit<S, T>,
): Promise<FormState> {
  const all = fieldsOf(form);
  if (!all) return invalidForm({}, [{ field: "", reason: "too-large" }]);
  const values = withoutSecrets(all);
  const parsed = parseFields(schema, all);
  if (!parsed.ok) return invalidForm(values, parsed.problems);
  const result = await ifWritable(() => give(parsed.value));
  if (!result.ok) {
    const refused = refusedForm(values, result.reason, result.field);
    const status = STATUS[result.reason];
    if (status) answerWith(status);
    return refused;
  }
  const after = await next(result.value, parsed.value);
  if (typeof after === "string") redirect(after);
  return after;
}

/** The same for somebody signed in. Who has to prove it again is refused: the page leads there (fresh-request.ts). */
export async function submitOwnSecret<S extends z.ZodType, T>(
  form: FormData,
  {
    give,
    ...rest
  }: Omit<Submit<S, T>, "give"> & {
    readonly give: (actor: Actor, input: z.output<S>) => Promise<Result<T>>;
  },
): Promise<FormState> {
  const actor = await currentActor();
  if (!actor) return refusedForm(withoutSecrets(fieldsOf(form) ?? {}), "signed-out");
  return submitSecret(form, { ...rest, give: (input) => give(actor, input) });
}

/** Where somebody proves again who they are, to come back to `path`. */
export const againPath = (locale: Locale, path: string): string =>
  `${href(locale, "/desk/account/again")}?next=${encodeURIComponent(href(locale, path))}`;
