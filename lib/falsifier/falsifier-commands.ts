import "server-only";
import type { Actor } from "../auth/actor.ts";
import { columns, draft } from "../draft.ts";
import type { NewFalsifier } from "./falsifier-schema.ts";

/** Names a document or an answer that would change the verdicts on some claims. */
export const addFalsifier = (actor: Actor, { text, heldBy, claimIds, ...falsifier }: NewFalsifier) =>
  draft(actor, "journalist", (tx) =>
    tx.falsifier.create({
      data: {
        ...falsifier,
        ...columns("text", text),
        ...columns("heldBy", heldBy),
        createdBy: actor.id,
        claims: { create: claimIds.map((claimId) => ({ claimId, createdBy: actor.id })) },
      },
    }),
  );
