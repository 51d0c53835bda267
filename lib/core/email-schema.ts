import { z } from "zod";

/** RFC 5321 §4.5.3.1.3: what fits between the angle brackets. */
const LONGEST_EMAIL = 254;

/**
 * An e-mail address in the one spelling we keep: NFC, in lower case. Only plain characters: look-alikes of letters and
 * of the at sign are refused instead of guessed at.
 */
export const email = z
  .string()
  .transform((text) =>
    text
      .replaceAll(/^[\p{Cf}\s]+|[\p{Cf}\s]+$/gu, "")
      .normalize("NFC")
      .toLowerCase(),
  )
  .pipe(
    z
      .string()
      .min(1, { error: "empty" })
      .max(LONGEST_EMAIL, { error: "too-long" })
      .refine((text) => z.regexes.html5Email.test(text) && /\.[a-z0-9-]*[a-z][a-z0-9-]*$/.test(text), {
        error: "not-an-email",
      }),
  );
