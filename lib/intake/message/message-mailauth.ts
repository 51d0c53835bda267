/**
 * The one door to what mailauth does not promise. Its verifier of signatures is imported by its own path, so that the parts of
 * the library that fetch are not loaded; and why a signature does not verify it says in English, which is read here as if
 * it were a code. What of this has changed, message-mailauth-check.ts finds at every start.
 */
export type { DKIMResult } from "mailauth";
export { dkimVerify } from "mailauth/lib/dkim/verify.js";

/** The comments that mean something to us. */
export const COMMENTS = [
  "body hash did not verify",
  "bad signature",
  "expired",
  "From field not signed",
  "unknown algorithm",
  "no key",
  "unknown key version",
  "unknown key type",
  "invalid public key",
  "inappropriate hash algorithm",
  "inappropriate key algorithm",
  "key not for email",
] as const;
export type Comment = (typeof COMMENTS)[number];

/** What `policy["dkim-rules"]` may say. */
export const RULES = ["weak-key", "weak-algorithm"] as const;
