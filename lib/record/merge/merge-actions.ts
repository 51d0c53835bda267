"use server";
import type { FormState } from "../../desk/form/form.ts";
import { onlyId } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { oneRow } from "../seen/seen-queries.ts";
import { discardMerge, proposeMerge, publishMerge } from "./merge-commands.ts";
import { newMerge } from "./merge-schema.ts";

const back = ({ table, fromId }: { readonly table: string; readonly fromId: string }) =>
  `/desk/merges/${table}/${fromId}`;

/** Says that one row is another. */
export async function saveMerge(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, { schema: newMerge, give: (actor, merge) => proposeMerge(actor, merge), next: back });
}

/** Publishes that somebody else has said so. */
export async function publishMergeNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: onlyId,
    give: (actor, merge, { seen }) => publishMerge(actor, { ...merge, seen }),
    changes: (actor, sent, input, locale) => changesFor(actor, sent, oneRow("Merge", input.id), locale),
    next: back,
  });
}

/** Throws a proposal away. */
export async function throwAwayMerge(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, { schema: onlyId, give: (actor, merge) => discardMerge(actor, merge), next: back });
}
