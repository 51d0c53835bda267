import "server-only";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { newest } from "../../core/published.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { AmendableTable } from "./amendment.ts";

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

interface Texts {
  readonly textSv: string;
  readonly textEn: string;
}

const party = { select: { slug: true, wordings: newest } } as const;
const claim = { select: { slug: true, wordings: newest } } as const;
const source = { select: { id: true, titleSv: true, titleEn: true } } as const;
const dispute = { select: { slug: true } } as const;

const partyName = ({
  slug,
  wordings: [wording],
}: {
  slug: string;
  wordings: { nameSv: string; nameEn: string }[];
}) => ({
  sv: wording?.nameSv || slug,
  en: wording?.nameEn || slug,
});
const claimWords = ({ slug, wordings: [wording] }: { slug: string; wordings: Texts[] }) => ({
  sv: wording?.textSv || slug,
  en: wording?.textEn || slug,
});
const titleOf = ({ titleSv, titleEn }: { titleSv: string; titleEn: string }) => ({
  sv: titleSv,
  en: titleEn,
});
const textOf = ({ textSv, textEn }: Texts) => ({ sv: textSv, en: textEn });

type Found = readonly (readonly [string, RowPlace])[];

/** How the rows of each table are found, with what they are known by and where they are shown. */
const FIND: { readonly [T in AmendableTable]: (ids: string[]) => Promise<Found> } = {
  Party: async (ids) => {
    const rows = await db().party.findMany({
      where: { id: { in: ids } },
      select: { id: true, ...party.select },
    });
    return rows.map((row) => [row.id, { words: partyName(row), path: `/parties/${row.slug}` }]);
  },
  PartyRole: async (ids) => {
    const rows = await db().partyRole.findMany({
      where: { id: { in: ids } },
      select: { id: true, party, dispute },
    });
    return rows.map((row) => [
      row.id,
      { words: partyName(row.party), path: `/disputes/${row.dispute.slug}` },
    ]);
  },
  PartyIdentifier: async (ids) => {
    const rows = await db().partyIdentifier.findMany({
      where: { id: { in: ids } },
      select: { id: true, party },
    });
    return rows.map((row) => [row.id, { words: partyName(row.party), path: `/parties/${row.party.slug}` }]);
  },
  Claim: async (ids) => {
    const rows = await db().claim.findMany({
      where: { id: { in: ids } },
      select: { id: true, ...claim.select },
    });
    return rows.map((row) => [row.id, { words: claimWords(row), path: `/claims/${row.slug}` }]);
  },
  Interest: async (ids) => {
    const rows = await db().interest.findMany({
      where: { id: { in: ids } },
      select: { id: true, party, claim },
    });
    return rows.map((row) => [row.id, { words: partyName(row.party), path: `/claims/${row.claim.slug}` }]);
  },
  Appearance: async (ids) => {
    const rows = await db().appearance.findMany({
      where: { id: { in: ids } },
      select: { id: true, party, claim },
    });
    return rows.map((row) => [row.id, { words: partyName(row.party), path: `/claims/${row.claim.slug}` }]);
  },
  Relation: async (ids) => {
    const rows = await db().relation.findMany({
      where: { id: { in: ids } },
      select: { id: true, from: claim, to: claim },
    });
    return rows.map((row) => [row.id, { words: claimWords(row.to), path: `/claims/${row.from.slug}` }]);
  },
  Source: async (ids) => {
    const rows = await db().source.findMany({ where: { id: { in: ids } }, ...source });
    return rows.map((row) => [row.id, { words: titleOf(row), path: `/sources/${row.id}` }]);
  },
  SourceEdge: async (ids) => {
    const rows = await db().sourceEdge.findMany({
      where: { id: { in: ids } },
      select: { id: true, from: source, to: source },
    });
    return rows.map((row) => [row.id, { words: titleOf(row.to), path: `/sources/${row.from.id}` }]);
  },
  Evidence: async (ids) => {
    const rows = await db().evidence.findMany({
      where: { id: { in: ids } },
      select: { id: true, source, claim },
    });
    return rows.map((row) => [row.id, { words: titleOf(row.source), path: `/claims/${row.claim.slug}` }]);
  },
  Falsifier: async (ids) => {
    const rows = await db().falsifier.findMany({
      where: { id: { in: ids } },
      select: { id: true, textSv: true, textEn: true, dispute },
    });
    return rows.map((row) => [row.id, { words: textOf(row), path: `/disputes/${row.dispute.slug}` }]);
  },
  Event: async (ids) => {
    const rows = await db().event.findMany({
      where: { id: { in: ids } },
      select: { id: true, textSv: true, textEn: true, dispute },
    });
    return rows.map((row) => [row.id, { words: textOf(row), path: `/disputes/${row.dispute.slug}` }]);
  },
};

/** What rows are known by, and where they are shown. */
export async function placesOf(rows: readonly RowRef[]): Promise<ReadonlyMap<string, RowPlace>> {
  const places = new Map<string, RowPlace>();
  for (const [table, those] of Map.groupBy(rows, (row) => row.table))
    for (const [id, place] of await FIND[table]([...new Set(those.map(({ rowId }) => rowId))]))
      places.set(id, place);
  return places;
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
