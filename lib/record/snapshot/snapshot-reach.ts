import { type Actor, atLeast, reachOf } from "../../core/actor.ts";

/**
 * What an actor may see of copies: a `where` for a snapshot. A public source may have copies that are not, and of a public
 * copy the public may have excerpts alone; so the reach is the copy's own. A contributor sees the copies they have handed
 * in or asked for themselves, and those that every reader has whole, of sources within reach. An e-mail is never among the
 * latter: the desk shows its headers as they came.
 */
export const copyReachOf = (actor: Pick<Actor, "id" | "role">) =>
  atLeast(actor, "journalist")
    ? {}
    : {
        source: reachOf(actor),
        OR: [
          { createdBy: actor.id },
          { captures: { some: { requestedBy: actor.id } } },
          { publishedAt: { not: null }, showing: "whole" as const, message: null },
        ],
      };

/** The same for attempts to take a copy: what was found says what the copy says. */
export const captureReachOf = (actor: Actor) =>
  atLeast(actor, "journalist") ? {} : { source: reachOf(actor), requestedBy: actor.id };
