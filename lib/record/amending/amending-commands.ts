import "server-only";
import { z } from "zod";
import type { Actor } from "../../core/actor.ts";
import { columns } from "../../core/columns.ts";
import { asBegun, command, type DraftRef, revised } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { AMENDABLE, type AmendableTable, type Columns } from "../amendment/amendment.ts";
import { type Belongs, belongsTo } from "../amendment/amendment-place-queries.ts";
import { columnsIn } from "../amendment/amendment-stood-queries.ts";
import { appearanceRow } from "../appearance/appearance-commands.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { eventRow } from "../event/event-commands.ts";
import { evidenceRow } from "../evidence/evidence-commands.ts";
import { hindrancesOf } from "../evidence/evidence-hindrance.ts";
import { appendToLog, outdatePages } from "../record-log/record-log-commands.ts";
import { hold } from "../seen/seen-commands.ts";
import { sourceRow } from "../source/source-commands.ts";
import type { RowSaid } from "./amending-schema.ts";
import { amendmentShown, type Reference, referencesIn } from "./amending-shown-queries.ts";

/** What is to stand in a row instead, and why. */
export interface NewAmendment<T extends AmendableTable = AmendableTable> {
  readonly table: T;
  readonly rowId: string;
  readonly row: RowSaid<T>;
  readonly why: Bilingual;
}

/** How what a form says of a row is kept in its columns: as the noun's own commands keep it. */
const ROWS: {
  readonly [T in AmendableTable]: (
    tx: Transaction,
    said: RowSaid<T>,
    actor: Actor,
  ) => object | Promise<object>;
} = {
  Party: (_tx, party) => party,
  PartyRole: (_tx, { title, says, ...role }) => ({
    ...role,
    ...columns("title", title),
    ...columns("says", says),
  }),
  PartyIdentifier: (_tx, identifier) => identifier,
  Claim: (_tx, claim) => claim,
  Interest: (_tx, interest) => interest,
  Appearance: (_tx, appearance) => appearanceRow(appearance),
  Relation: (_tx, relation) => relation,
  Source: (_tx, source) => sourceRow(source),
  SourceEdge: (_tx, edge) => edge,
  Evidence: (tx, evidence, actor) => evidenceRow(tx, actor, evidence, { onlyPublic: true }),
  Falsifier: (_tx, { text, heldBy, ...falsifier }) => ({
    ...falsifier,
    ...columns("text", text),
    ...columns("heldBy", heldBy),
  }),
  Event: (_tx, event) => eventRow(event),
};

const column = (name: string) => Prisma.raw(`"${name}"`);
const table = (name: AmendableTable) => Prisma.raw(`"${name}"`);
const parts = z.array(z.object({ before: z.unknown(), after: z.unknown(), stays: z.boolean() }));

/**
 * What a published row says and would say, as the database writes both.
 *
 * @returns null where there is no such published row, or where what is said of it is of another one: another claim, another
 * dispute
 */
async function inPlace<T extends AmendableTable>(
  tx: Transaction,
  actor: Actor,
  { table: name, rowId, row }: NewAmendment<T>,
) {
  const said = await ROWS[name](tx, row, actor);
  const may: readonly string[] = AMENDABLE[name];
  const named = Object.fromEntries(Object.entries(said).filter(([key]) => may.includes(key)));
  // What else it says names the row: where it stands, it stays. A place on the page that is not given is where it is.
  const rest = Object.fromEntries(
    Object.entries(said).filter(
      ([key, value]) => !may.includes(key) && !(key === "position" && value === null),
    ),
  );
  const answer = await tx.$queryRaw`
    SELECT amendable_part(${name}, to_jsonb(t)) AS "before",
           amendable_part(${name}, to_jsonb(jsonb_populate_record(t, ${JSON.stringify(named)}::jsonb))) AS "after",
           to_jsonb(t) @> ${JSON.stringify(rest)}::jsonb AS "stays"
      FROM ${table(name)} t WHERE t."id" = ${rowId}::uuid AND t."publishedAt" IS NOT NULL`;
  const [found] = parts.parse(answer);
  if (!found?.stays) return null;
  const [before, after] = [columnsIn(found.before), columnsIn(found.after)];
  return {
    before,
    after: name === "Evidence" ? whereItStood(before, after, row as RowSaid<"Evidence">) : after,
  };
}

