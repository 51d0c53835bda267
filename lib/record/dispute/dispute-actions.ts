"use server";
import type { FormState } from "../../desk/form/form.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { openDispute, publishDispute, rewordDispute } from "./dispute-commands.ts";
import { disputeDesk, disputeWording } from "./dispute-desk-queries.ts";
import { giveBack, handOver } from "./dispute-handover-commands.ts";
import { toHandOver } from "./dispute-handover-schema.ts";
import { disputeWords, newDispute, toPublish } from "./dispute-schema.ts";
import { disputeShown, disputeToPublish } from "./dispute-unpublished-queries.ts";
import { knownIn, publishQuestion } from "./dispute-words.ts";

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

/** Publishes what is chosen of the dispute's drafts, after having said in words what that is. */
export async function publishDisputeNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: toPublish,
    give: (actor, dispute, { seen }) => publishDispute(actor, { ...dispute, seen }),
    asks: async (actor, { disputeId, chosen }, locale) => {
      const ready = await disputeToPublish(actor, disputeId, chosen);
      const dispute = await disputeDesk(actor, disputeId);
      return ready && dispute && publishQuestion(ready.drafts, knownIn(dispute), locale);
    },
    changes: (actor, sent, { disputeId }, locale) =>
      changesFor(actor, sent, () => disputeShown(disputeId), locale),
    next: () => ({ to: `/desk/disputes/${idIn(form, "disputeId")}`, note: "published" }),
  });
}

/** Hands the drafts of a dispute, or one of them, to the others as ready. */
export async function handOverNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: toHandOver,
    give: (actor, handed) => handOver(actor, handed),
    next: () => ({ to: "/desk", note: "handed-over" }),
  });
}

/** Gives back what was handed over, or takes it back. */
export async function giveBackNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: toHandOver,
    give: (actor, handed) => giveBack(actor, handed),
    next: () => ({ to: "/desk", note: "given-back" }),
  });
}
