import "server-only";
import { columns } from "../../core/columns.ts";
import { asBegun, command, created, type DraftRef, revised, reworded } from "../../core/command.ts";
import { freeSlug, slugFrom } from "../../core/language/slug.ts";
import { refused } from "../../core/result.ts";
import type {
  ClaimNature,
  ClaimWords,
  NewClaim,
  NewInterest,
  NewNotConcerned,
  NewRelation,
} from "./claim-schema.ts";

const words = ({ text, short, restatedBy }: ClaimWords) => ({
  ...columns("text", text),
  ...columns("short", short),
  ...columns("restatedBy", restatedBy),
});

/**
 * Adds a claim with the first version of its wording and what each named party gains from it. Without a number it gets
 * the next one of its dispute.
 */
export const addClaim = command(
  { name: "claim.add", role: "journalist" },
  async (tx, actor, { text, short, restatedBy, interests, number, slug, ...claim }: NewClaim) => {
    // One at a time in a dispute: two that are added at once get two numbers.
    await tx.$queryRaw`SELECT 1 FROM "Dispute" WHERE "id" = ${claim.disputeId}::uuid FOR NO KEY UPDATE`;
    const last =
      number ??
      (await tx.claim.aggregate({ where: { disputeId: claim.disputeId }, _max: { number: true } }))._max
        .number ??
      0;
    return created(
      tx.claim.create({
        data: {
          ...claim,
          slug:
            slug ??
            (await freeSlug(
              slugFrom(short.sv || text.sv || text.en) || "pastaende",
              async (wanted) => (await tx.claim.count({ where: { slug: wanted } })) > 0,
            )),
          number: number ?? last + 1,
          createdBy: actor.id,
          wordings: { create: { version: 1, ...words({ text, short, restatedBy }), createdBy: actor.id } },
          interests: { create: interests.map((interest) => ({ ...interest, createdBy: actor.id })) },
        },
      }),
    );
  },
);

/** Words a claim anew. The draft is the claim: what is changed is its newest wording. */
export const rewordClaim = command(
  { name: "claim.reword", role: "journalist" },
  async (tx, actor, { wording, ...ref }: DraftRef & { wording: ClaimWords }) => {
    const claimId = ref.id;
    const data = words(wording);
    return reworded(ref, {
      newest: () => tx.claimWording.findFirst({ where: { claimId }, orderBy: { version: "desc" } }),
      change: (draft) =>
        tx.claimWording.updateMany({ where: draft, data: { ...data, revision: { increment: 1 } } }),
      add: (version) => tx.claimWording.create({ data: { claimId, version, ...data, createdBy: actor.id } }),
    });
  },
);

/** Says how one claim bears on another. */
export const relateClaims = command(
  { name: "claim.relate", role: "journalist" },
  async (tx, actor, relation: NewRelation) => {
    const from = await tx.claim.findUnique({ where: { id: relation.fromId }, select: { disputeId: true } });
    const to = await tx.claim.count({
      where: { id: relation.toId, OR: [{ disputeId: from?.disputeId }, { publishedAt: { not: null } }] },
    });
    if (!from || to === 0) return refused("unknown-reference", "toId");
    return created(tx.relation.create({ data: { ...relation, createdBy: actor.id } }));
  },
);

/**
 * Names one party more that a claim concerns. A claim that is public keeps what it had: this is a draft of its own, and
 * is published like one. Who gains decides who must be asked, so a party that was forgotten can be added and none left out.
 */
export const nameInterest = command(
  { name: "claim.name-party", role: "journalist" },
  async (tx, actor, interest: NewInterest) => {
    const claim = await tx.claim.findUnique({ where: { id: interest.claimId }, select: { disputeId: true } });
    if (!claim) return refused("unknown-claim");
    const { disputeId } = claim;
    const party = await tx.party.count({ where: { id: interest.partyId, roles: { some: { disputeId } } } });
    if (party === 0) return refused("unknown-reference", "partyId");
    const there = await tx.interest.count({
      where: { claimId: interest.claimId, partyId: interest.partyId },
    });
    if (there > 0) return refused("already-there", "partyId");
    return created(tx.interest.create({ data: { ...interest, createdBy: actor.id } }));
  },
);

/**
 * Says why a party that has made the claim, or that its words name, is not concerned by it: the only way to take away what
 * the record shows (claim-concerned.ts). A draft of its own, published like one and shown at the claim.
 */
export const sayNotConcerned = command(
  { name: "claim.say-not-concerned", role: "journalist" },
  async (tx, actor, { claimId, partyId, reason }: NewNotConcerned) => {
    const claim = await tx.claim.findUnique({ where: { id: claimId }, select: { disputeId: true } });
    if (!claim) return refused("unknown-claim");
    const { disputeId } = claim;
    const party = await tx.party.count({ where: { id: partyId, roles: { some: { disputeId } } } });
    if (party === 0) return refused("unknown-reference", "partyId");
    if ((await tx.notConcerned.count({ where: { claimId, partyId } })) > 0)
      return refused("already-there", "partyId");
    return created(
      tx.notConcerned.create({
        data: { claimId, partyId, ...columns("reason", reason), createdBy: actor.id },
      }),
    );
  },
);

/** Says anew what a draft claim is and who gains from it. */
export const reviseClaim = command(
  { name: "claim.revise", role: "journalist" },
  async (tx, actor, { claim: { kind, interests }, ...ref }: DraftRef & { claim: ClaimNature }) => {
    const result = await revised(
      ref,
      tx.claim.updateMany({ where: asBegun(ref), data: { kind, revision: { increment: 1 } } }),
      () => tx.claim.findUnique({ where: { id: ref.id } }),
    );
    if (!result.ok) return result;
    await tx.interest.deleteMany({ where: { claimId: ref.id, publishedAt: null } });
    await tx.interest.createMany({
      data: interests.map((interest) => ({ ...interest, claimId: ref.id, createdBy: actor.id })),
    });
    return result;
  },
);
