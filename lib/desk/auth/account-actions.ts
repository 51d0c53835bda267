"use server";
import { href } from "../../core/language/language.ts";
import type { Result } from "../../core/result.ts";
import type { FormState } from "../form/form.ts";
import { nothingMore, onlyId } from "../form/form-schema.ts";
import { submit } from "../form/form-submit-request.ts";
import { changeEmail, changePassword, changeProfile } from "../member/member-commands.ts";
import { emailOnly, memberProfile, passwordOnly } from "../member/member-schema.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  dropSecondFactor,
  renewBackupCodes,
} from "./second-factor-commands.ts";
import { localeOf, submitOwnSecret } from "./secret-form-request.ts";
import { endOtherSessions, endSession } from "./session-commands.ts";
import { setSessionCookie } from "./session-cookie-request.ts";
import { maybeCode } from "./sign-in-schema.ts";

const ACCOUNT = "/desk/account";
const SECOND_FACTOR = "/desk/account/second-factor";

const withNote = (form: FormData, note: string) => `${href(localeOf(form), ACCOUNT)}?note=${note}`;

export async function sendProfile(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: memberProfile,
    give: (actor, input) => changeProfile(actor, input),
    next: () => `${ACCOUNT}?note=profile-changed`,
  });
}

export async function sendPassword(_state: FormState, form: FormData): Promise<FormState> {
  return submitOwnSecret(form, {
    schema: passwordOnly,
    give: (actor, input) => changePassword(actor, input),
    next: async ({ token }) => {
      await setSessionCookie(token);
      return withNote(form, "password-changed");
    },
  });
}

export async function sendEmail(_state: FormState, form: FormData): Promise<FormState> {
  return submitOwnSecret(form, {
    schema: emailOnly,
    give: (actor, input) => changeEmail(actor, input),
    next: async ({ token }) => {
      await setSessionCookie(token);
      return withNote(form, "email-changed");
    },
  });
}

export async function sendSecondFactorStart(_state: FormState, form: FormData): Promise<FormState> {
  return submitOwnSecret(form, {
    schema: nothingMore,
    give: (actor) => beginSecondFactor(actor, {}),
    next: async () => href(localeOf(form), SECOND_FACTOR),
  });
}

/**
 * Answers with backup codes, shown where the form was, in this one answer and never again: with a code the second factor
 * is turned on, without one its backup codes are made anew. One action for both, since the page around the form has
 * already changed from the one to the other when the answer is shown.
 */
export async function sendForBackupCodes(_state: FormState, form: FormData): Promise<FormState> {
  return submitOwnSecret(form, {
    schema: maybeCode,
    give: async (actor, { code }): Promise<Result<{ codes: readonly string[]; token?: string }>> =>
      code === undefined ? renewBackupCodes(actor, {}) : confirmSecondFactor(actor, { code }),
    next: async ({ token, codes }) => {
      if (token) await setSessionCookie(token);
      return {
        status: "saved",
        note: token ? "second-factor-on" : "backup-codes-made",
        detail: codes.join(" "),
      };
    },
  });
}

export async function sendSecondFactorEnd(_state: FormState, form: FormData): Promise<FormState> {
  return submitOwnSecret(form, {
    schema: nothingMore,
    give: (actor) => dropSecondFactor(actor, {}),
    next: async ({ token }) => {
      await setSessionCookie(token);
      return withNote(form, "second-factor-off");
    },
  });
}

export async function sendSessionEnd(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, input) => endSession(actor, input),
    next: () => `${ACCOUNT}?note=session-ended`,
  });
}

export async function sendOtherSessionsEnd(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor) => endOtherSessions(actor, {}),
    next: () => `${ACCOUNT}?note=sessions-ended`,
  });
}
