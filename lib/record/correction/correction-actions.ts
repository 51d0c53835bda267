"use server";
import { asFields, type FormState } from "../../desk/form/form.ts";
import { nothingMore } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { oneRow } from "../seen/seen-queries.ts";
import {
  addCorrection,
  discardCorrection,
  publishCorrection,
  reviseCorrection,
} from "./correction-commands.ts";
import { correctionFor } from "./correction-desk-queries.ts";
import { newCorrection } from "./correction-schema.ts";

/** Begins a correction. */
export async function saveNewCorrection(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newCorrection,
    dates: ["wrongSince"],
    give: (actor, correction) => addCorrection(actor, correction),
    next: ({ id }) => `/desk/corrections/${id}`,
  });
}

/** Changes a draft correction. */
export async function saveCorrection(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newCorrection,
    dates: ["wrongSince"],
    give: (actor, correction, { ref }) => reviseCorrection(actor, { ...ref, correction }),
    next: ({ id }) => `/desk/corrections/${id}`,
    theirs: async (actor, { id }) => {
      const now = await correctionFor(actor, id);
      return now && { fields: asFields(now.correction), revision: now.revision };
    },
  });
}

/** Makes a correction public. */
export async function publishCorrectionNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref, seen }) => publishCorrection(actor, { ...ref, seen }),
    changes: (actor, sent, _input, locale) =>
      changesFor(actor, sent, oneRow("Correction", sent.ref.id), locale),
    next: ({ path }) => path,
  });
}

/** Throws a draft correction away. */
export async function throwAwayCorrection(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => discardCorrection(actor, ref),
    next: () => "/desk/corrections",
  });
}
