"use server";
import { z } from "zod";
import type { FormState } from "../form/form.ts";
import { submit } from "../form/form-submit.ts";
import { id } from "../language/language-schema.ts";
import { requestRecheck } from "./recheck-commands.ts";

/** Has the page of a source looked at now. */
export async function lookNow(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: z.strictObject({ sourceId: id }),
    give: (actor, source) => requestRecheck(actor, source),
    next: () => ({ note: "looking" }),
  });
}
