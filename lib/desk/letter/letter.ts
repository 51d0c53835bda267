/** What went wrong with a letter, as far as what the mail server said can be told in plain words. */
export const TROUBLES = ["recipient", "away", "sign-in", "certificate", "later", "refused", "other"] as const;
export type Trouble = (typeof TROUBLES)[number];

/** RFC 5321 §4.2.3: the replies that are about a mailbox, and RFC 3463's for the same. */
const RECIPIENT = /\b(?:550|551|553)\b|\b5\.1\.\d+\b|no such user|user unknown|unknown user/i;
const SIGN_IN = /\b53[045]\b|\b5\.7\.8\b|invalid login|authentication/i;
const AWAY =
  /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ESOCKET|time[d ]?-?out|greeting never received|connection closed|socket (?:closed|hang up)/i;
const CERTIFICATE = /certificate|self[- ]signed|altnames|\bTLS\b|\bSSL\b/i;

/**
 * @param error - the line the mail server or the connection to it left, as letter-send-commands.ts keeps it
 */
export function troubleOf(error: string): Trouble {
  if (CERTIFICATE.test(error)) return "certificate";
  if (SIGN_IN.test(error)) return "sign-in";
  if (RECIPIENT.test(error)) return "recipient";
  if (AWAY.test(error)) return "away";
  if (/\b4\d\d[ -]/.test(error)) return "later";
  return /\b5\d\d[ -]/.test(error) ? "refused" : "other";
}
