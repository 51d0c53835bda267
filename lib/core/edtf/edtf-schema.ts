import { z } from "zod";
import { parseEdtf } from "./edtf.ts";

/** An EDTF string of the profile in edtf.ts. */
export const edtfText = z
  .string()
  .max(60, { error: "not-edtf" })
  .superRefine((text, context) => {
    const result = parseEdtf(text);
    if (!result.ok) context.addIssue({ code: "custom", message: result.reason });
  });
