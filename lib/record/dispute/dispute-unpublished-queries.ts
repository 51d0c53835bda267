import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db, type Transaction } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { namedParty } from "../party/party.ts";
import { type DraftTable, ROWS_OF, rowIdOf, type Unpublished } from "./dispute-drafts.ts";

type Row = Readonly<Record<string, unknown>>;
type Find = (tx: Transaction, disputeId: string) => Promise<readonly Row[]>;

const draftOf = <W extends object>(where: W) => ({ where: { ...where, publishedAt: null } });

const FIND: Record<DraftTable, Find> = {
  dispute: (tx, id) => tx.dispute.findMany(draftOf(ROWS_OF.dispute(id))),
  disputeWording: (tx, id) => tx.disputeWording.findMany(draftOf(ROWS_OF.disputeWording(id))),
  party: (tx, id) => tx.party.findMany(draftOf(ROWS_OF.party(id))),
  partyWording: (tx, id) => tx.partyWording.findMany(draftOf(ROWS_OF.partyWording(id))),
  partyRole: (tx, id) => tx.partyRole.findMany(draftOf(ROWS_OF.partyRole(id))),
  partyIdentifier: (tx, id) => tx.partyIdentifier.findMany(draftOf(ROWS_OF.partyIdentifier(id))),
  claim: (tx, id) => tx.claim.findMany(draftOf(ROWS_OF.claim(id))),
  claimWording: (tx, id) => tx.claimWording.findMany(draftOf(ROWS_OF.claimWording(id))),
  interest: (tx, id) => tx.interest.findMany(draftOf(ROWS_OF.interest(id))),
  notConcerned: (tx, id) => tx.notConcerned.findMany(draftOf(ROWS_OF.notConcerned(id))),
  source: (tx, id) => tx.source.findMany(draftOf(ROWS_OF.source(id))),
  snapshot: (tx, id) => tx.snapshot.findMany(draftOf(ROWS_OF.snapshot(id))),
  sourceEdge: (tx, id) => tx.sourceEdge.findMany(draftOf(ROWS_OF.sourceEdge(id))),
  appearance: (tx, id) => tx.appearance.findMany(draftOf(ROWS_OF.appearance(id))),
  relation: (tx, id) => tx.relation.findMany(draftOf(ROWS_OF.relation(id))),
  evidence: (tx, id) => tx.evidence.findMany(draftOf(ROWS_OF.evidence(id))),
  event: (tx, id) => tx.event.findMany(draftOf(ROWS_OF.event(id))),
  falsifier: (tx, id) => tx.falsifier.findMany(draftOf(ROWS_OF.falsifier(id))),
  claimFalsifier: (tx, id) => tx.claimFalsifier.findMany(draftOf(ROWS_OF.claimFalsifier(id))),
  falsifierState: (tx, id) => tx.falsifierState.findMany(draftOf(ROWS_OF.falsifierState(id))),
  replyRequest: (tx, id) => tx.replyRequest.findMany(draftOf(ROWS_OF.replyRequest(id))),
  asking: (tx, id) => tx.asking.findMany(draftOf(ROWS_OF.asking(id))),
  reply: (tx, id) => tx.reply.findMany(draftOf(ROWS_OF.reply(id))),
};

/** Everything of a dispute that `publishDispute` would make public, and what stands in its way. Null: out of reach. */
export async function unpublishedOf(actor: Actor, disputeId: string): Promise<readonly Unpublished[] | null> {
  if (!isId(disputeId)) return null;
  if (!atLeast(actor, "journalist")) return null;
  const tx = db();
  const found: { table: DraftTable; row: Row }[] = [];
  for (const [table, find] of Object.entries(FIND) as [DraftTable, Find][]) {
    for (const row of await find(tx, disputeId)) found.push({ table, row });
  }
  const own = await tx.change.findMany({
    where: { actor: actor.id, rowId: { in: found.map(({ row }) => rowIdOf(row)) } },
    select: { rowId: true },
    distinct: ["rowId"],
  });
  const mine = new Set(own.map(({ rowId }) => rowId));
  return found.map(({ table, row }) => ({
    table,
    id: rowIdOf(row),
    parentId: parentOf(row),
    ...saidBy(row),
    halfTranslated: Object.entries(row).some(([name, value]) => /(Sv|En)$/.test(name) && value === ""),
    own: mine.has(rowIdOf(row)),
  }));
}

const PARENTS = ["falsifierId", "fromId", "claimId", "partyId", "sourceId"] as const;

const parentOf = (row: Row): string | null => {
  const parent = PARENTS.map((name) => row[name]).find((value) => typeof value === "string");
  return typeof parent === "string" ? parent : null;
};

/**
 * Draft parties that the dispute names and that have no role in it. A party is published with its role: one without
 * would be public by its address alone.
 */
export async function partiesWithoutRole(disputeId: string): Promise<readonly Bilingual[]> {
  const ofClaim = { some: { claim: { disputeId } } };
  const inDispute = { some: { disputeId } };
  const named = await db().party.findMany({
    where: {
      publishedAt: null,
      roles: { none: { disputeId } },
      OR: [
        { appearances: ofClaim },
        { interests: ofClaim },
        { requests: ofClaim },
        { sources: inDispute },
        { acts: inDispute },
        { receives: inDispute },
        { falsifiers: inDispute },
        { parts: { some: { roles: inDispute } } },
      ],
    },
    include: { wordings: newest },
  });
  return named.map((party) => namedParty(party).name);
}

/** The columns that say most of a row come first, in the order in which they do. */
const WORDS = ["title", "name", "text", "wrong", "note", "reasonNotAsked", "inSources"];
const PLAIN = ["quote", "excerpt", "value", "text", "url", "channel", "sha256", "slug"] as const;
const DATES = ["happened", "known", "held", "made", "public"] as const;
const CHOICES = ["gainsIf", "side", "stance", "mode", "state", "scheme", "kind"] as const;

const textIn = (row: Row, name: string): string | null => {
  const value = row[name];
  return typeof value === "string" && value !== "" ? value : null;
};

/** All that a row says, in the form in which it can be read through before it is published. */
function saidBy(row: Row): Pick<Unpublished, "words" | "texts" | "names" | "dates" | "choice"> {
  const named = Object.keys(row).flatMap((key) => (key.endsWith("Sv") ? [key.slice(0, -2)] : []));
  const rank = (name: string) => (WORDS.includes(name) ? WORDS.indexOf(name) : WORDS.length);
  const bilingual = named
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => ({ sv: textIn(row, `${name}Sv`) ?? "", en: textIn(row, `${name}En`) ?? "" }))
    .filter(({ sv, en }) => sv + en !== "");
  const plain = PLAIN.flatMap((name) => textIn(row, name) ?? []).map((text) => ({ sv: text, en: text }));
  const [words = { sv: "", en: "" }, ...texts] = [...bilingual, ...plain];
  return {
    words,
    texts,
    names: Object.keys(row).flatMap((key) => (key.endsWith("Id") ? (textIn(row, key) ?? []) : [])),
    dates: DATES.flatMap((name) => textIn(row, name) ?? []),
    choice: CHOICES.map((name) => textIn(row, name)).find((value) => value !== null) ?? null,
  };
}

/** The words of a dispute's evidence that became public at one moment. */
export const quotesPublishedAt = (disputeId: string, publishedAt: Date) =>
  db().evidence.findMany({
    where: { claim: { disputeId }, publishedAt },
    select: { excerpt: true, prefix: true, suffix: true },
  });
