import "server-only";
import { columns } from "../../core/columns.ts";
import { asBegun, command, created, type DraftRef, revised } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import { refused } from "../../core/result.ts";
import type { NewFalsifier, NewFalsifierState } from "./falsifier-schema.ts";

/** Names a document or an answer that would change the verdicts on some claims. Without a place it comes last. */
export const addFalsifier = command(
  { name: "falsifier.add", role: "journalist" },
  async (tx, actor, { text, heldBy, claimIds, position, ...falsifier }: NewFalsifier) => {
    const { disputeId } = falsifier;
    if (!(await areOfDispute(tx, disputeId, claimIds))) return refused("unknown-reference", "claimIds");
    const { _max } = await tx.falsifier.aggregate({ where: { disputeId }, _max: { position: true } });
    return created(
      tx.falsifier.create({
        data: {
          ...falsifier,
          position: position ?? (_max.position ?? -1) + 1,
          ...columns("text", text),
          ...columns("heldBy", heldBy),
          createdBy: actor.id,
          claims: { create: claimIds.map((claimId) => ({ claimId, createdBy: actor.id })) },
        },
      }),
    );
  },
);

/** Changes a draft falsifier, and which claims it is about. */
export const reviseFalsifier = command(
  { name: "falsifier.revise", role: "journalist" },
  async (tx, actor, { falsifier, ...ref }: DraftRef & { falsifier: NewFalsifier }) => {
    const { text, heldBy, claimIds, disputeId, holderId, position } = falsifier;
    if (!(await areOfDispute(tx, disputeId, claimIds))) return refused("unknown-reference", "claimIds");
    const result = await revised(
      ref,
      tx.falsifier.updateMany({
        where: { ...asBegun(ref), disputeId },
        data: {
          holderId,
          position: position ?? undefined,
          ...columns("text", text),
          ...columns("heldBy", heldBy),
          revision: { increment: 1 },
        },
      }),
      () => tx.falsifier.findUnique({ where: { id: ref.id } }),
    );
    if (!result.ok) return result;
    const falsifierId = ref.id;
    await tx.claimFalsifier.deleteMany({
      where: { falsifierId, claimId: { notIn: claimIds }, publishedAt: null },
    });
    await tx.claimFalsifier.createMany({
      data: claimIds.map((claimId) => ({ falsifierId, claimId, createdBy: actor.id })),
      skipDuplicates: true,
    });
    return result;
  },
);

/** Says what became of it: asked for, refused, received. */
export const noteFalsifier = command(
  { name: "falsifier.note", role: "journalist" },
  (tx, actor, { note, ...state }: NewFalsifierState) =>
    created(tx.falsifierState.create({ data: { ...state, ...columns("note", note), createdBy: actor.id } })),
);

const areOfDispute = async (tx: Transaction, disputeId: string, claimIds: readonly string[]) =>
  (await tx.claim.count({ where: { id: { in: [...claimIds] }, disputeId } })) === new Set(claimIds).size;
