"use server";
import type { FormState } from "../../desk/form/form.ts";
import { receive } from "../../desk/form/form-receive-request.ts";
import { nothingMore } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import {
  discardObjectionAnswer,
  draftObjectionAnswer,
  publishObjectionAnswer,
  receiveObjection,
} from "./objection-commands.ts";
import { objectionAnswerFields } from "./objection-desk-queries.ts";
import { answerShown } from "./objection-queries.ts";
import { newObjection, objectionAnswer } from "./objection-schema.ts";

/** A reader objects. */
export async function sendObjection(_before: FormState, form: FormData): Promise<FormState> {
  return receive(form, {
    schema: newObjection,
    give: (objection, network) => receiveObjection(objection, network),
    next: ({ id }, { claim }) => `/claims/${claim}/objection/${id}`,
  });
}

const page = ({ id }: { readonly id: string }) => `/desk/voices/objections/${id}`;

/** Writes the answer to an objection, or changes it before it is public. */
export async function saveAnswer(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: objectionAnswer,
    give: (actor, answer, { ref }) => draftObjectionAnswer(actor, { ...ref, answer }),
    next: page,
    theirs: objectionAnswerFields,
  });
}

/** Makes an answer public. */
export async function publishAnswerNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref, seen }) => publishObjectionAnswer(actor, { ...ref, seen }),
    changes: (actor, sent, _input, locale) => changesFor(actor, sent, answerShown(sent.ref.id), locale),
    next: (_answer, { ref }) => page(ref),
  });
}

/** Throws a draft answer away. */
export async function throwAwayAnswer(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => discardObjectionAnswer(actor, ref),
    next: page,
  });
}
