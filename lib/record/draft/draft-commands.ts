import "server-only";
import { ownOf } from "../../core/actor.ts";
import { command } from "../../core/command.ts";
import { refusalOf, sqlStateOf, type Transaction } from "../../core/db.ts";
import { done, refused } from "../../core/result.ts";
import type { Discardable } from "./draft.ts";
import type { DraftToDiscard } from "./draft-schema.ts";

/**
 * Throws a draft away, with the parts that are nothing without it; contributors their own. What anything else rests on
 * stays: the database knows what does (ON DELETE RESTRICT), so no list of it is kept here. The history remembers the
 * words.
 */
export const discardDraft = command(
  { name: "draft.discard", role: "contributor" },
  async (tx, actor, { table, id }: DraftToDiscard) => {
    const { look, remove } = TABLES[table];
    const draft = await look(tx, id);
    const { createdBy = draft?.createdBy } = ownOf(actor);
    if (!draft || draft.createdBy !== createdBy) return refused("unknown-draft");
    if (draft.publishedAt) return refused("already-published");
    try {
      const { count } = await remove(tx, { id, publishedAt: null });
      return count === 1 ? done({ id }) : refused("first-wording");
    } catch (error) {
      if (isHeld(error)) return refused("still-needed");
      throw error;
    }
  },
);

/** What PostgreSQL answers when a row is thrown away that another names: restrict_violation, foreign_key_violation. */
const FOREIGN_KEY = ["23001", "23503"];

const isHeld = (error: unknown) =>
  refusalOf(error) === "unknown-reference" || FOREIGN_KEY.includes(sqlStateOf(error) ?? "");

interface Table {
  readonly look: (
    tx: Transaction,
    id: string,
  ) => Promise<{ createdBy: string; publishedAt: Date | null } | null>;
  readonly remove: (tx: Transaction, draft: { id: string; publishedAt: null }) => Promise<{ count: number }>;
}

/** The first wording goes with what it words. */
const later = { version: { gt: 1 } };

const TABLES: Record<Discardable, Table> = {
  dispute: {
    look: (tx, id) => tx.dispute.findUnique({ where: { id } }),
    remove: async (tx, draft) => {
      await tx.disputeWording.deleteMany({ where: { disputeId: draft.id, publishedAt: null } });
      return tx.dispute.deleteMany({ where: draft });
    },
  },
  disputeWording: {
    look: (tx, id) => tx.disputeWording.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.disputeWording.deleteMany({ where: { ...draft, ...later } }),
  },
  party: {
    look: (tx, id) => tx.party.findUnique({ where: { id } }),
    remove: async (tx, draft) => {
      const parts = { where: { partyId: draft.id, publishedAt: null } };
      await tx.partyIdentifier.deleteMany(parts);
      await tx.partyRole.deleteMany(parts);
      await tx.partyWording.deleteMany(parts);
      return tx.party.deleteMany({ where: draft });
    },
  },
  partyWording: {
    look: (tx, id) => tx.partyWording.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.partyWording.deleteMany({ where: { ...draft, ...later } }),
  },
  partyRole: {
    look: (tx, id) => tx.partyRole.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.partyRole.deleteMany({ where: draft }),
  },
  partyIdentifier: {
    look: (tx, id) => tx.partyIdentifier.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.partyIdentifier.deleteMany({ where: draft }),
  },
  claim: {
    look: (tx, id) => tx.claim.findUnique({ where: { id } }),
    remove: async (tx, draft) => {
      const parts = { where: { claimId: draft.id, publishedAt: null } };
      await tx.interest.deleteMany(parts);
      await tx.notConcerned.deleteMany(parts);
      await tx.claimWording.deleteMany(parts);
      return tx.claim.deleteMany({ where: draft });
    },
  },
  claimWording: {
    look: (tx, id) => tx.claimWording.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.claimWording.deleteMany({ where: { ...draft, ...later } }),
  },
  notConcerned: {
    look: (tx, id) => tx.notConcerned.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.notConcerned.deleteMany({ where: draft }),
  },
  appearance: {
    look: (tx, id) => tx.appearance.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.appearance.deleteMany({ where: draft }),
  },
  relation: {
    look: (tx, id) => tx.relation.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.relation.deleteMany({ where: draft }),
  },
  source: {
    look: (tx, id) => tx.source.findUnique({ where: { id } }),
    remove: async (tx, draft) => {
      await tx.sourceEdge.deleteMany({ where: { fromId: draft.id, publishedAt: null } });
      return tx.source.deleteMany({ where: draft });
    },
  },
  sourceEdge: {
    look: (tx, id) => tx.sourceEdge.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.sourceEdge.deleteMany({ where: draft }),
  },
  evidence: {
    look: (tx, id) => tx.evidence.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.evidence.deleteMany({ where: draft }),
  },
  event: {
    look: (tx, id) => tx.event.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.event.deleteMany({ where: draft }),
  },
  falsifier: {
    look: (tx, id) => tx.falsifier.findUnique({ where: { id } }),
    remove: async (tx, draft) => {
      const parts = { where: { falsifierId: draft.id, publishedAt: null } };
      await tx.falsifierState.deleteMany(parts);
      await tx.claimFalsifier.deleteMany(parts);
      return tx.falsifier.deleteMany({ where: draft });
    },
  },
  falsifierState: {
    look: (tx, id) => tx.falsifierState.findUnique({ where: { id } }),
    remove: (tx, draft) => tx.falsifierState.deleteMany({ where: draft }),
  },
};
