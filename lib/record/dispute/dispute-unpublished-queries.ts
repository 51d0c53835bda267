import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { writtenBy } from "../../desk/history/history-queries.ts";
import { hindrancesOf } from "../evidence/evidence-hindrance.ts";
import { namedParty } from "../party/party.ts";
import type { SeenTable } from "../seen/seen.ts";
import { type Shown, toPublish } from "../seen/seen-queries.ts";
import { saidBy } from "../seen/seen-row.ts";
import { type DraftTable, ROWS_OF, rowIdOf, type Unpublished } from "./dispute-drafts.ts";

type Row = Readonly<Record<string, unknown>>;

/** A table, as far as its drafts are looked for. */
interface Findable {
  findMany(asked: { where: object; select: object }): Promise<Row[]>;
}

/** What the history names a row by. */
const IDS = (table: DraftTable): object => {
  if (table === "asking") return { requestId: true };
  return table === "claimFalsifier" ? { claimId: true, falsifierId: true } : { id: true };
};

/** The table as the database calls it. */
const seenTable = (table: DraftTable) =>
  (table.charAt(0).toUpperCase() + table.slice(1)) as Capitalize<DraftTable> & SeenTable;

const DRAFT_TABLES = Object.keys(ROWS_OF) as DraftTable[];

/** What `publishDispute` publishes: every draft of the dispute, and what it would leave without a role. */
export async function disputeShown(
  disputeId: string,
): Promise<Shown<{ readonly slug: string; readonly stray: readonly Bilingual[] }> | null> {
  const tables: Readonly<Record<DraftTable, Findable>> = db();
  const dispute = await db().dispute.findUnique({ where: { id: disputeId }, select: { slug: true } });
  if (!dispute) return null;
  const which: { [T in SeenTable]?: string[] } = {};
  for (const table of DRAFT_TABLES) {
    const rows = await tables[table].findMany({
      where: { ...ROWS_OF[table](disputeId), publishedAt: null },
      select: IDS(table),
    });
    which[seenTable(table)] = rows.map(rowIdOf);
  }
  return { which, view: { slug: dispute.slug, stray: await partiesWithoutRole(disputeId) } };
}

/** The page of a dispute's publication: its drafts, what stands in their way, and the word for having seen them. */
export interface DisputeToPublish {
  readonly seen: string;
  readonly rows: readonly Unpublished[];
  /** Draft parties that the dispute names and that have no role in it. */
  readonly stray: readonly Bilingual[];
}

/** Everything of a dispute that `publishDispute` would make public, and what stands in its way. Null: out of reach. */
export async function disputeToPublish(actor: Actor, disputeId: string): Promise<DisputeToPublish | null> {
  if (!isId(disputeId) || !atLeast(actor, "journalist")) return null;
  const found = await toPublish(() => disputeShown(disputeId));
  if (!found) return { seen: "", rows: [], stray: [] };
  const mine = await writtenBy(
    actor.id,
    found.rows.map(({ id }) => id),
  );
  const rows = DRAFT_TABLES.flatMap((table) =>
    found.rows
      .filter((row) => row.table === seenTable(table))
      .map((row) => ({
        table,
        id: row.id,
        parentId: parentOf(row.row),
        ...saidBy(row.row),
        hindrances: hindrancesOf(row),
        own: mine.has(row.id),
      })),
  );
  return { seen: found.seen, rows, stray: found.view.stray };
}

/** The rows alone. */
export const unpublishedOf = async (
  actor: Actor,
  disputeId: string,
): Promise<readonly Unpublished[] | null> => (await disputeToPublish(actor, disputeId))?.rows ?? null;

const PARENTS = ["falsifierId", "fromId", "claimId", "partyId", "sourceId"] as const;

const parentOf = (row: Row): string | null => {
  const parent = PARENTS.map((name) => row[name]).find((value) => typeof value === "string");
  return typeof parent === "string" ? parent : null;
};

/**
 * Draft parties that the dispute names and that have no role in it. A party is published with its role: one without
 * would be public by its address alone.
 */
async function partiesWithoutRole(disputeId: string): Promise<readonly Bilingual[]> {
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
