"use server";
import { asFields, type FormState, first } from "../../desk/form/form.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { readUpload } from "../capture/capture-upload.ts";
import { frameOfClaim } from "../dispute/dispute-desk-queries.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { enterEvidence, publishEvidence, reviseEvidence } from "./evidence-commands.ts";
import { evidenceDraft } from "./evidence-desk-queries.ts";
import { evidenceEntry, evidenceIds, newEvidence } from "./evidence-schema.ts";
import { evidenceShown } from "./evidence-shown-queries.ts";

/** Saves a passage as draft evidence, with its source when that is new. */
export async function saveNewEvidence(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: evidenceEntry,
    dates: ["about.made"],
    frame: (actor, values) => frameOfClaim(actor, first(values, "claimId")),
    file: { name: "file", read: readUpload },
    give: (actor, entry, _sent, file) => enterEvidence(actor, { ...entry, file }),
    next: ({ id, claimId, asksForPlace }, { next }) =>
      asksForPlace
        ? `/desk/evidence/${id}`
        : next === "another"
          ? `/desk/claims/${claimId}/evidence/new`
          : `/desk/claims/${claimId}#evidence`,
  });
}

/** Changes a draft piece of evidence. */
export async function saveEvidence(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newEvidence,
    give: (actor, evidence, { ref }) => reviseEvidence(actor, { ...ref, evidence }),
    next: () => `/desk/claims/${idIn(form, "claimId")}#evidence`,
    theirs: async (actor, { id }) => {
      const draft = await evidenceDraft(actor, id);
      return draft && { fields: asFields(draft.evidence), revision: draft.revision };
    },
  });
}

/** Makes draft evidence public, with what it rests on. */
export async function publishEvidenceNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: evidenceIds,
    give: (actor, chosen, { seen }) => publishEvidence(actor, { ...chosen, seen }),
    changes: (actor, sent, { ids }, locale) => changesFor(actor, sent, () => evidenceShown(ids), locale),
    next: () => ({ note: "published" }),
  });
}
