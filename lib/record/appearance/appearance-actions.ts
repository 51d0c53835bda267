"use server";
import { type FormState, first } from "../../desk/form/form.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { frameOfClaim } from "../dispute/dispute-desk-queries.ts";
import { enterAppearance, reviseAppearance } from "./appearance-commands.ts";
import { appearanceDraft } from "./appearance-desk-queries.ts";
import { appearanceEntry, newAppearance } from "./appearance-schema.ts";

/** Goes on to the claim, or to the next appearance of it. */
export async function saveNewAppearance(_before: FormState, form: FormData): Promise<FormState> {
  const claim = `/desk/claims/${idIn(form, "claimId")}`;
  return submit(form, {
    schema: appearanceEntry,
    dates: ["happened", "known"],
    frame: (actor, values) => frameOfClaim(actor, first(values, "claimId")),
    give: (actor, entry) => enterAppearance(actor, entry),
    next: (_saved, { next }) => (next === "another" ? `${claim}/appearances/new` : claim),
  });
}

/** The draft's id is the appearance's. */
export async function saveAppearance(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newAppearance,
    dates: ["happened", "known"],
    frame: (actor, values) => frameOfClaim(actor, first(values, "claimId")),
    give: (actor, appearance, { ref }) => reviseAppearance(actor, { ...ref, appearance }),
    next: () => `/desk/claims/${idIn(form, "claimId")}`,
    theirs: (actor, { id }) => appearanceDraft(actor, id),
  });
}
