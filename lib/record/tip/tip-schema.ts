import { z } from "zod";
import { email } from "../../core/email-schema.ts";
import { LOCALES } from "../../core/language/language.ts";
import { id, plainText, slug, webAddress } from "../../core/language/language-schema.ts";

/** What a reader suggests. The claim or dispute is where the link stood that they followed. */
export const newTip = z.strictObject({
  text: plainText(4000),
  url: webAddress.nullable(),
  contact: email.nullable(),
  /** Slugs. */
  claim: slug.nullable(),
  dispute: slug.nullable(),
  /** The page's. */
  language: z.enum(LOCALES),
});
export type NewTip = z.output<typeof newTip>;

/** What the desk does with it, and why when that is nothing. */
export const tipDecision = z
  .strictObject({
    tipId: id,
    decision: z.enum(["taken_up", "set_aside"]),
    note: plainText(1000).nullable(),
  })
  .refine(({ decision, note }) => decision === "taken_up" || note !== null, {
    error: "note-why-set-aside",
    path: ["note"],
  });
export type TipDecided = z.output<typeof tipDecision>;
