"use server";
import { refused } from "../../core/result.ts";
import type { FormState } from "../../desk/form/form.ts";
import { idIn } from "../../desk/form/form-schema.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { keepAttachment, keepUpload, requestCapture } from "./capture-commands.ts";
import { messageOf } from "./capture-desk-queries.ts";
import { keepFromMessage } from "./capture-file.ts";
import { keptAttachment, newCapture } from "./capture-schema.ts";
import { readUpload } from "./capture-upload.ts";

/** Asks for the page of a source to be fetched, the first time or anew. */
export async function fetchCopyNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newCapture,
    give: (actor, capture) => requestCapture(actor, capture),
    next: () => `/desk/sources/${idIn(form, "sourceId")}`,
  });
}

/** Keeps a file that was handed in as a copy of a source. What was not kept of it stands on the source's page. */
export async function uploadCopy(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newCapture,
    file: { name: "file", read: readUpload },
    give: async (actor, { sourceId }, _sent, file) =>
      file ? keepUpload(actor, { sourceId, ...file }) : refused("no-file", "file"),
    next: ({ sourceId }) => `/desk/sources/${sourceId}`,
  });
}

/** Keeps one of what an e-mail brought that was turned away or left out when it came. */
export async function keepAttachmentNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: keptAttachment,
    give: async (actor, { captureId, index }) => {
      const message = await messageOf(actor, captureId);
      if (!message) return refused("unknown-attachment");
      const read = await keepFromMessage(message.sha256, index, message.capturedAt);
      return read.ok ? keepAttachment(actor, { captureId, index, attachment: read.value.copy }) : read;
    },
    next: ({ sourceId }) => `/desk/sources/${sourceId}`,
  });
}
