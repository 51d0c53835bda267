"use server";
import type { FormState } from "../../desk/form/form.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { discardDraft } from "./draft-commands.ts";
import { draftToDiscard } from "./draft-schema.ts";

/** Any kind of draft, with what the page has said goes along; the form says which, and where to go then. */
export async function discard(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: draftToDiscard,
    give: (actor, draft) => discardDraft(actor, draft),
    next: (_discarded, sent) => ({
      to: /^\/desk\/[a-z0-9/-]+$/.test(sent.next) ? sent.next : "/desk/disputes",
      note: "discarded",
    }),
  });
}
