/**
 * What happens to accounts, as one line of JSON each on standard output. Never an e-mail address, a token, a code or a
 * whole network address: whoever reads the log must not be able to sign in with it, nor learn who read what where.
 */
import { clock } from "../../core/clock.ts";
import { networkPrefix } from "./network.ts";

export type SecurityEvent =
  | "sign-in"
  | "second-factor"
  | "sign-out"
  | "proved-again"
  | "locked"
  | "first-administrator"
  | "invited"
  | "invitation-taken-back"
  | "invitation-accepted"
  | "password-changed"
  | "reset-link-made"
  | "password-reset"
  | "e-mail-changed"
  | "second-factor-on"
  | "second-factor-off"
  | "backup-codes-made"
  | "passkey-added"
  | "passkey-removed"
  | "sessions-ended"
  | "role-changed"
  | "member-disabled"
  | "member-enabled";

export interface SecurityFacts {
  readonly result: "ok" | "refused";
  /** Why it was refused, or by what means it went well; one of our own words. */
  readonly how?: string;
  /** Whose account, by id. */
  readonly member?: string;
  /** Who did it, where that is somebody else. */
  readonly by?: string;
  /** The visitor's address; only its prefix is written. */
  readonly address?: string;
}

/** @param now - when it happened */
export function logSecurity(event: SecurityEvent, facts: SecurityFacts, now: Date = clock.now()): void {
  const { address, ...rest } = facts;
  const network = address === undefined ? undefined : networkPrefix(address);
  // JSON escapes line breaks and control characters: one event is one line.
  console.log(JSON.stringify({ at: now.toISOString(), security: event, ...rest, network }));
}