/** The columns that say where in a copy the words of a passage are. */
const PLACE = ["snapshotId", "page", "charStart", "charEnd", "prefix", "suffix", "otherPlaces"] as const;

/** The same words, said to stand where they stood, stand in the copy that they were found in, whatever copies have come. */
function whereItStood(before: Columns, after: Columns, { excerpt, page, at }: RowSaid<"Evidence">): Columns {
  const isThere =
    before.snapshotId !== null &&
    excerpt === before.excerpt &&
    page === before.page &&
    at.charStart === before.charStart;
  return isThere
    ? { ...after, ...Object.fromEntries(PLACE.map((each) => [each, before[each] ?? null])) }
    : after;
}

const published = { publishedAt: { not: null } };

/** Whether what a row names is public, and of its dispute: as for a first publication, nothing public names a draft. */
async function strayIn(tx: Transaction, after: Columns, place: Belongs): Promise<string | null> {
  for (const reference of referencesIn(after))
    if ((await countOf(tx, reference, place)) === 0) return reference.column;
  return null;
}

function countOf(tx: Transaction, { column: name, table: named, id }: Reference, { disputeId }: Belongs) {
  const where = { id, ...published };
  if (named === "Source") return tx.source.count({ where: { ...where, disputeId } });
  if (named === "Event") return tx.event.count({ where: { ...where, disputeId } });
  if (named === "Snapshot") return tx.snapshot.count({ where });
  // The body that a party belongs to may be of other disputes.
  const roles = name === "partOfId" ? undefined : { some: { disputeId, ...published } };
  return tx.party.count({ where: { ...where, roles } });
}

/** Whether a party would belong to itself, through whatever bodies. */
async function belongsToItself(
  tx: Transaction,
  partyId: string,
  { partOfId = null }: Columns,
): Promise<boolean> {
  const known = new Set<string>();
  let next = partOfId;
  while (typeof next === "string" && !known.has(next)) {
    if (next === partyId) return true;
    known.add(next);
    next = (await tx.party.findUnique({ where: { id: next }, select: { partOfId: true } }))?.partOfId ?? null;
  }
  return false;
}

interface Amending {
  readonly table: AmendableTable;
  readonly rowId: string;
  readonly after: Columns;
}

/** What the rules of the nouns have against what a row is to say, half a translation apart: a draft may lack a language. */
async function against(tx: Transaction, { table: name, rowId, after }: Amending, place: Belongs) {
  const stray = await strayIn(tx, after, place);
  if (stray) return refused("reference-not-public", `row.${stray}`);
  if (name === "Event" && ["beforeId", "afterId", "answersId"].some((each) => after[each] === rowId))
    return refused("placed-by-itself", "row.beforeId");
  if (name === "Party" && (await belongsToItself(tx, rowId, after)))
    return refused("part-of-itself", "row.partOfId");
  const [hindrance] = hindrancesOf({ table: name, row: after }).filter(
    ({ reason }) => reason !== "half-translated",
  );
  return hindrance ? refused(hindrance.reason, "row.excerpt") : done(null);
}

/** What is kept of an amendment that is being written; refused as it would be when it is published. */
async function written(tx: Transaction, actor: Actor, amendment: NewAmendment) {
  const { table: name, rowId, why } = amendment;
  const row = await inPlace(tx, actor, amendment);
  const place = row && (await belongsTo(name, rowId));
  if (!row || !place) return refused("unknown-reference");
  const { before, after } = row;
  if (AMENDABLE[name].every((each) => before[each] === after[each])) return refused("nothing-changed");
  const allowed = await against(tx, { table: name, rowId, after }, place);
  if (!allowed.ok) return allowed;
  return done({ ...place, before, after, ...columns("why", why) });
}

