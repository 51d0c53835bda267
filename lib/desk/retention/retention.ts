/** How long the desk keeps what it does not need for the record. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds, each with its reason. docs/operations.md has the same table in words. */
export const KEPT = {
  /**
   * The e-mail a reader left with an objection or a tip, from when it was decided: long enough for a question back, and
   * for telling them of a correction that comes of it.
   */
  contact: 90 * DAY,
  /** The key of a form that was sent. A retry after a lost answer comes within minutes; a day is the usage of the field. */
  formKey: DAY,
  /** Tries that were counted. The longest count is fifteen minutes (lib/desk/limit). */
  attempt: HOUR,
  /** A used code of an app: it could be typed again for a minute and a half. Used backup codes are kept: they never end. */
  usedCode: DAY,
  /** What somebody typed and did not send: after a month it is forgotten work, and may be about people. */
  typed: 30 * DAY,
  /** A file that came with a form which was not taken, until the form comes again: as long as its key. */
  handedIn: DAY,
  /** A link or challenge, from when it stopped being good. */
  spentLink: DAY,
  /** A session, as long as it opens something: the same as SESSION (lib/desk/auth/session.ts), which says why. */
  session: { idle: 8 * HOUR, whole: 7 * DAY, halfway: 10 * MINUTE },
} as const;
