import "server-only";
import type { Actor } from "../auth/actor.ts";
import { columns, draft } from "../draft.ts";
import type { NewParty, NewPartyRole } from "./party-schema.ts";

/** Adds a party with the first version of its name. Refuses a taken slug and an unknown body. */
export const addParty = (actor: Actor, party: NewParty) =>
  draft(actor, "journalist", (tx) =>
    tx.party.create({
      data: {
        slug: party.slug,
        kind: party.kind,
        partOfId: party.partOfId,
        createdBy: actor.id,
        wordings: {
          create: {
            version: 1,
            ...columns("name", party.name),
            ...columns("description", party.description),
            createdBy: actor.id,
          },
        },
      },
    }),
  );

/** Gives a party its role, at the time, in a dispute. */
export const givePartyRole = (actor: Actor, { title, says, ...role }: NewPartyRole) =>
  draft(actor, "journalist", (tx) =>
    tx.partyRole.create({
      data: { ...role, ...columns("title", title), ...columns("says", says), createdBy: actor.id },
    }),
  );
