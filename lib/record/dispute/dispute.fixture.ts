/** Made-up drafts, written as rows: at least one of every kind, and what a passage can rest on. They say nothing about anyone. */
import { randomUUID } from "node:crypto";
import { db } from "../../core/db.ts";

const MADE = { createdBy: "somebody" };
const LATER = new Date(Date.now() + 20 * 86_400_000);

/** A text in both languages, as columns. */
export const both = <N extends string>(name: N, text: string) =>
  ({ [`${name}Sv`]: text, [`${name}En`]: `${text} (en)` }) as Record<`${N}Sv` | `${N}En`, string>;

/** A party with all that one has; a draft, unless it is said to be public. */
export async function party(
  disputeId: string,
  made: { publishedAt?: Date } = {},
  partOfId: string | null = null,
) {
  const { id } = await db().party.create({
    data: { slug: `part-${randomUUID()}`, kind: "organisation", partOfId, ...MADE, ...made },
  });
  await db().partyWording.create({
    data: {
      partyId: id,
      version: 1,
      ...both("name", "Exempelby"),
      ...both("description", "Påhittad."),
      ...MADE,
      ...made,
    },
  });
  await db().partyRole.create({
    data: {
      partyId: id,
      disputeId,
      side: "other",
      position: 9,
      ...both("title", "part"),
      ...both("says", "Inget."),
      ...MADE,
      ...made,
    },
  });
  return id;
}

/** A draft source. */
export const source = async (disputeId: string, producerId: string | null = null) =>
  (
    await db().source.create({
      data: {
        ...{ disputeId, producerId, kind: "report", language: "sv", made: "2020", ...MADE },
        ...both("title", "En påhittad rapport"),
        ...both("note", "Påhittad."),
      },
    })
  ).id;

/** A draft copy of a source. */
export const copy = async (sourceId: string) =>
  (
    await db().snapshot.create({
      data: {
        ...{ sourceId, sha256: randomUUID().replaceAll("-", "").repeat(2), byteLength: 1 },
        ...{ mediaType: "text/html", custody: "stored", capturedAt: new Date(), ...MADE },
      },
    })
  ).id;

/** A draft passage whose source, that source's source, the copies of both, and the maker with its body are drafts too. */
export async function passage(claimId: string, disputeId: string) {
  const body = await party(disputeId);
  const maker = await party(disputeId, {}, body);
  const [near, far] = [await source(disputeId, maker), await source(disputeId)];
  for (const id of [near, far]) await copy(id);
  await db().partyIdentifier.create({
    data: { partyId: maker, scheme: "wikidata", value: "Q4242", ...MADE },
  });
  await db().sourceEdge.create({ data: { fromId: near, toId: far, kind: "based_on", ...MADE } });
  const { id } = await db().evidence.create({
    data: {
      ...{ claimId, sourceId: near, stance: "context", excerpt: "påhittade ord", excerptLanguage: "sv" },
      ...both("unchecked", "Påhittat för ett prov."),
      ...both("note", "Ett påhittat ställe."),
      ...MADE,
    },
  });
  return id;
}

/** A dispute of which nothing is public, with at least one row of every table that is published with it. */
export async function draftOfEverything(): Promise<string> {
  const { id } = await db().dispute.create({ data: { slug: randomUUID(), ...MADE } });
  await db().disputeWording.create({
    data: {
      ...{
        disputeId: id,
        version: 1,
        status: "open",
        ...both("title", "Tvist"),
        ...both("short", "Tvist"),
      },
      ...{ ...both("summary", "Påhittad."), ...MADE },
    },
  });
  const claim = async (number: number) => {
    const made = await db().claim.create({
      data: { slug: randomUUID(), disputeId: id, number, kind: "fact", ...MADE },
    });
    await db().claimWording.create({
      data: {
        ...{ claimId: made.id, version: 1, ...both("text", "Något hände."), ...both("short", "Något") },
        ...{ ...both("restatedBy", "testet"), ...MADE },
      },
    });
    return made.id;
  };
  const [one, two] = [await claim(1), await claim(2)];
  const partyId = await party(id);
  const sourceId = await source(id, partyId);
  await passage(one, id);
  await db().interest.create({
    data: { claimId: one, partyId, about: true, gainsIf: "claim_true", ...MADE },
  });
  await db().notConcerned.create({
    data: { claimId: two, partyId, ...both("reason", "Påhittat."), ...MADE },
  });
  await db().relation.create({ data: { fromId: one, toId: two, kind: "denies", ...MADE } });
  await db().appearance.create({
    data: {
      ...{ claimId: one, partyId, sourceId, mode: "asserts", quote: "Ord.", quoteLanguage: "sv" },
      ...{ happened: "2020", known: "2020", ...MADE },
    },
  });
  await db().event.create({
    data: {
      ...{ disputeId: id, actorId: partyId, sourceId, happened: "2020", ...MADE },
      ...both("text", "Mötet hölls."),
      ...both("short", "Mötet"),
    },
  });
  const falsifier = await db().falsifier.create({
    data: {
      disputeId: id,
      position: 1,
      ...both("text", "Avtalet."),
      ...both("heldBy", "Exempelby"),
      ...MADE,
    },
  });
  const falsifierId = falsifier.id;
  await db().claimFalsifier.create({ data: { claimId: one, falsifierId, ...MADE } });
  await db().falsifierState.create({
    data: { falsifierId, state: "asked_for", ...both("note", "Begärt."), ...MADE },
  });
  const asked = await db().replyRequest.create({
    data: { claimId: one, partyId, ...both("inSources", "Inget."), ...MADE },
  });
  await db().asking.create({
    data: { requestId: asked.id, askedAt: new Date(), deadline: LATER, channel: "brev", ...MADE },
  });
  await db().reply.create({
    data: { requestId: asked.id, text: "Nej.", language: "sv", receivedAt: new Date(), ...MADE },
  });
  return id;
}
