"use server";
import type { FormState } from "../../desk/form/form.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { addFalsifier, noteFalsifier, reviseFalsifier } from "./falsifier-commands.ts";
import { falsifierDraft } from "./falsifier-desk-queries.ts";
import { newFalsifier, newFalsifierState } from "./falsifier-schema.ts";

/** Goes on to the dispute, or to its next falsifier. */
export async function saveNewFalsifier(_before: FormState, form: FormData): Promise<FormState> {
  const dispute = `/desk/disputes/${idIn(form, "disputeId")}`;
  return submit(form, {
    schema: newFalsifier,
    give: (actor, falsifier) => addFalsifier(actor, falsifier),
    next: (_saved, { next }) => (next === "another" ? `${dispute}/falsifiers/new` : `${dispute}#falsifiers`),
  });
}

/** The draft's id is the falsifier's. */
export async function saveFalsifier(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newFalsifier,
    give: (actor, falsifier, { ref }) => reviseFalsifier(actor, { ...ref, falsifier }),
    next: () => `/desk/disputes/${idIn(form, "disputeId")}#falsifiers`,
    theirs: (actor, { id }) => falsifierDraft(actor, id),
  });
}

/** What has become of a falsifier: a new row each time. */
export async function saveFalsifierState(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newFalsifierState,
    give: (actor, state) => noteFalsifier(actor, state),
    next: () => `/desk/disputes/${idIn(form, "$dispute")}/falsifiers/${idIn(form, "falsifierId")}`,
  });
}
