"use server";
import { href } from "../../core/language/language.ts";
import { localeOf, submitSecret } from "../auth/secret-form-request.ts";
import { currentVisitor } from "../auth/visitor-request.ts";
import type { FormState } from "../form/form.ts";
import { askForResetLink } from "./member-reset-commands.ts";
import { emailOnly } from "./member-schema.ts";

/** The address that was typed stands neither in the next page nor in its address. */
export async function sendForgotten(_state: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  return submitSecret(form, {
    schema: emailOnly,
    give: async ({ email }) => askForResetLink({ email, locale }, await currentVisitor()),
    next: async () => `${href(locale, "/sign-in/forgotten")}?asked=yes`,
  });
}
