"use server";
import type { FormState } from "../../desk/form/form.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import {
  addClaim,
  nameInterest,
  relateClaims,
  reviseClaim,
  rewordClaim,
  sayNotConcerned,
} from "./claim-commands.ts";
import { claimDraft } from "./claim-draft-desk-queries.ts";
import {
  claimNature,
  claimWords,
  newClaim,
  newInterest,
  newNotConcerned,
  newRelation,
} from "./claim-schema.ts";

/** Goes on to the claim, or to the dispute's next one. */
export async function saveNewClaim(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newClaim,
    give: (actor, claim) => addClaim(actor, claim),
    next: ({ id }, { next }) =>
      next === "another" ? `/desk/disputes/${idIn(form, "disputeId")}/claims/new` : `/desk/claims/${id}`,
  });
}

/** The draft's id is the claim's: its newest wording is what is changed. */
export async function saveClaimWords(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: claimWords,
    give: (actor, wording, { ref }) => rewordClaim(actor, { ...ref, wording }),
    next: (_saved, { ref }) => `/desk/claims/${ref.id}`,
    theirs: async (actor, { id }) => (await claimDraft(actor, id))?.wording ?? null,
  });
}

/** What the claim is and whom it concerns, apart from its words. The draft's id is the claim's. */
export async function saveClaimNature(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: claimNature,
    give: (actor, claim, { ref }) => reviseClaim(actor, { ...ref, claim }),
    next: (_saved, { ref }) => `/desk/claims/${ref.id}`,
    theirs: async (actor, { id }) => {
      const draft = await claimDraft(actor, id);
      return draft && { fields: draft.nature, revision: draft.revision };
    },
  });
}

/** Goes on to the claim it leads from, or to that claim's next relation. */
export async function saveRelation(_before: FormState, form: FormData): Promise<FormState> {
  const claim = `/desk/claims/${idIn(form, "fromId")}`;
  return submit(form, {
    schema: newRelation,
    give: (actor, relation) => relateClaims(actor, relation),
    next: (_saved, { next }) => (next === "another" ? `${claim}/relations/new` : claim),
  });
}

/** Goes back to the claim, where its parties and what became of asking them stand. */
export async function saveInterest(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newInterest,
    give: (actor, interest) => nameInterest(actor, interest),
    next: () => `/desk/claims/${idIn(form, "claimId")}#desk-replies`,
  });
}

/** Goes back to the claim, where its parties and what became of asking them stand. */
export async function saveNotConcerned(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newNotConcerned,
    give: (actor, notConcerned) => sayNotConcerned(actor, notConcerned),
    next: () => `/desk/claims/${idIn(form, "claimId")}#desk-replies`,
  });
}
