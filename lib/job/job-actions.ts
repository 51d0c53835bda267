"use server";
import type { FormState } from "../form/form.ts";
import { submit } from "../form/form-submit.ts";
import { repeatJob } from "./job-repeat-commands.ts";
import { jobRef } from "./job-schema.ts";

/** Takes up a parked job. */
export async function repeatParkedJob(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: jobRef,
    give: (actor, job) => repeatJob(actor, job),
    next: () => ({ note: "asked" }),
  });
}
