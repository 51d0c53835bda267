/**
 * Writes the first dispute through the commands a person's input uses, all of it or nothing.
 */

import { type Actor, mintActor } from "../../lib/core/actor.ts";
import { closeDatabase, db, transaction } from "../../lib/core/db.ts";
import { orThrow, type Result } from "../../lib/core/result.ts";
import { addAppearance } from "../../lib/record/appearance/appearance-commands.ts";
import { newAppearance } from "../../lib/record/appearance/appearance-schema.ts";
import { addClaim, relateClaims, sayNotConcerned } from "../../lib/record/claim/claim-commands.ts";
import { newClaim, newNotConcerned, newRelation } from "../../lib/record/claim/claim-schema.ts";
import { openDispute, publishDispute } from "../../lib/record/dispute/dispute-commands.ts";
import { newDispute } from "../../lib/record/dispute/dispute-schema.ts";
import { addEvent } from "../../lib/record/event/event-commands.ts";
import { newEvent } from "../../lib/record/event/event-schema.ts";
import { addEvidence } from "../../lib/record/evidence/evidence-commands.ts";
import { newEvidence } from "../../lib/record/evidence/evidence-schema.ts";
import { addFalsifier } from "../../lib/record/falsifier/falsifier-commands.ts";
import { newFalsifier } from "../../lib/record/falsifier/falsifier-schema.ts";
import { addParty, givePartyRole } from "../../lib/record/party/party-commands.ts";
import { newParty, newPartyRole } from "../../lib/record/party/party-schema.ts";
import { openReplyRequest } from "../../lib/record/reply/reply-commands.ts";
import { newReplyRequest } from "../../lib/record/reply/reply-schema.ts";
import { addSnapshot, addSource, linkSources } from "../../lib/record/source/source-commands.ts";
import { newSnapshot, newSource, newSourceEdge } from "../../lib/record/source/source-schema.ts";
import { publishVerdict } from "../../lib/record/verdict/verdict-commands.ts";
import { newVerdict } from "../../lib/record/verdict/verdict-schema.ts";
import * as record from "./kramfors-huddinge.ts";
import { verdicts } from "./verdicts.ts";

/** Roles, not invented people: the demonstration desk signs as what it is. */
export const demonstrationAuthor = mintActor({
  id: "demonstration-author",
  role: "journalist",
  byline: { sv: "demonstrationsredaktionens skribent", en: "the demonstration desk's author" },
  secondFactor: true,
  founding: true,
});
export const demonstrationEditor = mintActor({
  id: "demonstration-editor",
  role: "editor",
  byline: { sv: "demonstrationsredaktionens redaktör", en: "the demonstration desk's editor" },
  secondFactor: true,
  founding: true,
});

const idOf = async (result: Promise<Result<{ id: string }>>) => orThrow(await result).id;

/** Looks up what an earlier step made; a missing one is a mistake in the seed itself. */
function at<K, V>(made: ReadonlyMap<K, V>, key: K): V {
  const value = made.get(key);
  if (value === undefined) throw new Error(`The seed names ${String(key)} before it is made`);
  return value;
}

async function addParties(author: Actor, disputeId: string) {
  const made = new Map<record.PartyKey, string>();
  // Bodies before the people in them.
  const rows = Object.entries(record.parties) as [
    record.PartyKey,
    (typeof record.parties)[record.PartyKey],
  ][];
  for (const [key, { partOf, role, ...party }] of rows.sort(
    (a, b) => Number(!!a[1].partOf) - Number(!!b[1].partOf),
  )) {
    const partOfId = partOf ? at(made, partOf) : null;
    const partyId = await idOf(addParty(author, newParty.parse({ ...party, partOfId })));
    await idOf(givePartyRole(author, newPartyRole.parse({ ...role, partyId, disputeId })));
    made.set(key, partyId);
  }
  return made;
}

async function addSources(author: Actor, disputeId: string, parties: ReadonlyMap<record.PartyKey, string>) {
  const made = new Map<record.SourceKey, string>();
  for (const [key, { producer, ...source }] of Object.entries(record.sources) as [
    record.SourceKey,
    (typeof record.sources)[record.SourceKey],
  ][]) {
    const row = newSource.parse({ ...source, disputeId, producerId: at(parties, producer) });
    made.set(key, await idOf(addSource(author, row)));
  }
  await idOf(
    addSnapshot(author, newSnapshot.parse({ ...record.articleCopy, sourceId: at(made, "article") })),
  );
  for (const [from, to] of record.sourceEdges) {
    const edge = newSourceEdge.parse({ fromId: at(made, from), toId: at(made, to), kind: "based_on" });
    await idOf(linkSources(author, edge));
  }
  return made;
}

const passage = ([paragraph, charStart, charEnd]: [number, number, number]) => ({
  paragraph,
  charStart,
  charEnd,
});

