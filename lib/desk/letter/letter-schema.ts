import { z } from "zod";
import { email } from "../../core/email-schema.ts";
import { plainText } from "../../core/language/language-schema.ts";

/** A heading is one line: a line break in it would be the beginning of another header. */
export const letterSchema = z.strictObject({
  to: email,
  subject: plainText(200).refine((text) => !/[\n\t]/.test(text), { error: "invisible-characters" }),
  text: plainText(20_000),
});
