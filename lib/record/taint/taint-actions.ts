"use server";
import type { FormState } from "../../desk/form/form.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { clearTaint, discardClearance, proposeClearance } from "./taint-commands.ts";
import { clearancesShown } from "./taint-queries.ts";
import { newClearance, theseClearances } from "./taint-schema.ts";

/** Proposes that a verdict stands, though something it rests on has become another. */
export async function proposeThatItStands(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newClearance,
    give: (actor, clearance) => proposeClearance(actor, clearance),
    next: ({ claimId }) => `/desk/claims/${claimId}`,
  });
}

/** Publishes what somebody else proposed. */
export async function sayThatItStands(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: theseClearances,
    give: (actor, clearances, { seen }) => clearTaint(actor, { ...clearances, seen }),
    changes: (actor, sent, { ids }, locale) => changesFor(actor, sent, clearancesShown(ids), locale),
    next: ({ slug }) => `/claims/${slug}#history`,
  });
}

/** Throws away a proposal that nobody has published. */
export async function throwAwayClearance(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: theseClearances,
    give: (actor, clearances) => discardClearance(actor, clearances),
    next: ({ claimId }) => `/desk/claims/${claimId}`,
  });
}
