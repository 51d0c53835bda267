"use server";
import type { FormState } from "../../desk/form/form.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { publishImprint } from "./imprint-commands.ts";
import { imprintNow } from "./imprint-desk-queries.ts";
import { newImprint } from "./imprint-schema.ts";

/** Publishes the next version at once. The revision it began from is the version that stands. */
export async function saveImprint(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: newImprint,
    give: (actor, imprint, { ref }) => publishImprint(actor, { begunFrom: ref.revision, imprint }),
    next: () => "/desk/settings",
    theirs: (actor) => imprintNow(actor),
  });
}
