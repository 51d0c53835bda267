"use server";
import type { FormState } from "../form/form.ts";
import { idIn, onlyId } from "../form/form-schema.ts";
import { submit } from "../form/form-submit-request.ts";
import { markLetterSent, sendLetterNow, showLetterLink, tryLetterAgain } from "./letter-commands.ts";

export async function sendLetterSent(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, input) => markLetterSent(actor, input),
    next: () => "/desk/letters?note=letter-sent",
  });
}

export async function sendLetterAgain(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, input) => tryLetterAgain(actor, input),
    next: () => "/desk/letters?note=letter-again",
  });
}

export async function sendLetterByServer(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, input) => sendLetterNow(actor, input),
    next: () => "/desk/letters?note=letter-now",
  });
}

/** Shows a guarded link in its letter, and remembers to whom. */
export async function sendShowLink(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, input) => showLetterLink(actor, input),
    next: () => `/desk/letters/${idIn(form, "id")}`,
  });
}
