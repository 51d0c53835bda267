import "server-only";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { AmendableTable } from "./amendment.ts";
import { namesOf } from "./amendment-name-queries.ts";
import type { Look, Stood } from "./amendment-stood-queries.ts";

/** What a row is known by, and the public page that shows it. */
export interface RowPlace {
  readonly words: Bilingual;
  /** Without language. */
  readonly path: string;
}

/** A row, by its table and id. */
export interface RowRef {
  readonly table: AmendableTable;
  readonly rowId: string;
}

/** A row as it was found: its page, and its own words or the id of what names it. */
interface Found {
  readonly id: string;
  readonly path: string;
  readonly knownBy: Bilingual | string;
}

const slug = { select: { slug: true } } as const;
const title = { id: true, titleSv: true, titleEn: true } as const;
const text = { id: true, textSv: true, textEn: true } as const;
const among = (ids: string[]) => ({ id: { in: ids } });

/** How the rows of each table are found, with what they are known by and where they are shown. */
const FIND: { readonly [T in AmendableTable]: (ids: string[], stood: Stood) => Promise<Found[]> } = {
  Party: async (ids) => {
    const rows = await db().party.findMany({ where: among(ids), select: { id: true, slug: true } });
    return rows.map((row) => ({ id: row.id, knownBy: row.id, path: `/parties/${row.slug}` }));
  },
  PartyRole: async (ids) => {
    const select = { id: true, partyId: true, dispute: slug };
    const rows = await db().partyRole.findMany({ where: among(ids), select });
    return rows.map(({ id, partyId, dispute }) => ({
      ...{ id, knownBy: partyId, path: `/disputes/${dispute.slug}` },
    }));
  },
  PartyIdentifier: async (ids) => {
    const select = { id: true, partyId: true, party: slug };
    const rows = await db().partyIdentifier.findMany({ where: among(ids), select });
    return rows.map(({ id, partyId, party }) => ({
      ...{ id, knownBy: partyId, path: `/parties/${party.slug}` },
    }));
  },
  Claim: async (ids) => {
    const rows = await db().claim.findMany({ where: among(ids), select: { id: true, slug: true } });
    return rows.map((row) => ({ id: row.id, knownBy: row.id, path: `/claims/${row.slug}` }));
  },
  Interest: async (ids, stood) => {
    const select = { id: true, partyId: true, claim: slug };
    const rows = (await db().interest.findMany({ where: among(ids), select })).map(stood);
    return rows.map(({ id, partyId, claim }) => ({ id, knownBy: partyId, path: `/claims/${claim.slug}` }));
  },
  Appearance: async (ids, stood) => {
    const select = { id: true, partyId: true, claim: slug };
    const rows = (await db().appearance.findMany({ where: among(ids), select })).map(stood);
    return rows.map(({ id, partyId, claim }) => ({ id, knownBy: partyId, path: `/claims/${claim.slug}` }));
  },
  Relation: async (ids) => {
    const rows = await db().relation.findMany({
      where: among(ids),
      select: { id: true, toId: true, from: slug },
    });
    return rows.map(({ id, toId, from }) => ({ id, knownBy: toId, path: `/claims/${from.slug}` }));
  },
  Source: async (ids, stood) => {
    const rows = (await db().source.findMany({ where: among(ids), select: title })).map(stood);
    return rows.map((row) => ({
      id: row.id,
      knownBy: { sv: row.titleSv, en: row.titleEn },
      path: `/sources/${row.id}`,
    }));
  },
  SourceEdge: async (ids) => {
    const rows = await db().sourceEdge.findMany({
      where: among(ids),
      select: { id: true, fromId: true, toId: true },
    });
    return rows.map(({ id, fromId, toId }) => ({ id, knownBy: toId, path: `/sources/${fromId}` }));
  },
  Evidence: async (ids) => {
    const select = { id: true, sourceId: true, claim: slug };
    const rows = await db().evidence.findMany({ where: among(ids), select });
    return rows.map(({ id, sourceId, claim }) => ({ id, knownBy: sourceId, path: `/claims/${claim.slug}` }));
  },
  Falsifier: async (ids, stood) => {
    const select = { ...text, dispute: slug };
    const rows = (await db().falsifier.findMany({ where: among(ids), select })).map(stood);
    return rows.map(inDisputeBy);
  },
  Event: async (ids, stood) => {
    const rows = (await db().event.findMany({ where: among(ids), select: { ...text, dispute: slug } })).map(
      stood,
    );
    return rows.map(inDisputeBy);
  },
};

