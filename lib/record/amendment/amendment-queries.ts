import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { type AsOf, newest, publishedBy } from "../../core/published.ts";
import { SWEDEN } from "../../core/zone.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import {
  AMENDABLE_TABLES,
  type AmendableTable,
  type Amended,
  type AmendmentView,
  type Columns,
  changesBetween,
  isAmendable,
  stoodThen,
  UNTOLD,
} from "./amendment.ts";
import { placesOf } from "./amendment-place-queries.ts";

const columns = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What the database keeps of a row, as it was written there. */
export const columnsIn = (json: unknown): Columns => columns.parse(json);

interface AmendmentRow {
  readonly id: string;
  readonly table: string;
  readonly rowId: string;
  readonly disputeId: string;
  readonly version: number;
  readonly before: unknown;
  readonly after: unknown;
  readonly whySv: string;
  readonly whyEn: string;
  readonly publishedAt: Date | null;
}

const amended = (row: AmendmentRow): Amended[] =>
  row.publishedAt
    ? [
        {
          ...{ rowId: row.rowId, version: row.version, publishedAt: row.publishedAt },
          ...{ before: columnsIn(row.before), after: columnsIn(row.after) },
        },
      ]
    : [];

/** Gives a row, or what a query took of it, as it stood at the moment that is read. */
export type Stood = <R extends { readonly id: string }>(row: R) => R;

/**
 * The rows of a dispute, or of some, as they stood at a moment, whatever of them has been corrected since. Of now nothing is asked: the
 * rows say it.
 */
export async function stoodAt(disputeId: string | readonly string[], asOf: AsOf): Promise<Stood> {
  if (!asOf) return (row) => row;
  const rows = await db().amendment.findMany({
    // A party is of every dispute that it appears in.
    where: { publishedAt: { gt: asOf }, OR: [{ disputeId: { in: [disputeId].flat() } }, { table: "Party" }] },
    orderBy: { version: "asc" },
  });
  const then = new Map<string, Columns>();
  for (const [rowId, those] of Map.groupBy(rows.flatMap(amended), (each) => each.rowId)) {
    const stood = stoodThen(those, asOf);
    if (stood) then.set(rowId, stood);
  }
  return (row) => {
    const stood = then.get(row.id);
    if (!stood) return row;
    const taken = Object.entries(stood).filter(([name]) => name in row && !UNTOLD.has(name));
    return { ...row, ...Object.fromEntries(taken) };
  };
}

const wordings = { ...newest, select: { nameSv: true, nameEn: true } } as const;

/** What parties, sources, events and copies are called, of those with these ids. */
export async function namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, Bilingual>> {
  const id = { in: [...new Set(ids.filter(isId))] };
  const names = new Map<string, Bilingual>();
  if (id.in.length === 0) return names;
  for (const party of await db().party.findMany({
    where: { id },
    select: { id: true, slug: true, wordings },
  })) {
    const [wording] = party.wordings;
    names.set(party.id, { sv: wording?.nameSv ?? party.slug, en: wording?.nameEn ?? party.slug });
  }
  for (const { titleSv, titleEn, ...source } of await db().source.findMany({
    where: { id },
    select: { id: true, titleSv: true, titleEn: true },
  }))
    names.set(source.id, { sv: titleSv, en: titleEn });
  for (const { shortSv, shortEn, ...event } of await db().event.findMany({
    where: { id },
    select: { id: true, shortSv: true, shortEn: true },
  }))
    names.set(event.id, { sv: shortSv, en: shortEn });
  for (const copy of await db().snapshot.findMany({ where: { id }, select: { id: true, sha256: true } }))
    names.set(copy.id, { sv: copy.sha256.slice(0, 12), en: copy.sha256.slice(0, 12) });
  return names;
}

/** The zones in whose days and hours these disputes are told. */
export async function zonesOf(disputeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db().dispute.findMany({
    where: { id: { in: [...new Set(disputeIds)] } },
    select: { id: true, wordings: { ...newest, select: { timeZone: true } } },
  });
  return new Map(rows.map(({ id, wordings: [wording] }) => [id, wording?.timeZone ?? SWEDEN]));
}

