"use server";
import { type FormState, first } from "../../desk/form/form.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { frameOf } from "../dispute/dispute-desk-queries.ts";
import { enterSource, linkSources, reviseSource } from "./source-commands.ts";
import { sourceDraft } from "./source-desk-queries.ts";
import { newSource, newSourceEdge, sourceAsFound, sourceEntry } from "./source-schema.ts";

/** Goes on to the dispute, or to its next source. */
export async function saveNewSource(_before: FormState, form: FormData): Promise<FormState> {
  const dispute = `/desk/disputes/${idIn(form, "disputeId")}`;
  return submit(form, {
    schema: sourceEntry,
    dates: ["made", "public"],
    frame: (actor, values) => frameOf(actor, first(values, "disputeId")),
    give: (actor, source) => enterSource(actor, source),
    next: (_saved, { next }) => (next === "another" ? `${dispute}/sources/new` : `${dispute}#sources`),
  });
}

/** The draft's id is the source's. */
export async function saveSource(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newSource,
    dates: ["made", "public"],
    frame: (actor, values) => frameOf(actor, first(values, "disputeId")),
    give: (actor, source, { ref }) => reviseSource(actor, { ...ref, source }),
    next: () => `/desk/disputes/${idIn(form, "disputeId")}#sources`,
    theirs: (actor, { id }) => sourceDraft(actor, id),
  });
}

/** Puts what a fetched page says of itself into its draft source. */
export async function saveFoundFacts(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: sourceAsFound,
    give: (actor, source, { ref }) => reviseSource(actor, { ...ref, source }),
    next: (_saved, { ref }) => `/desk/sources/${ref.id}`,
  });
}

/** Says what the source rests on. */
export async function saveSourceEdge(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newSourceEdge,
    give: (actor, edge) => linkSources(actor, edge),
    next: (_saved, { next }) => `/desk/sources/${idIn(form, next === "to" ? "toId" : "fromId")}`,
  });
}
