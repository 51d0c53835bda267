"use server";
import type { FormState } from "../../desk/form/form.ts";
import { submit } from "../../desk/form/form-submit-request.ts";
import { jobRef } from "../../desk/job/job-schema.ts";
import { repeatJob } from "./work-repeat-commands.ts";

/** Takes up a parked job. */
export async function repeatParkedJob(_before: FormState, form: FormData): Promise<FormState> {
  return submit(form, {
    schema: jobRef,
    give: (actor, job) => repeatJob(actor, job),
    next: () => ({ note: "asked" }),
  });
}
