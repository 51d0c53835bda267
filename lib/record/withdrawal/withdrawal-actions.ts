"use server";
import type { FormState } from "../../desk/form/form.ts";
import { idIn, onlyId } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { oneRow } from "../seen/seen-queries.ts";
import { discardWithdrawal, publishWithdrawal, requestWithdrawal } from "./withdrawal-commands.ts";
import { newWithdrawal } from "./withdrawal-schema.ts";

/** Asks for the current verdict of a claim to be withdrawn. */
export async function askForWithdrawal(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newWithdrawal,
    give: (actor, withdrawal) => requestWithdrawal(actor, withdrawal),
    next: () => `/desk/claims/${idIn(form, "claimId")}/withdraw`,
  });
}

/** Publishes a withdrawal that somebody else asked for. */
export async function publishWithdrawalNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, withdrawal, { seen }) => publishWithdrawal(actor, { ...withdrawal, seen }),
    changes: (actor, sent, input, locale) => changesFor(actor, sent, oneRow("Withdrawal", input.id), locale),
    next: ({ slug }) => `/claims/${slug}`,
  });
}

/** Throws a withdrawal away that nobody has published. */
export async function throwAwayWithdrawal(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, withdrawal) => discardWithdrawal(actor, withdrawal),
    next: () => "/desk",
  });
}
