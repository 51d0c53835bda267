import "server-only";
import { columns } from "../../core/columns.ts";
import { asBegun, command, created, type DraftRef, revised, reworded } from "../../core/command.ts";
import { freeSlug, slugFrom } from "../../core/language/slug.ts";
import { done, refused } from "../../core/result.ts";
import type {
  NewParty,
  NewPartyIdentifier,
  NewPartyRole,
  NewProducer,
  PartyEntry,
  PartyWords,
} from "./party-schema.ts";

const words = ({ name, description }: PartyWords) => ({
  ...columns("name", name),
  ...columns("description", description),
});

/** Adds a party with the first version of its name. Refuses a taken slug and an unknown body. Without a slug it gets one. */
export const addParty = command(
  { name: "party.add", role: "journalist" },
  async (tx, actor, { name, description, slug, ...party }: NewParty) =>
    created(
      tx.party.create({
        data: {
          ...party,
          slug:
            slug ??
            (await freeSlug(
              slugFrom(name.sv || name.en) || "part",
              async (wanted) => (await tx.party.count({ where: { slug: wanted } })) > 0,
            )),
          createdBy: actor.id,
          wordings: { create: { version: 1, ...words({ name, description }), createdBy: actor.id } },
        },
      }),
    ),
);

/** Gives a party its role, at the time, in a dispute. Without a place it comes last. */
export const givePartyRole = command(
  { name: "party.give-role", role: "journalist" },
  async (tx, actor, { title, says, position, ...role }: NewPartyRole) => {
    const { _max } = await tx.partyRole.aggregate({
      where: { disputeId: role.disputeId },
      _max: { position: true },
    });
    return created(
      tx.partyRole.create({
        data: {
          ...role,
          position: position ?? (_max.position ?? -1) + 1,
          ...columns("title", title),
          ...columns("says", says),
          createdBy: actor.id,
        },
      }),
    );
  },
);

const NOTHING = { sv: "", en: "" };

/**
 * Adds whoever made a source to the dispute, on no side: a name, and nothing that it says. The party of the dispute that has
 * the name already is taken instead.
 */
export const addProducer = command(
  { name: "party.add-producer", role: "journalist" },
  async (tx, actor, { disputeId, producer }: { disputeId: string; producer: NewProducer }) => {
    const { kind, name } = producer;
    const known = await tx.party.findFirst({
      where: {
        roles: { some: { disputeId } },
        wordings: {
          some: {
            OR: [...(name.sv ? [{ nameSv: name.sv }] : []), ...(name.en ? [{ nameEn: name.en }] : [])],
          },
        },
      },
      select: { id: true },
    });
    if (known) return done(known);
    const added = await addParty(actor, { kind, name, slug: null, partOfId: null, description: NOTHING });
    if (!added.ok) return added;
    const role = { disputeId, partyId: added.value.id, side: "none" as const, position: null, held: null };
    const given = await givePartyRole(actor, { ...role, title: NOTHING, says: NOTHING });
    return given.ok ? done({ id: added.value.id }) : given;
  },
);

/** Changes a draft role. */
export const revisePartyRole = command(
  { name: "party.revise-role", role: "journalist" },
  (tx, _actor, { role, ...ref }: DraftRef & { role: NewPartyRole }) => {
    const { title, says, side, held, position, partyId, disputeId } = role;
    return revised(
      ref,
      tx.partyRole.updateMany({
        where: { ...asBegun(ref), partyId, disputeId },
        data: {
          side,
          held,
          position: position ?? undefined,
          ...columns("title", title),
          ...columns("says", says),
          revision: { increment: 1 },
        },
      }),
      () => tx.partyRole.findUnique({ where: { id: ref.id } }),
    );
  },
);

/** Words a party anew. The draft is the party: what is changed is its newest wording. */
export const rewordParty = command(
  { name: "party.reword", role: "journalist" },
  async (tx, actor, { wording, ...ref }: DraftRef & { wording: PartyWords }) => {
    const partyId = ref.id;
    const data = words(wording);
    return reworded(ref, {
      newest: () => tx.partyWording.findFirst({ where: { partyId }, orderBy: { version: "desc" } }),
      change: (draft) =>
        tx.partyWording.updateMany({ where: draft, data: { ...data, revision: { increment: 1 } } }),
      add: (version) => tx.partyWording.create({ data: { partyId, version, ...data, createdBy: actor.id } }),
    });
  },
);

/** Says what a party is called in an outside register. */
export const identifyParty = command(
  { name: "party.identify", role: "journalist" },
  async (tx, actor, identifier: NewPartyIdentifier) => {
    const party = await tx.party.findUnique({ where: { id: identifier.partyId }, select: { kind: true } });
    if (!party) return refused("unknown-reference", "partyId");
    // A private person's number or entry elsewhere would name more than the dispute needs.
    if (party.kind === "private_person") return refused("private-person-not-identified", "partyId");
    return created(tx.partyIdentifier.create({ data: { ...identifier, createdBy: actor.id } }));
  },
);

/**
 * What the desk's form asks for: a party that is there or a new one, its role in this dispute, and what it is called
 * elsewhere.
 */
export const enterParty = command(
  { name: "party.enter", role: "journalist" },
  async (_tx, actor, { partyId, party, role, identifiers }: PartyEntry) => {
    const added = party ? await addParty(actor, party) : null;
    if (added && !added.ok) return added;
    const id = added?.value.id ?? partyId;
    if (id === null) return refused("unknown-reference", "partyId");
    const given = await givePartyRole(actor, { ...role, partyId: id, position: null });
    if (!given.ok) return given;
    for (const identifier of identifiers) {
      const identified = await identifyParty(actor, { ...identifier, partyId: id });
      if (!identified.ok) return refused(identified.reason, "identifiers");
    }
    return done({ id: given.value.id, partyId: id });
  },
);
