import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import { type AsOf, publishedBy } from "../../core/published.ts";
import { SWEDEN } from "../../core/zone.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import {
  AMENDABLE_TABLES,
  type AmendableTable,
  type AmendmentView,
  type Columns,
  changesBetween,
  isAmendable,
} from "./amendment.ts";
import { namesOf, zonesOf } from "./amendment-name-queries.ts";
import { placesOf } from "./amendment-place-queries.ts";
import { columnsIn, inPublic } from "./amendment-stood-queries.ts";

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

/** Amendments for readers, the newest first. What they say of whom is said by the names that stood then. */
async function views(rows: readonly AmendmentRow[], asOf: AsOf): Promise<AmendmentView[]> {
  if (rows.length === 0) return [];
  const disputeIds = rows.map(({ disputeId }) => disputeId);
  const look = await inPublic(disputeIds, asOf);
  const names = await namesOf(
    rows.flatMap(({ before, after }) => [...namedIn(columnsIn(before)), ...namedIn(columnsIn(after))]),
    look,
  );
  const zones = await zonesOf(disputeIds, look);
  const places = await placesOf(
    rows.flatMap(({ table, rowId }) => (isAmendable(table) ? [{ table, rowId }] : [])),
    look,
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
  return views(rows, asOf);
}

/** The tags of lists over the whole record (lib/record/dispute/dispute-tags.ts): this folder knows no noun. */
const OF_EVERYTHING = ["record", "everything"] as const;

/** Every amendment that is public, the newest first. */
export async function readAmendments(): Promise<AmendmentView[]> {
  const rows = await db().amendment.findMany({
    where: publishedBy(null),
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  return views(rows, null);
}

export const allAmended = cache(() => kept(["amendments"], [...OF_EVERYTHING], readAmendments));
