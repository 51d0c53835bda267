"use server";
import type { FormState } from "../../desk/form/form.ts";
import { idIn, nothingMore } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { type AmendableTable, isAmendable } from "../amendment/amendment.ts";
import { frameOf } from "../dispute/dispute-desk-queries.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { discardAmendment, draftAmendment, publishAmendment, reviseAmendment } from "./amending-commands.ts";
import { amendmentNow } from "./amending-desk-queries.ts";
import { amendmentOf, ROW_DATES } from "./amending-schema.ts";
import { amendmentShown } from "./amending-shown-queries.ts";

/** Of which table the form says that its row is. What is none of ours is refused by the schema of any. */
function tableIn(form: FormData): AmendableTable {
  const named = form instanceof FormData ? form.get("table") : null;
  return typeof named === "string" && isAmendable(named) ? named : "Source";
}

/** Begins the next version of a published row. */
export async function saveNewAmendment(_before: FormState, form: FormData): Promise<FormState> {
  const table = tableIn(form);
  return submit(form, {
    schema: amendmentOf(table),
    dates: ROW_DATES[table] ?? [],
    frame: (actor) => frameOf(actor, idIn(form, "$dispute")),
    give: (actor, amendment) => draftAmendment(actor, amendment),
    next: ({ id }) => `/desk/amendments/${id}`,
  });
}

/** Changes the draft. */
export async function saveAmendment(_before: FormState, form: FormData): Promise<FormState> {
  const table = tableIn(form);
  return submit(form, {
    schema: amendmentOf(table),
    dates: ROW_DATES[table] ?? [],
    frame: (actor) => frameOf(actor, idIn(form, "$dispute")),
    give: (actor, amendment, { ref }) => reviseAmendment(actor, { ...ref, amendment }),
    next: ({ id }) => `/desk/amendments/${id}`,
    theirs: (actor, { id }) => amendmentNow(actor, id),
  });
}

/** Makes it what the row says. */
export async function publishAmendmentNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref, seen }) => publishAmendment(actor, { ...ref, seen }),
    changes: (actor, sent, _input, locale) =>
      changesFor(actor, sent, () => amendmentShown(sent.ref.id), locale),
    next: ({ id }) => `/desk/amendments/${id}`,
  });
}

/** Throws the draft away. */
export async function throwAwayAmendment(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => discardAmendment(actor, ref),
    next: ({ disputeId }) => `/desk/disputes/${disputeId}`,
  });
}
