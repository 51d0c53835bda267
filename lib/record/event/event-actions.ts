"use server";
import { type FormState, first } from "../../desk/form/form.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { frameOf } from "../dispute/dispute-desk-queries.ts";
import { addEvent, reviseEvent } from "./event-commands.ts";
import { eventDraft } from "./event-desk-queries.ts";
import { newEvent } from "./event-schema.ts";

/** Goes on to the dispute, or to its next event. */
export async function saveNewEvent(_before: FormState, form: FormData): Promise<FormState> {
  const dispute = `/desk/disputes/${idIn(form, "disputeId")}`;
  return submit(form, {
    schema: newEvent,
    dates: ["happened", "known"],
    frame: (actor, values) => frameOf(actor, first(values, "disputeId")),
    give: (actor, event) => addEvent(actor, event),
    next: (_saved, { next }) => (next === "another" ? `${dispute}/events/new` : `${dispute}#events`),
  });
}

/** The draft's id is the event's. */
export async function saveEvent(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newEvent,
    dates: ["happened", "known"],
    frame: (actor, values) => frameOf(actor, first(values, "disputeId")),
    give: (actor, event, { ref }) => reviseEvent(actor, { ...ref, event }),
    next: () => `/desk/disputes/${idIn(form, "disputeId")}#events`,
    theirs: (actor, { id }) => eventDraft(actor, id),
  });
}
