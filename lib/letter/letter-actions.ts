"use server";
import type { FormState } from "../form/form.ts";
import { submit } from "../form/form-submit.ts";
import { markLetterSent, tryLetterAgain } from "./letter-commands.ts";
import { letterId } from "./letter-schema.ts";

export async function sendLetterSent(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: letterId,
    give: (actor, input) => markLetterSent(actor, input),
    next: () => "/desk/letters?note=letter-sent",
  });
}

export async function sendLetterAgain(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: letterId,
    give: (actor, input) => tryLetterAgain(actor, input),
    next: () => "/desk/letters?note=letter-again",
  });
}
