import { z } from "zod";
import { ROLES } from "../auth/actor.ts";
import { id, plainText } from "../language/language-schema.ts";

/** RFC 5321 §4.5.3.1.3: what fits between the angle brackets. */
const LONGEST_EMAIL = 254;

/**
 * An e-mail address in the one spelling we keep: NFC, in lower case. Only plain characters: look-alikes of letters and
 * of the at sign are refused instead of guessed at.
 */
export const email = z
  .string()
  .transform((text) => text.normalize("NFC").trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, { error: "empty" })
      .max(LONGEST_EMAIL, { error: "too-long" })
      .refine((text) => z.regexes.html5Email.test(text) && /\.[a-z0-9-]*[a-z][a-z0-9-]*$/.test(text), {
        error: "not-an-email",
      }),
  );

/** How somebody is named: one line. */
const line = (max: number) =>
  plainText(max).refine((text) => !/[\n\t]/.test(text), { error: "invisible-characters" });

export const role = z.enum(ROLES);

const named = { name: line(120), byline: z.strictObject({ sv: line(120), en: line(120) }) };

/** A password is taken as it was typed; lib/auth/password-rules.ts judges it. */
const newPassword = { password: z.string() };

export const memberProfile = z.strictObject(named);

/** Somebody who has a link and becomes a member by it. The e-mail and role stand in the invitation, not here. */
export const newMember = z.strictObject({ ...named, ...newPassword });

/** The first administrator has no invitation to stand in. */
export const firstMember = z.strictObject({ email, ...named, ...newPassword });

export const passwordOnly = z.strictObject(newPassword);
export const emailOnly = z.strictObject({ email });
export const memberRole = z.strictObject({ id, role });

export type MemberProfile = z.output<typeof memberProfile>;
export type NewMember = z.output<typeof newMember>;
export type FirstMember = z.output<typeof firstMember>;
