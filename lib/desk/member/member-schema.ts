import { z } from "zod";
import { ROLES } from "../../core/actor.ts";
import { email } from "../../core/email-schema.ts";
import { id, plainLine } from "../../core/language/language-schema.ts";

/** How somebody is named: one line. */
const line = plainLine;

export const role = z.enum(ROLES);

const named = { name: line(120), byline: z.strictObject({ sv: line(120), en: line(120) }) };

/** A password is taken as it was typed; lib/desk/auth/password-rules.ts judges it. */
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
