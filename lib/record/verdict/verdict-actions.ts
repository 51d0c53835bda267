"use server";
import { z } from "zod";
import { id } from "../../core/language/language-schema.ts";
import { asFields, type FormState } from "../../desk/form/form.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { verdictDraftForDesk } from "./verdict-desk-queries.ts";
import {
  approveVerdictDraft,
  dropVerdictDraft,
  openVerdictDraft,
  requestVerdictChanges,
  saveVerdictDraft,
  submitVerdictDraft,
} from "./verdict-draft-commands.ts";
import { reviewNote, verdictDraftContent } from "./verdict-draft-schema.ts";
import { verdictShown } from "./verdict-queries.ts";

/** Begins a verdict on a claim, or opens the one that is begun. */
export async function beginVerdict(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: z.strictObject({ claimId: id }),
    give: (actor, claim) => openVerdictDraft(actor, claim),
    next: (draft) => `/desk/verdicts/${draft.id}`,
  });
}

/** Saves what is written so far. */
export async function saveVerdict(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: verdictDraftContent,
    give: (actor, content, { ref }) => saveVerdictDraft(actor, { ...ref, content }),
    next: () => ({ note: "done" }),
    theirs: async (actor, ref) => {
      const draft = await verdictDraftForDesk(actor, ref.id);
      return draft && { fields: asFields(draft.content), revision: draft.revision };
    },
  });
}

/** Gives the draft to the editors. */
export async function submitVerdict(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: reviewNote,
    give: (actor, word, { ref }) => submitVerdictDraft(actor, { ...ref, ...word }),
    next: () => "/desk",
  });
}

/** Gives it back to whoever wrote it. */
export async function requestChanges(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: reviewNote,
    give: (actor, word, { ref }) => requestVerdictChanges(actor, { ...ref, ...word }),
    next: () => "/desk",
  });
}

/** Gives the draft up. */
export async function dropVerdict(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: reviewNote,
    give: (actor, word, { ref }) => dropVerdictDraft(actor, { ...ref, ...word }),
    next: ({ claimId }) => `/desk/claims/${claimId}`,
  });
}

/** Publishes it as a new version. */
export async function approveVerdict(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: reviewNote,
    give: (actor, word, { ref, seen }) => approveVerdictDraft(actor, { ...ref, ...word, seen }),
    changes: (actor, sent, _word, locale) => changesFor(actor, sent, () => verdictShown(sent.ref.id), locale),
    next: ({ slug }) => `/claims/${slug}`,
  });
}
