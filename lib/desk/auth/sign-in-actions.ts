"use server";
import { redirect } from "next/navigation";
import { href } from "../../core/language/language.ts";
import { refused } from "../../core/result.ts";
import type { FormState } from "../form/form.ts";
import { ownPath } from "./own-path.ts";
import { localeOf, submitSecret } from "./secret-form-request.ts";
import { endSessionByToken } from "./session-commands.ts";
import { dropSessionCookie, sessionToken, setSessionCookie } from "./session-cookie-request.ts";
import { currentActor } from "./session-request.ts";
import { proveAgain, proveSecondFactor, signIn } from "./sign-in-commands.ts";
import { againForm, codeForm, signInForm } from "./sign-in-schema.ts";
import { currentVisitor } from "./visitor-request.ts";

export async function sendSignIn(_state: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  return submitSecret(form, {
    schema: signInForm,
    give: async (given) => signIn(given, await currentVisitor(), await sessionToken()),
    next: async ({ token, halfway }, { next }) => {
      await setSessionCookie(token);
      const path = ownPath(next, locale);
      return halfway ? `${href(locale, "/sign-in/second-step")}?next=${encodeURIComponent(path)}` : path;
    },
  });
}

export async function sendSecondStep(_state: FormState, form: FormData): Promise<FormState> {
  return submitSecret(form, {
    schema: codeForm,
    give: async ({ code }) => proveSecondFactor(await sessionToken(), code, await currentVisitor()),
    next: async ({ token }, { next }) => {
      await setSessionCookie(token);
      return ownPath(next, localeOf(form));
    },
  });
}

export async function sendAgain(_state: FormState, form: FormData): Promise<FormState> {
  return submitSecret(form, {
    schema: againForm,
    give: async ({ password }) => {
      const actor = await currentActor();
      return actor ? proveAgain(actor, password, await currentVisitor()) : refused("signed-out");
    },
    next: async ({ token }, { next }) => {
      await setSessionCookie(token);
      return ownPath(next, localeOf(form));
    },
  });
}

export async function signOut(form: FormData): Promise<void> {
  const { address } = await currentVisitor();
  await endSessionByToken(await sessionToken(), address);
  await dropSessionCookie();
  redirect(`${href(localeOf(form), "/sign-in")}?note=signed-out`);
}
