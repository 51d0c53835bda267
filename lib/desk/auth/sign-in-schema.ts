import { z } from "zod";

/** Nothing about the e-mail or the password is judged here: a stranger learns no rules from signing in. */
export const signInForm = z.strictObject({
  email: z.string(),
  password: z.string(),
  next: z.string().default(""),
});
export const codeForm = z.strictObject({ code: z.string().max(100), next: z.string().default("") });
export const againForm = z.strictObject({ password: z.string(), next: z.string().default("") });
/** Blank is none. */
export const maybeCode = z.strictObject({ code: z.string().max(100).optional() });
