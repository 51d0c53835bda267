"use server";
import { newToken, tokenHash } from "../auth/token.ts";
import type { DraftRef } from "../command.ts";
import type { FormState } from "../form/form.ts";
import { receive } from "../form/form-receive.ts";
import { submit } from "../form/form-submit.ts";
import { isId } from "../language/language-schema.ts";
import { type Result, refused } from "../result.ts";
import {
  declineSentReply,
  discardReply,
  publishReply,
  publishSentReply,
  recordReply,
  reviseRecordedReply,
  sendReply,
} from "./reply-answer-commands.ts";
import {
  ask,
  draftAsking,
  openReplyRequest,
  publishReplyRequest,
  reviseReplyRequest,
} from "./reply-commands.ts";
import { askingFields, recordedReplyFields, requestFields } from "./reply-desk-queries.ts";
import { addReplyLink, linkAddress, type MadeLink, revokeReplyLink } from "./reply-link-commands.ts";
import {
  declinedReply,
  newAsking,
  newReplyRequest,
  nothingMore,
  recordedReply,
  replyRequestWords,
  sentReply,
} from "./reply-schema.ts";

const page = ({ id }: { id: string }) => `/desk/requests/${id}`;

export async function saveNewRequest(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newReplyRequest,
    give: (actor, request) => openReplyRequest(actor, request),
    next: page,
  });
}

export async function saveRequest(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: replyRequestWords,
    give: (actor, words, { ref }) => named(ref, () => reviseReplyRequest(actor, { ...ref, words })),
    next: page,
    theirs: requestFields,
  });
}

export async function sendRequest(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => named(ref, () => publishReplyRequest(actor, ref)),
    next: page,
  });
}

export async function saveQuestion(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newAsking,
    dates: ["deadline.day"],
    give: (actor, asking, { ref }) => named(ref, () => draftAsking(actor, { ...ref, asking })),
    next: page,
    theirs: askingFields,
  });
}

/** A form that has lost the id of what it is about is about nothing of ours. */
const named = <T, R extends string>({ id }: DraftRef, give: () => Promise<Result<T, R>>) =>
  isId(id) ? give() : Promise.resolve(refused("unknown-draft"));

/**
 * The link is shown where it was made, once: what remembers that the form was sent keeps the answer, and so must not
 * have the token in it. A form that is sent again made another token, which opens nothing.
 */
const shown = ({ hash, letter, language }: MadeLink, token: string) => {
  if (letter === "sent") return { note: "sent" };
  if (hash !== tokenHash(token)) return { note: "before" };
  return { note: letter ?? "hand-over", detail: linkAddress(token, language) };
};

export async function putQuestion(_before: FormState, form: FormData): Promise<FormState> {
  const token = newToken();
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => named(ref, () => ask(actor, { ...ref, token })),
    next: (made) => shown(made, token),
  });
}

export async function makeNewLink(_before: FormState, form: FormData): Promise<FormState> {
  const token = newToken();
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => named(ref, () => addReplyLink(actor, { requestId: ref.id, token })),
    next: (made) => shown(made, token),
  });
}

export async function takeBackLink(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => named(ref, () => revokeReplyLink(actor, { id: ref.id })),
    next: page,
  });
}

export async function sendSentReply(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => named(ref, () => publishSentReply(actor, { id: ref.id })),
    next: page,
  });
}

export async function leaveSentReply(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: declinedReply,
    give: (actor, { note }, { ref }) => named(ref, () => declineSentReply(actor, { id: ref.id, note })),
    next: page,
  });
}

export async function saveRecordedReply(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: recordedReply,
    dates: ["received.day"],
    give: (actor, reply, { ref }) => named(ref, () => recordReply(actor, { requestId: ref.id, reply })),
    next: (_made, { ref }) => page(ref),
  });
}

export async function changeRecordedReply(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: recordedReply,
    dates: ["received.day"],
    give: (actor, reply, { ref }) => named(ref, () => reviseRecordedReply(actor, { ...ref, reply })),
    next: page,
    theirs: recordedReplyFields,
  });
}

export async function sendRecordedReply(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => named(ref, () => publishReply(actor, ref)),
    next: page,
  });
}

export async function dropRecordedReply(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => named(ref, () => discardReply(actor, { id: ref.id })),
    next: page,
  });
}

/** A party answers through its private link. Nobody is signed in. */
export async function sendAnswer(_before: FormState, form: FormData): Promise<FormState> {
  return receive(form, {
    schema: sentReply,
    give: (reply, network) => sendReply(reply, network),
    next: (_value, { token }) => `/reply/${token}?sent=1`,
  });
}
