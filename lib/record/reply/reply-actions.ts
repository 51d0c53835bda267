"use server";
import { newToken, tokenHash } from "../../desk/auth/token.ts";
import type { FormState } from "../../desk/form/form.ts";
import { receive } from "../../desk/form/form-receive-request.ts";
import { nothingMore } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { changesFor } from "../seen/seen-desk-queries.ts";
import { oneRow } from "../seen/seen-queries.ts";
import {
  declineReply,
  discardDeclining,
  discardReply,
  proposeDeclining,
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
import { askingFields, recordedReplyFields, requestFields } from "./reply-form-desk-queries.ts";
import { addReplyLink, linkAddress, type MadeLink, revokeReplyLink } from "./reply-link-commands.ts";
import { decliningShown, questionShown } from "./reply-queries.ts";
import {
  declinedReply,
  newAsking,
  newReplyRequest,
  recordedReply,
  replyRequestWords,
  sentReply,
} from "./reply-schema.ts";

const page = ({ id }: { id: string }) => `/desk/requests/${id}`;

/** Names a party that a claim concerns, or says why it is not asked. */
export async function saveNewRequest(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newReplyRequest,
    give: (actor, request) => openReplyRequest(actor, request),
    next: page,
  });
}

/** Changes that before it is public. */
export async function saveRequest(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: replyRequestWords,
    give: (actor, words, { ref }) => reviseReplyRequest(actor, { ...ref, words }),
    next: page,
    theirs: requestFields,
  });
}

/** Says in public that a party is not asked, and why. */
export async function publishRequestNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref, seen }) => publishReplyRequest(actor, { ...ref, seen }),
    changes: (actor, sent, _input, locale) =>
      changesFor(actor, sent, oneRow("ReplyRequest", sent.ref.id), locale),
    next: page,
  });
}

/** Writes the question, or changes it before it is put. */
export async function saveQuestion(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newAsking,
    dates: ["deadline.day"],
    give: (actor, asking, { ref }) => draftAsking(actor, { ...ref, asking }),
    next: page,
    theirs: askingFields,
  });
}

/**
 * The link is shown where it was made, once: what remembers that the form was sent keeps the answer, and so must not
 * have the token in it. A form that is sent again made another token, which opens nothing.
 */
const shown = ({ hash, letter, language }: MadeLink, token: string) => {
  if (letter === "sent") return { note: "sent" };
  if (hash !== tokenHash(token)) return { note: "before" };
  return { note: letter ?? "hand-over", detail: linkAddress(token, language) };
};

/** Asks the party: from then on the question and its deadline are public. */
export async function putQuestion(_before: FormState, form: FormData): Promise<FormState> {
  const token = newToken();
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref, seen }) => ask(actor, { ...ref, token, seen }),
    changes: (actor, sent, _input, locale) => changesFor(actor, sent, questionShown(sent.ref.id), locale),
    next: (made) => shown(made, token),
  });
}

/** Makes another link to a question that has been put. */
export async function makeNewLink(_before: FormState, form: FormData): Promise<FormState> {
  const token = newToken();
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => addReplyLink(actor, { requestId: ref.id, token }),
    next: (made) => shown(made, token),
  });
}

/** From then on the link opens nothing. */
export async function revokeLink(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => revokeReplyLink(actor, { id: ref.id }),
    next: page,
  });
}

/** Publishes an answer as it came through a link. */
export async function publishSentReplyNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref, seen }) => publishSentReply(actor, { id: ref.id, seen }),
    changes: (actor, sent, _input, locale) =>
      changesFor(actor, sent, oneRow("SubmittedReply", sent.ref.id), locale),
    next: page,
  });
}

/** Proposes not to publish an answer that came through a link, with the reason for readers. */
export async function declineSentAnswer(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: declinedReply,
    give: (actor, { reason }, { ref }) => proposeDeclining(actor, { id: ref.id, isSent: true, reason }),
    next: page,
  });
}

/** The same for an answer that the desk wrote down. */
export async function declineRecordedAnswer(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: declinedReply,
    give: (actor, { reason }, { ref }) => proposeDeclining(actor, { id: ref.id, isSent: false, reason }),
    next: page,
  });
}

/** Says in public that an answer is not published, and why. */
export async function declineNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref, seen }) => declineReply(actor, { id: ref.id, seen }),
    changes: (actor, sent, _input, locale) => changesFor(actor, sent, decliningShown(sent.ref.id), locale),
    next: page,
  });
}

/** Throws away the proposal to do so. */
export async function throwAwayDeclining(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => discardDeclining(actor, { id: ref.id }),
    next: page,
  });
}

/** Writes down an answer that came another way. */
export async function saveNewReply(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: recordedReply,
    dates: ["received.day"],
    give: (actor, reply, { ref }) => recordReply(actor, { requestId: ref.id, reply }),
    next: (_made, { ref }) => page(ref),
  });
}

/** Changes what was written down, before it is public. */
export async function saveReply(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: recordedReply,
    dates: ["received.day"],
    give: (actor, reply, { ref }) => reviseRecordedReply(actor, { ...ref, reply }),
    next: page,
    theirs: recordedReplyFields,
  });
}

/** Publishes an answer that the desk wrote down. */
export async function publishReplyNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref, seen }) => publishReply(actor, { ...ref, seen }),
    changes: (actor, sent, _input, locale) => changesFor(actor, sent, oneRow("Reply", sent.ref.id), locale),
    next: page,
  });
}

/** Throws away what was written down. */
export async function throwAwayReply(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: nothingMore,
    give: (actor, _nothing, { ref }) => discardReply(actor, { id: ref.id }),
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
