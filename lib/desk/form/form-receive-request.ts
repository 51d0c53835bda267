import "server-only";
import { createHash } from "node:crypto";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { href, isLocale } from "../../core/language/language.ts";
import { id } from "../../core/language/language-schema.ts";
import type { Result } from "../../core/result.ts";
import { networkBucket } from "../auth/network.ts";
import { currentVisitor } from "../auth/visitor-request.ts";
import { type FormState, OWN } from "./form.ts";
import { once } from "./form-commands.ts";
import { fieldsOf, parseFields } from "./form-schema.ts";
import { invalidForm, refusedForm } from "./form-submit-request.ts";

interface Receive<S extends z.ZodType, T> {
  readonly schema: S;
  /** The command. It is told which network the form came from, and limits how much it takes from one. */
  readonly give: (input: z.output<S>, network: string) => Promise<Result<T>>;
  /** Where to go when it is taken, without language. */
  readonly next: (value: T, input: z.output<S>) => string;
}

/**
 * What an action does with a form from somebody outside, who has no account: as `submit`, but nobody is signed in. The
 * key belongs to the network it came from, kept as a hash of both, so that it says nothing of who else sent what.
 */
export async function receive<S extends z.ZodType, T>(
  form: FormData,
  { schema, give, next }: Receive<S, T>,
): Promise<FormState> {
  const values = fieldsOf(form);
  if (!values) return invalidForm({}, [{ field: "", reason: "too-large" }]);
  const parsed = parseFields(schema, values);
  if (!parsed.ok) return invalidForm(values, parsed.problems);
  const key = id.safeParse(form.get(OWN.key));
  if (!key.success) return refusedForm(values, "no-key");

  const network = networkBucket((await currentVisitor()).address);
  const sender = createHash("sha256").update(`${key.data}\n${network}`).digest("hex");
  const result = await once({ key: key.data, sender, sent: values }, () => give(parsed.value, network));
  if (!result.ok) return refusedForm(values, result.reason, result.field);
  const locale = String(form.get(OWN.locale) ?? "");
  redirect(href(isLocale(locale) ? locale : "sv", next(result.value, parsed.value)));
}