/** The ids that a row names. */
export const namedIn = (row: Columns): string[] =>
  Object.entries(row).flatMap(([name, value]) =>
    name.endsWith("Id") && typeof value === "string" ? [value] : [],
  );

const moments = z.array(z.object({ id: z.string(), publishedAt: z.date() }));

/** Since when rows of a table are public. */
async function publishedSince(table: AmendableTable, ids: readonly string[]) {
  const answer = await db().$queryRaw`
    SELECT t."id"::text AS "id", t."publishedAt" FROM ${Prisma.raw(`"${table}"`)} t
     WHERE t."id" = ANY (${ids}::uuid[]) AND t."publishedAt" IS NOT NULL`;
  return moments.parse(answer);
}

/** Amendments for readers, the newest first. What they say of whom is said by the names that stand now. */
async function views(rows: readonly AmendmentRow[]): Promise<AmendmentView[]> {
  if (rows.length === 0) return [];
  const names = await namesOf(
    rows.flatMap(({ before, after }) => [...namedIn(columnsIn(before)), ...namedIn(columnsIn(after))]),
  );
  const zones = await zonesOf(rows.map(({ disputeId }) => disputeId));
  const places = await placesOf(
    rows.flatMap(({ table, rowId }) => (isAmendable(table) ? [{ table, rowId }] : [])),
  );
  const began = new Map<string, Date>();
  for (const table of AMENDABLE_TABLES) {
    const ids = rows.filter((row) => row.table === table).map(({ rowId }) => rowId);
    if (ids.length > 0)
      for (const { id, publishedAt } of await publishedSince(table, ids)) began.set(id, publishedAt);
  }
  // Of one row the version before tells since when; versions without a gap, whichever of them were asked for.
  const earlier = await db().amendment.findMany({
    where: {
      rowId: { in: rows.filter(({ version }) => version > 1).map(({ rowId }) => rowId) },
      ...publishedBy(null),
    },
    select: { rowId: true, version: true, publishedAt: true },
  });
  return rows.flatMap((row) => {
    const { id, table, rowId, version, publishedAt } = row;
    const of = places.get(rowId);
    if (!publishedAt || !isAmendable(table) || !of) return [];
    const before = earlier.find((each) => each.rowId === rowId && each.version === version - 1);
    const since = before?.publishedAt ?? began.get(rowId) ?? publishedAt;
    return [
      {
        ...{ id, table, rowId, version, publishedAt: publishedAt.toISOString(), since: since.toISOString() },
        of,
        why: { sv: row.whySv, en: row.whyEn },
        changes: changesBetween(columnsIn(row.before), columnsIn(row.after), {
          names,
          zone: zones.get(row.disputeId) ?? SWEDEN,
        }),
      },
    ];
  });
}

/** Whose amendments are asked for: of everything in a dispute or under a claim, of these rows, or these themselves. */
export interface AmendmentsOf {
  readonly disputeId?: string;
  readonly claimId?: string;
  readonly rowIds?: readonly string[];
  readonly ids?: readonly string[];
}

/** What has been corrected, as it was public at a moment; the newest first. */
export async function amendmentsOf(of: AmendmentsOf, asOf: AsOf): Promise<AmendmentView[]> {
  const { disputeId, claimId, rowIds = [], ids = [] } = of;
  const ways = [
    ...(disputeId === undefined ? [] : [{ disputeId }]),
    ...(claimId === undefined ? [] : [{ claimId }]),
    { rowId: { in: [...rowIds] } },
    { id: { in: [...ids] } },
  ];
  const rows = await db().amendment.findMany({
    where: { OR: ways, ...publishedBy(asOf) },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  return views(rows);
}

/** The tags of lists over the whole record (lib/record/dispute/dispute-tags.ts): this folder knows no noun. */
const OF_EVERYTHING = ["record", "everything"] as const;

/** Every amendment that is public, the newest first. */
export async function readAmendments(): Promise<AmendmentView[]> {
  const rows = await db().amendment.findMany({
    where: publishedBy(null),
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  return views(rows);
}

export const allAmended = cache(() => kept(["amendments"], [...OF_EVERYTHING], readAmendments));
