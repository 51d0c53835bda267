"use server";
import { localeOf, submitSecret } from "../auth/secret-form.ts";
import { currentVisitor } from "../auth/visitor.ts";
import type { FormState } from "../form/form.ts";
import { href } from "../language/language.ts";
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
