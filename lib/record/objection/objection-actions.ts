"use server";
import type { FormState } from "../../desk/form/form.ts";
import { receive } from "../../desk/form/form-receive-request.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { oneRow } from "../seen/seen-queries.ts";
import { answerObjection, receiveObjection } from "./objection-commands.ts";
import { newObjection, objectionAnswer } from "./objection-schema.ts";

/** A reader objects. */
export async function sendObjection(_before: FormState, form: FormData): Promise<FormState> {
  return receive(form, {
    schema: newObjection,
    give: (objection, network) => receiveObjection(objection, network),
    next: ({ id }, { claim }) => `/claims/${claim}/objection/${id}`,
  });
}

/** An editor answers, in public. */
export async function sendAnswer(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: objectionAnswer,
    give: (actor, answer, { seen }) => answerObjection(actor, { ...answer, seen }),
    changes: (actor, sent, input, locale) =>
      changesFor(actor, sent, oneRow("Objection", input.objectionId), locale),
    next: () => `/desk/voices/objections/${idIn(form, "objectionId")}`,
  });
}