const inDisputeBy = (row: {
  id: string;
  textSv: string;
  textEn: string;
  dispute: { slug: string };
}): Found => ({
  ...{ id: row.id, knownBy: { sv: row.textSv, en: row.textEn }, path: `/disputes/${row.dispute.slug}` },
});

/** What rows are known by, and where they are shown. */
export async function placesOf(rows: readonly RowRef[], look: Look): Promise<ReadonlyMap<string, RowPlace>> {
  const found: Found[] = [];
  for (const [table, those] of Map.groupBy(rows, (row) => row.table))
    found.push(...(await FIND[table]([...new Set(those.map(({ rowId }) => rowId))], look.stood)));
  const names = await namesOf(
    found.flatMap(({ knownBy }) => (typeof knownBy === "string" ? [knownBy] : [])),
    look,
  );
  return new Map(
    found.flatMap(({ id, knownBy, path }) => {
      const words = typeof knownBy === "string" ? names.get(knownBy) : knownBy;
      return words ? [[id, { path, words }] as const] : [];
    }),
  );
}

/** Where a row is published and listed: in which dispute, and under which claim. */
export interface Belongs {
  readonly disputeId: string;
  readonly claimId: string | null;
}

const inDispute = { disputeId: true } as const;
const aClaim = { claim: { select: { id: true, ...inDispute } } } as const;

const ofDispute = async (row: Promise<{ disputeId: string } | null>): Promise<Belongs | null> => {
  const found = await row;
  return found && { disputeId: found.disputeId, claimId: null };
};
const ofClaim = async (
  row: Promise<{ claim: { id: string; disputeId: string } } | null>,
): Promise<Belongs | null> => {
  const found = await row;
  return found && { disputeId: found.claim.disputeId, claimId: found.claim.id };
};
/** A party is of several disputes: what is said of it is published in the first of them. */
const ofParty = (partyId: string) =>
  ofDispute(
    db().partyRole.findFirst({
      where: { partyId, publishedAt: { not: null }, dispute: { publishedAt: { not: null } } },
      orderBy: { id: "asc" },
      select: inDispute,
    }),
  );

const BELONGS: { readonly [T in AmendableTable]: (id: string) => Promise<Belongs | null> } = {
  Party: ofParty,
  PartyRole: (id) => ofDispute(db().partyRole.findUnique({ where: { id }, select: inDispute })),
  PartyIdentifier: async (id) => {
    const row = await db().partyIdentifier.findUnique({ where: { id }, select: { partyId: true } });
    return row && ofParty(row.partyId);
  },
  Claim: async (id) => {
    const row = await db().claim.findUnique({ where: { id }, select: inDispute });
    return row && { ...row, claimId: id };
  },
  Interest: (id) => ofClaim(db().interest.findUnique({ where: { id }, select: aClaim })),
  Appearance: (id) => ofClaim(db().appearance.findUnique({ where: { id }, select: aClaim })),
  Relation: async (id) => {
    const row = await db().relation.findUnique({ where: { id }, select: { from: aClaim.claim } });
    return row && { disputeId: row.from.disputeId, claimId: row.from.id };
  },
  Source: (id) => ofDispute(db().source.findUnique({ where: { id }, select: inDispute })),
  SourceEdge: async (id) => {
    const row = await db().sourceEdge.findUnique({ where: { id }, select: { from: { select: inDispute } } });
    return row && { disputeId: row.from.disputeId, claimId: null };
  },
  Evidence: (id) => ofClaim(db().evidence.findUnique({ where: { id }, select: aClaim })),
  Falsifier: (id) => ofDispute(db().falsifier.findUnique({ where: { id }, select: inDispute })),
  Event: (id) => ofDispute(db().event.findUnique({ where: { id }, select: inDispute })),
};

/** The dispute of a row, and its claim. Null: there is no such row, or a party that no public dispute has. */
export const belongsTo = (table: AmendableTable, rowId: string): Promise<Belongs | null> =>
  BELONGS[table](rowId);

/** Whether there is such a row, and it is public. */
export async function isPublic(table: AmendableTable, rowId: string): Promise<boolean> {
  const [found] = await db().$queryRaw<{ there: boolean }[]>`
    SELECT EXISTS (SELECT FROM ${Prisma.raw(`"${table}"`)} t WHERE t."id" = ${rowId}::uuid AND t."publishedAt" IS NOT NULL) AS there`;
  return found?.there ?? false;
}
