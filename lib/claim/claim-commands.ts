import "server-only";
import type { Actor } from "../auth/actor.ts";
import { columns, draft } from "../draft.ts";
import type { NewClaim, NewRelation } from "./claim-schema.ts";

/** Adds a claim with the first version of its wording and what each named party gains from it. */
export const addClaim = (actor: Actor, { text, short, restatedBy, interests, ...claim }: NewClaim) =>
  draft(actor, "journalist", (tx) =>
    tx.claim.create({
      data: {
        ...claim,
        createdBy: actor.id,
        wordings: {
          create: {
            version: 1,
            ...columns("text", text),
            ...columns("short", short),
            ...columns("restatedBy", restatedBy),
            createdBy: actor.id,
          },
        },
        interests: { create: interests.map((interest) => ({ ...interest, createdBy: actor.id })) },
      },
    }),
  );

/** Says how one claim bears on another. */
export const relateClaims = (actor: Actor, relation: NewRelation) =>
  draft(actor, "journalist", (tx) => tx.relation.create({ data: { ...relation, createdBy: actor.id } }));