/**
 * Begins the next version of a published row: what it is to say, and why. Nothing public changes until somebody else
 * publishes it. One at a time is written of a row.
 */
export const draftAmendment = command(
  { name: "amendment.draft", role: "journalist" },
  async (tx, actor: Actor, amendment: NewAmendment): Promise<Result<{ id: string }>> => {
    const { table: name, rowId } = amendment;
    const data = await written(tx, actor, amendment);
    if (!data.ok) return data;
    const those = { where: { table: name, rowId } };
    if ((await tx.amendment.count({ where: { ...those.where, publishedAt: null } })) > 0)
      return refused("amendment-begun");
    const version = 1 + (await tx.amendment.count(those));
    const { id } = await tx.amendment.create({
      data: { table: name, rowId, version, ...data.value, createdBy: actor.id },
    });
    return done({ id });
  },
);

/** Changes a draft amendment. */
export const reviseAmendment = command(
  { name: "amendment.revise", role: "journalist" },
  async (
    tx,
    actor,
    { amendment, ...ref }: DraftRef & { amendment: NewAmendment },
  ): Promise<Result<DraftRef>> => {
    const data = await written(tx, actor, amendment);
    if (!data.ok) return data;
    const { table: name, rowId } = amendment;
    return revised(
      ref,
      tx.amendment.updateMany({
        where: { ...asBegun(ref), table: name, rowId },
        data: { ...data.value, revision: { increment: 1 } },
      }),
      () => tx.amendment.findFirst({ where: { id: ref.id, table: name, rowId } }),
    );
  },
);

/** Throws a draft amendment away. */
export const discardAmendment = command(
  { name: "amendment.discard", role: "journalist" },
  async (tx, _actor, ref: DraftRef) => {
    const there = await tx.amendment.findUnique({ where: { id: ref.id } });
    const result = await revised(ref, tx.amendment.deleteMany({ where: asBegun(ref) }), async () => there);
    return result.ok ? done({ disputeId: there?.disputeId ?? "" }) : result;
  },
);

/**
 * Publishes the next version of a row: from now on the row says it, and what it said until now is kept with the reason. By
 * somebody who has not written in it, as it stood when they read it, and by the rules of a first publication.
 *
 * @param input.seen - the draft, its row and what that names, as the editor has read them (lib/record/seen)
 */
export const publishAmendment = command(
  { name: "amendment.publish", role: "editor", publishes: "record" },
  async (tx, actor, { seen, ...ref }: DraftRef & { seen?: string }, now) => {
    const held = await hold(now, seen, () => amendmentShown(ref.id));
    if (!held.ok) return held.reason === "nothing-shown" ? refused("unknown-draft") : held;
    const { at, view } = held.value;
    const { row, table: name, after } = view;
    const { rowId, dispute, claim } = row;
    if (row.createdBy === actor.id || (await wroteAmong(actor.id, [row.id])))
      return refused("author-cannot-approve");
    const allowed = await against(tx, { table: name, rowId, after }, row);
    if (!allowed.ok) return allowed;
    const result = await revised(
      ref,
      tx.amendment.updateMany({ where: asBegun(ref), data: { publishedAt: at } }),
      async () => row,
    );
    if (!result.ok) return result;
    const may = Prisma.join(AMENDABLE[name].map(column));
    await tx.$executeRaw`
      UPDATE ${table(name)} t
         SET (${may}) = (SELECT ${may} FROM jsonb_populate_record(NULL::${table(name)}, ${JSON.stringify(after)}::jsonb))
       WHERE t."id" = ${rowId}::uuid`;
    const subject = claim?.slug ?? dispute.slug;
    await appendToLog(
      {
        ...{ type: "fact.corrected", subject, version: null, about: {} },
        rows: { amendment: [{ ...row, before: view.before, after, publishedAt: at }] },
      },
      at,
    );
    // A party is shown wherever it appears, in other disputes too.
    if (name === "Party" || name === "PartyIdentifier") await outdatePages([disputeTags.everything()]);
    return done({ id: row.id });
  },
);
