"use server";
import { z } from "zod";
import { id } from "../../core/language/language-schema.ts";
import type { FormState } from "../../desk/form/form.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { requestRecheck } from "./recheck-commands.ts";

/** Has the page of a source looked at now. */
export async function lookNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: z.strictObject({ sourceId: id }),
    give: (actor, source) => requestRecheck(actor, source),
    next: () => ({ note: "looking" }),
  });
}
