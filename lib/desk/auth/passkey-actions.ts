"use server";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import { href } from "../../core/language/language.ts";
import { id } from "../../core/language/language-schema.ts";
import { type Result, refused } from "../../core/result.ts";
import { answerWith } from "../../core/status.ts";
import type { FormState } from "../form/form.ts";
import { onlyId } from "../form/form-schema.ts";
import { submit } from "../form/form-submit-request.ts";
import { ownPath } from "./own-path.ts";
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  removePasskey,
  renamePasskey,
  signInWithPasskey,
} from "./passkey-commands.ts";
import { fromJson, passkeyMade, passkeyName, passkeyUsed } from "./passkey-schema.ts";
import { localeOf, submitOwnSecret, submitSecret } from "./secret-form-request.ts";
import { sessionToken, setSessionCookie } from "./session-cookie-request.ts";
import { currentActor } from "./session-request.ts";
import { currentVisitor } from "./visitor-request.ts";

const PAGE = "/desk/account/passkeys";

/** What a browser needs to use a passkey. */
export async function askForPasskey(): Promise<Result<PublicKeyCredentialRequestOptionsJSON>> {
  return beginPasskeySignIn(await currentVisitor());
}

export async function sendPasskey(_state: FormState, form: FormData): Promise<FormState> {
  return submitSecret(form, {
    schema: z.strictObject({ response: fromJson(passkeyUsed), next: z.string().default("") }),
    give: async ({ response }) => signInWithPasskey(response, await currentVisitor(), await sessionToken()),
    next: async ({ token }, { next }) => {
      await setSessionCookie(token);
      return ownPath(next, localeOf(form));
    },
  });
}

/** What a browser needs to make one. */
export async function askForNewPasskey(): Promise<Result<PublicKeyCredentialCreationOptionsJSON>> {
  const actor = await currentActor();
  if (actor) return beginPasskey(actor, {});
  answerWith(401);
  return refused("signed-out");
}

export async function sendNewPasskey(_state: FormState, form: FormData): Promise<FormState> {
  return submitOwnSecret(form, {
    schema: z.strictObject({ name: passkeyName, response: fromJson(passkeyMade) }),
    give: (actor, input) => addPasskey(actor, input),
    next: async () => `${href(localeOf(form), PAGE)}?note=passkey-added`,
  });
}

export async function sendPasskeyName(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: z.strictObject({ id, name: passkeyName }),
    give: (actor, input) => renamePasskey(actor, input),
    next: () => `${PAGE}?note=passkey-renamed`,
  });
}

export async function sendPasskeyRemoval(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, input) => removePasskey(actor, input),
    next: () => PAGE,
  });
}
