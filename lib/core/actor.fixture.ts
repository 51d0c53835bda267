/** Those who act in tests of commands: signed in with a second factor a moment ago. None of them is a row. */
import { type Actor, mintActor, type Role } from "./actor.ts";

/** Any further person of a role; `key` makes the id, so that the same key is the same person. */
export function actorFor(key: string, role: Role, secondFactor = true): Actor {
  const id = `00000000-0000-7000-8000-${Buffer.from(key).toString("hex").slice(0, 12).padStart(12, "0")}`;
  return mintActor({
    id,
    role,
    byline: { sv: `Testperson ${key}`, en: `Test person ${key}` },
    secondFactor,
    // Until the last moment that a Date can name.
    session: { id, freshUntil: new Date(8.64e15) },
  });
}

export const contributor = actorFor("bidrag", "contributor");
export const journalist = actorFor("skribe", "journalist");
export const otherJournalist = actorFor("skriv2", "journalist");
export const editor = actorFor("redakt", "editor");
export const otherEditor = actorFor("redak2", "editor");
export const administrator = actorFor("admini", "administrator");
