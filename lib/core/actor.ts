/** Who acts. Commands take an Actor and check it themselves, so a page, a job and an import pass the same gate. */
import type { Bilingual } from "./language/language.ts";

export const ROLES = ["contributor", "journalist", "editor", "administrator"] as const;
export type Role = (typeof ROLES)[number];

declare const minted: unique symbol;

export interface Actor {
  /** Stable and opaque; never shown in public. */
  readonly id: string;
  readonly role: Role;
  /** How the actor is named on a published verdict. */
  readonly byline: Bilingual;
  /** Whether this sign-in was proved by a second factor or a passkey: without it nothing can be published. */
  readonly secondFactor: boolean;
  /** Writes the records the product ships with, before there is anybody who could answer for them. */
  readonly founding?: true;
  /** Belagt itself, at a job (lib/desk/job): what it finds only it may enter. */
  readonly isWorker?: true;
  /** Acts through the pages of the desk: what it publishes, one of them has shown it (lib/record/seen). */
  readonly readsPages?: true;
  /** The sign-in it acts through. None for the command line's operator and the seed. */
  readonly session?: ActorSession;
  readonly [minted]: true;
}

export interface ActorSession {
  readonly id: string;
  /** Until then the member counts as having just proved who they are. */
  readonly freshUntil: Date;
}

/**
 * Makes an actor. Only what has checked who asks may call it: the session, the command line's operator, the seed.
 * The brand is what a command trusts.
 */
export function mintActor(actor: Omit<Actor, typeof minted>): Actor {
  return actor as Actor;
}

/** Roles are ranks: an editor may do what a journalist may. */
export const atLeast = (actor: Pick<Actor, "role">, role: Role): boolean =>
  ROLES.indexOf(actor.role) >= ROLES.indexOf(role);

/** Whether an actor may give what takes this role at least; what only the worker may, no person may. */
export const mayGive = (actor: Actor, role: Role | "worker"): boolean =>
  role === "worker" ? actor.isWorker === true : atLeast(actor, role);

/** What an actor may see: a contributor what is public and their own drafts, everybody else all of it. */
export const reachOf = (actor: Pick<Actor, "id" | "role">) =>
  atLeast(actor, "journalist") ? {} : { OR: [{ publishedAt: { not: null } }, { createdBy: actor.id }] };

/** What limits an actor's reach among drafts: contributors see and change their own, everybody else all of them. */
export const ownOf = (actor: Actor): { createdBy?: string } =>
  atLeast(actor, "journalist") ? {} : { createdBy: actor.id };

/** What changes how somebody signs in asks for it: a browser left open is not enough. */
export const isFresh = (actor: Actor, now: Date): boolean =>
  actor.session !== undefined && now < actor.session.freshUntil;
