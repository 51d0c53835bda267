"use server";
import { type FormState, first } from "../../desk/form/form.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { frameOf } from "../dispute/dispute-desk-queries.ts";
import { enterParty, identifyParty, revisePartyRole, rewordParty } from "./party-commands.ts";
import { partyDraft, partyWordingNow } from "./party-desk-queries.ts";
import { newPartyIdentifier, newPartyRole, partyEntry, partyWords } from "./party-schema.ts";

/** Enters a party with its role, or gives one that is there a role in the dispute. */
export async function saveNewParty(_before: FormState, form: FormData): Promise<FormState> {
  const dispute = `/desk/disputes/${idIn(form, "role.disputeId")}`;
  return submit(form, {
    schema: partyEntry,
    dates: ["role.held"],
    frame: (actor, values) => frameOf(actor, first(values, "role.disputeId")),
    give: (actor, entry) => enterParty(actor, entry),
    next: (_entered, { next }) => (next === "another" ? `${dispute}/parties/new` : `${dispute}#parties`),
  });
}

/** The draft's id is the role's. */
export async function savePartyRole(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newPartyRole,
    dates: ["held"],
    frame: (actor, values) => frameOf(actor, first(values, "disputeId")),
    give: (actor, role, { ref }) => revisePartyRole(actor, { ...ref, role }),
    next: () => `/desk/disputes/${idIn(form, "disputeId")}#parties`,
    theirs: async (actor, { id }) => (await partyDraft(actor, id))?.role ?? null,
  });
}

/** The draft's id is the party's: its newest wording is what is changed. */
export async function savePartyWords(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: partyWords,
    give: (actor, wording, { ref }) => rewordParty(actor, { ...ref, wording }),
    next: () => `/desk/disputes/${idIn(form, "$dispute")}#parties`,
    theirs: (actor, { id }) => partyWordingNow(actor, id),
  });
}

/** What the party is called in an outside register. */
export async function saveIdentifier(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newPartyIdentifier,
    give: (actor, identifier) => identifyParty(actor, identifier),
    next: () => `/desk/disputes/${idIn(form, "$dispute")}/parties/${idIn(form, "$role")}`,
  });
}
