/** Who acts. Commands take an Actor and check it themselves, so a page, a job and an import pass the same gate. */
import type { Bilingual } from "../language/language.ts";

export const ROLES = ["contributor", "journalist", "editor", "administrator"] as const;
export type Role = (typeof ROLES)[number];

declare const minted: unique symbol;

export interface Actor {
  /** Stable and opaque; never shown in public. */
  readonly id: string;
  readonly role: Role;
  /** How the actor is named on a published verdict. */
  readonly byline: Bilingual;
  readonly [minted]: true;
}

/**
 * Makes an actor. Only what has checked who asks may call it: the session, the command line's operator, the seed.
 * The brand is what a command trusts.
 */
export function mintActor(actor: { id: string; role: Role; byline: Bilingual }): Actor {
  return actor as Actor;
}

/** Roles are ranks: an editor may do what a journalist may. */
export const atLeast = (actor: Actor, role: Role): boolean =>
  ROLES.indexOf(actor.role) >= ROLES.indexOf(role);
