"use server";
import type { FormState } from "../../desk/form/form.ts";
import { receive } from "../../desk/form/form-receive-request.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { decideTip, receiveTip } from "./tip-commands.ts";
import { newTip, tipDecision } from "./tip-schema.ts";

/** A reader suggests something. */
export async function sendTip(_before: FormState, form: FormData): Promise<FormState> {
  return receive(form, {
    schema: newTip,
    give: (tip, network) => receiveTip(tip, network),
    next: ({ id }) => `/tip/${id}`,
  });
}

/** The desk takes it up or sets it aside. */
export async function sendDecision(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: tipDecision,
    give: (actor, decision) => decideTip(actor, decision),
    next: () => `/desk/voices/tips/${idIn(form, "tipId")}`,
  });
}
