"use server";
import { href } from "../../core/language/language.ts";
import { localeOf, submitSecret } from "../auth/secret-form-request.ts";
import { dropLinkCookie, linkToken, setSessionCookie } from "../auth/session-cookie-request.ts";
import { currentVisitor } from "../auth/visitor-request.ts";
import type { FormState } from "../form/form.ts";
import { onlyId } from "../form/form-schema.ts";
import { submit } from "../form/form-submit-request.ts";
import { newMember } from "../member/member-schema.ts";
import { acceptInvitation, invite, revokeInvitation } from "./invitation-commands.ts";
import { newInvitation } from "./invitation-schema.ts";

/** Without a mail server the administrator is shown the letter, to be sent in their own way. */
export async function sendInvitation(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newInvitation,
    give: (actor, input) => invite(actor, { ...input, locale: localeOf(form) }),
    next: ({ letter, byHand }) => (byHand ? `/desk/letters/${letter}` : "/desk/people?note=invited"),
  });
}

export async function sendRevocation(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, input) => revokeInvitation(actor, input),
    next: () => "/desk/people?note=invitation-revoked",
  });
}

export async function sendAcceptance(_state: FormState, form: FormData): Promise<FormState> {
  return submitSecret(form, {
    schema: newMember,
    give: async (input) => acceptInvitation(await linkToken(), input, await currentVisitor()),
    next: async ({ token }) => {
      await setSessionCookie(token);
      await dropLinkCookie();
      return href(localeOf(form), "/desk");
    },
  });
}
