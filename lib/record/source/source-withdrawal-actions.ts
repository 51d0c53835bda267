"use server";
import type { FormState } from "../../desk/form/form.ts";
import { onlyId } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { oneRow } from "../seen/seen-queries.ts";
import {
  discardSourceWithdrawal,
  publishSourceWithdrawal,
  withdrawSource,
} from "./source-withdrawal-commands.ts";
import { newSourceWithdrawal } from "./source-withdrawal-schema.ts";

/** Asks for a source to be withdrawn. */
export async function askToWithdrawSource(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newSourceWithdrawal,
    give: (actor, withdrawal) => withdrawSource(actor, withdrawal),
    next: ({ sourceId }) => `/desk/sources/${sourceId}`,
  });
}

/** Withdraws a source that somebody else asked to be. */
export async function withdrawSourceNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, withdrawal, { seen }) => publishSourceWithdrawal(actor, { ...withdrawal, seen }),
    changes: (actor, sent, input, locale) =>
      changesFor(actor, sent, oneRow("SourceWithdrawal", input.id), locale),
    next: ({ sourceId }) => `/sources/${sourceId}`,
  });
}

/** Throws away a withdrawal that nobody has published. */
export async function throwAwaySourceWithdrawal(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, withdrawal) => discardSourceWithdrawal(actor, withdrawal),
    next: ({ sourceId }) => `/desk/sources/${sourceId}`,
  });
}
