"use server";
import { href } from "../../core/language/language.ts";
import { localeOf, submitSecret } from "../auth/secret-form-request.ts";
import { dropLinkCookie, linkToken, setSessionCookie } from "../auth/session-cookie-request.ts";
import { currentVisitor } from "../auth/visitor-request.ts";
import type { FormState } from "../form/form.ts";
import { idIn, onlyId } from "../form/form-schema.ts";
import { submit } from "../form/form-submit-request.ts";
import {
  changeRole,
  disableMember,
  enableMember,
  makeResetLink,
  removeSecondFactor,
} from "./member-commands.ts";
import { becomeFirstAdministrator, resetPassword } from "./member-entry-commands.ts";
import { firstMember, memberRole, passwordOnly } from "./member-schema.ts";

const page = (id: string, note: string) => `/desk/people/${id}?note=${note}`;

export async function sendRole(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: memberRole,
    give: (actor, input) => changeRole(actor, input),
    next: () => page(idIn(form, "id"), "role-changed"),
  });
}

export async function sendDisable(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, input) => disableMember(actor, input),
    next: () => page(idIn(form, "id"), "member-disabled"),
  });
}

export async function sendEnable(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, input) => enableMember(actor, input),
    next: () => page(idIn(form, "id"), "member-enabled"),
  });
}

export async function sendSecondFactorRemoval(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, input) => removeSecondFactor(actor, input),
    next: () => page(idIn(form, "id"), "second-factor-removed"),
  });
}

/** Without a mail server the administrator is shown the letter, to be sent in their own way. */
export async function sendResetLink(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, { id }) => makeResetLink(actor, { id, locale: localeOf(form) }),
    next: ({ letter, byHand }) =>
      byHand ? `/desk/letters/${letter}` : page(idIn(form, "id"), "letter-written"),
  });
}

export async function sendFirstAdministrator(_state: FormState, form: FormData): Promise<FormState> {
  return submitSecret(form, {
    schema: firstMember,
    give: async (input) => becomeFirstAdministrator(await linkToken(), input, await currentVisitor()),
    next: async ({ token }) => {
      await setSessionCookie(token);
      await dropLinkCookie();
      return href(localeOf(form), "/desk");
    },
  });
}

export async function sendReset(_state: FormState, form: FormData): Promise<FormState> {
  return submitSecret(form, {
    schema: passwordOnly,
    give: async ({ password }) => resetPassword(await linkToken(), password, await currentVisitor()),
    next: async () => {
      await dropLinkCookie();
      return `${href(localeOf(form), "/sign-in")}?note=password-reset`;
    },
  });
}
