/** How long a session lasts. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a session lasts, ms (docs/decisions/0011-accounts.md). */
export const SESSION = {
  /** Without a request. */
  idle: 8 * HOUR,
  /** From signing in, whatever happens. */
  whole: 7 * 24 * HOUR,
  /** From the right password to the second factor. */
  halfway: 10 * MINUTE,
  /** For how long having signed in, or having proved it again, is enough to change how one signs in. */
  fresh: 5 * MINUTE,
} as const;
