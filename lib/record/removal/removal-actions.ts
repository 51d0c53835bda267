"use server";
import type { FormState } from "../../desk/form/form.ts";
import { onlyId } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { oneRow } from "../seen/seen-queries.ts";
import {
  discardRemovalDecision,
  proposeRemovalDecision,
  publishRemovalDecision,
  takeDown,
} from "./removal-commands.ts";
import { newRemoval, newRemovalDecision } from "./removal-schema.ts";

/** Takes something down, at once. */
export async function takeDownNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newRemoval,
    give: (actor, removal, { seen }) => takeDown(actor, { ...removal, seen }),
    changes: (actor, sent, input, locale) =>
      changesFor(actor, sent, oneRow(input.table, input.rowId), locale),
    next: ({ id }) => `/desk/removals/${id}`,
  });
}

/** Says what should become of it. */
export async function proposeDecision(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newRemovalDecision,
    give: (actor, decision) => proposeRemovalDecision(actor, decision),
    next: ({ removalId }) => `/desk/removals/${removalId}`,
  });
}

/** Publishes what somebody else has proposed. */
export async function publishDecision(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, decision, { seen }) => publishRemovalDecision(actor, { ...decision, seen }),
    changes: (actor, sent, input, locale) =>
      changesFor(actor, sent, oneRow("RemovalDecision", input.id), locale),
    next: ({ removalId }) => `/desk/removals/${removalId}`,
  });
}

/** Throws away what nobody has published. */
export async function throwAwayDecision(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, decision) => discardRemovalDecision(actor, decision),
    next: ({ removalId }) => `/desk/removals/${removalId}`,
  });
}
