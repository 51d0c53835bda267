import { z } from "zod";
import { id } from "../../core/language/language-schema.ts";
import { JOB_KINDS, type JobKind } from "./job.ts";

/** Names a job at the desk. */
export const jobRef = z.strictObject({ kind: z.enum(JOB_KINDS as [JobKind, ...JobKind[]]), id });