async function addClaims(
  author: Actor,
  disputeId: string,
  parties: ReadonlyMap<record.PartyKey, string>,
  sources: ReadonlyMap<record.SourceKey, string>,
) {
  const made: { id: string; evidenceIds: string[] }[] = [];
  const articleId = at(sources, "article");
  for (const [
    index,
    { interests, notConcerned = [], appearances, evidence, ...claim },
  ] of record.claims.entries()) {
    const claimId = await idOf(
      addClaim(
        author,
        newClaim.parse({
          ...claim,
          disputeId,
          number: index + 1,
          restatedBy: author.byline,
          interests: (
            Object.entries(interests) as [record.PartyKey, NonNullable<(typeof interests)[record.PartyKey]>][]
          ).map(([party, { about = false, gainsIf }]) => ({ partyId: at(parties, party), about, gainsIf })),
        }),
      ),
    );
    for (const {
      party,
      at: where,
      dateNote = null,
      known = record.claimsKnownFrom,
      ...appearance
    } of appearances) {
      const row = newAppearance.parse({
        ...appearance,
        claimId,
        partyId: at(parties, party),
        sourceId: articleId,
        quoteLanguage: "sv",
        at: passage(where),
        known,
        dateNote,
      });
      await idOf(addAppearance(author, row));
    }
    for (const { party, reason } of notConcerned) {
      const row = newNotConcerned.parse({ claimId, partyId: at(parties, party), reason });
      await idOf(sayNotConcerned(author, row));
    }
    const evidenceIds: string[] = [];
    for (const { origin, at: where, ...piece } of evidence) {
      const row = newEvidence.parse({
        ...piece,
        claimId,
        sourceId: articleId,
        originId: origin ? at(sources, origin) : null,
        excerptLanguage: "sv",
        at: passage(where),
        page: null,
        unchecked: record.whyUnchecked,
      });
      evidenceIds.push(await idOf(addEvidence(author, row)));
    }
    made.push({ id: claimId, evidenceIds });
  }
  return made;
}

async function addEvents(
  author: Actor,
  disputeId: string,
  parties: ReadonlyMap<record.PartyKey, string>,
  sourceId: string,
) {
  const made = new Map<record.EventKey, string>();
  for (const [key, { actor, target, before, after, answers, ...event }] of Object.entries(record.events) as [
    record.EventKey,
    (typeof record.events)[record.EventKey],
  ][]) {
    const row = newEvent.parse({
      dateNote: null,
      ...event,
      disputeId,
      actorId: at(parties, actor),
      targetId: target ? at(parties, target) : null,
      sourceId,
      beforeId: before ? at(made, before) : null,
      afterId: after ? at(made, after) : null,
      answersId: answers ? at(made, answers) : null,
    });
    made.set(key, await idOf(addEvent(author, row)));
  }
}

/** Writes and publishes the dispute. */
export function seed(now: Date = new Date()): Promise<void> {
  return transaction(async () => {
    const author = demonstrationAuthor;
    const disputeId = await idOf(openDispute(author, newDispute.parse(record.dispute)));
    const parties = await addParties(author, disputeId);
    const sources = await addSources(author, disputeId, parties);
    const claims = await addClaims(author, disputeId, parties, sources);
    const claim = (number: number) => at(new Map(claims.entries()), number - 1);

    for (const [from, kind, to] of record.relations) {
      await idOf(
        relateClaims(author, newRelation.parse({ fromId: claim(from).id, toId: claim(to).id, kind })),
      );
    }
    await addEvents(author, disputeId, parties, at(sources, "article"));
    for (const [position, { holder, claims: numbers, ...falsifier }] of record.falsifiers.entries()) {
      const row = newFalsifier.parse({
        ...falsifier,
        disputeId,
        position,
        holderId: holder ? at(parties, holder) : null,
        claimIds: numbers.map((number) => claim(number).id),
      });
      await idOf(addFalsifier(author, row));
    }
    for (const { claim: number, party, ...request } of record.replyRequests) {
      const row = newReplyRequest.parse({
        ...request,
        claimId: claim(number).id,
        partyId: at(parties, party),
      });
      await idOf(openReplyRequest(author, row));
    }
    orThrow(await publishDispute(demonstrationEditor, { disputeId: disputeId }, now));

    for (const [index, { evidence, steps, nothingForeseeable = null, ...verdict }] of verdicts.entries()) {
      const { id: claimId, evidenceIds } = claim(index + 1);
      const named = (numbers: number[]) =>
        numbers.map((number) => at(new Map(evidenceIds.entries()), number - 1));
      const row = newVerdict.parse({
        ...verdict,
        claimId,
        steps: steps.map((step) => ({ text: step.text, evidenceIds: named(step.evidence) })),
        evidenceIds: named(evidence),
        nothingForeseeable,
        conflictOfInterest: { sv: "Inget jäv uppgivet.", en: "No conflict of interest declared." },
        changeReason: null,
      });
      orThrow(await publishVerdict(demonstrationEditor, { author, verdict: row }, now));
    }
  });
}

/** Seeds a database that has no dispute yet. */
export async function seedIfEmpty(): Promise<"seeded" | "already there"> {
  try {
    if ((await db().dispute.count()) > 0) return "already there";
    await seed();
    return "seeded";
  } finally {
    await closeDatabase();
  }
}
