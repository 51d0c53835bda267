"use server";
import type { FormState } from "../../desk/form/form.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { openDispute, publishDispute, rewordDispute } from "./dispute-commands.ts";
import { disputeWording } from "./dispute-desk-queries.ts";
import { disputeWords, newDispute, ofDispute } from "./dispute-schema.ts";
import { disputeShown } from "./dispute-unpublished-queries.ts";

/** Opens a dispute, as a draft. */
export async function saveNewDispute(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newDispute,
    give: (actor, dispute) => openDispute(actor, dispute),
    next: ({ id }) => `/desk/disputes/${id}`,
  });
}

/** The draft's id is the dispute's: its newest wording is what is changed. */
export async function saveDisputeWords(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: disputeWords,
    give: (actor, wording, { ref }) => rewordDispute(actor, { ...ref, wording }),
    next: (_saved, { ref }) => `/desk/disputes/${ref.id}`,
    theirs: (actor, { id }) => disputeWording(actor, id),
  });
}

/** Publishes every draft of the dispute at one moment. */
export async function publishDisputeNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: ofDispute,
    give: (actor, dispute, { seen }) => publishDispute(actor, { ...dispute, seen }),
    changes: (actor, sent, { disputeId }, locale) =>
      changesFor(actor, sent, () => disputeShown(disputeId), locale),
    next: () => `/desk/disputes/${idIn(form, "disputeId")}`,
  });
}
