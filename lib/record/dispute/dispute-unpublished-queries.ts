import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { newest } from "../../core/published.ts";
import { mayPublishInstead } from "../../desk/history/history-desk-queries.ts";
import { writtenBy } from "../../desk/history/history-queries.ts";
import { claimText } from "../claim/claim.ts";
import { namedParty } from "../party/party.ts";
import type { SeenRow, SeenTable } from "../seen/seen.ts";
import { type Shown, toPublish } from "../seen/seen-queries.ts";
import { type Said, saidBy } from "../seen/seen-row.ts";
import { disputeTitle } from "./dispute.ts";
import { type DraftTable, ROWS_OF, rowIdOf, type Unpublished } from "./dispute-drafts.ts";
import { namedBy, type Outside, type Planned, planOf, type Thing } from "./dispute-plan.ts";
import { type SourceLanguage, warningsOf } from "./dispute-warning.ts";

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

/** What `publishDispute` chooses from: every draft of the dispute. */
export async function disputeShown(disputeId: string): Promise<Shown<{ readonly slug: string }> | null> {
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
  return { which, view: { slug: dispute.slug } };
}

/**
 * What somebody may publish of these drafts, and why each of the others stays: for the page, and for the command that holds
 * the rows.
 *
 * @param chosen - the keys of what is chosen; null: all of it
 */
export async function planFor(
  memberId: string,
  rows: readonly SeenRow[],
  chosen: readonly string[] | null,
): Promise<Planned[]> {
  const own = await writtenBy(
    memberId,
    rows.map(({ id }) => id),
  );
  return planOf({ rows, own, outside: await draftsOutside(rows), chosen: chosen && new Set(chosen) });
}

/** The drafts that rows name and that are not among them: they cannot become public before those. */
async function draftsOutside(rows: readonly SeenRow[]): Promise<Outside[]> {
  const inside = new Set(rows.map(({ id }) => id));
  const id = { in: [...new Set(rows.flatMap(namedBy))].filter((each) => !inside.has(each)) };
  if (id.in.length === 0) return [];
  const where = { id, publishedAt: null };
  const wordings = newest;
  const { party, claim, source, snapshot, event, falsifier, dispute } = db();
  const parties = await party.findMany({ where, include: { wordings } });
  const claims = await claim.findMany({ where, include: { wordings } });
  const sources = await source.findMany({ where });
  const copies = await snapshot.findMany({ where });
  const events = await event.findMany({ where });
  const falsifiers = await falsifier.findMany({ where });
  const disputes = await dispute.findMany({ where, include: { wordings } });
  return [
    ...parties.map((row) => ({ table: "Party", id: row.id, words: namedParty(row).name }) as const),
    ...claims.map((row) => ({ table: "Claim", id: row.id, words: claimText(row) }) as const),
    ...sources.map(
      (row) => ({ table: "Source", id: row.id, words: { sv: row.titleSv, en: row.titleEn } }) as const,
    ),
    ...copies.map(({ id: copyId, fileName, sha256 }) => {
      const name = fileName ?? sha256.slice(0, 12);
      return { table: "Snapshot", id: copyId, words: { sv: name, en: name } } as const;
    }),
    ...events.map(
      (row) => ({ table: "Event", id: row.id, words: { sv: row.textSv, en: row.textEn } }) as const,
    ),
    ...falsifiers.map(
      (row) => ({ table: "Falsifier", id: row.id, words: { sv: row.textSv, en: row.textEn } }) as const,
    ),
    ...disputes.map((row) => ({ table: "Dispute", id: row.id, words: disputeTitle(row) }) as const),
  ];
}

/** The page of a dispute's publication: its drafts, what stands in their way, and the word for having seen them. */
export interface DisputeToPublish {
  readonly seen: string;
  readonly drafts: readonly Unpublished[];
}

/**
 * Everything of a dispute that `publishDispute` could make public, and why it would leave some of it. Null: out of reach.
 *
 * @param chosen - the keys of what is chosen; left out: all of it
 */
export async function disputeToPublish(
  actor: Actor,
  disputeId: string,
  chosen: readonly string[] | null = null,
): Promise<DisputeToPublish | null> {
  if (!isId(disputeId) || !atLeast(actor, "journalist")) return null;
  const found = await toPublish(() => disputeShown(disputeId));
  if (!found) return { seen: "", drafts: [] };
  const plan = await planFor(actor.id, found.rows, chosen);
  const warnings = warningsOf(plan, await languagesOf(found.rows));
  const own = plan.filter(({ why }) => why.some(({ reason }) => reason === "own"));
  const instead = await mayPublishInstead(
    actor,
    own.flatMap(({ rows }) => rows.map(({ id }) => id)),
  );
  const drafts = DRAFT_TABLES.flatMap((table) =>
    plan
      .filter((thing) => thing.table === seenTable(table))
      .map((thing) => ({
        ...{ key: thing.key, table, id: thing.id, rows: thing.rows.length, why: thing.why },
        needs: thing.needs,
        parentId: parentOf(thing),
        slug: slugOf(thing),
        ...saidByAll(thing),
        warnings: warnings.get(thing.key) ?? [],
        colleagues: own.includes(thing)
          ? instead.filter(({ wrote }) => !thing.rows.some(({ id }) => wrote.has(id))).map(({ name }) => name)
          : null,
      })),
  );
  return { seen: found.seen, drafts };
}

/** The drafts alone. */
export const unpublishedOf = async (
  actor: Actor,
  disputeId: string,
): Promise<readonly Unpublished[] | null> => (await disputeToPublish(actor, disputeId))?.drafts ?? null;

/** In what language the sources are that rows name. */
async function languagesOf(rows: readonly SeenRow[]): Promise<SourceLanguage[]> {
  const ids = rows.flatMap(({ row }) => (typeof row.sourceId === "string" ? [row.sourceId] : []));
  return db().source.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, language: true },
  });
}

/** All that the rows of a thing say: the words it is known by stand in the last of them that has any. */
export function saidByAll({ rows }: Pick<Thing, "rows">): Said {
  // An address for ever is said as that, and a copy is known by its source.
  const said = rows.map(({ row: { slug: _, sha256: __, ...row } }) => saidBy(row));
  const worded = said.findLast(({ words }) => words.sv + words.en !== "") ?? said[0];
  const others = said.filter((each) => each !== worded && each.words.sv + each.words.en !== "");
  return {
    words: worded?.words ?? { sv: "", en: "" },
    texts: [...(worded?.texts ?? []), ...others.flatMap(({ words, texts }) => [words, ...texts])],
    names: [...new Set(said.flatMap(({ names }) => names))],
    dates: said.flatMap(({ dates }) => dates),
    choice: said.map(({ choice }) => choice).find((choice) => choice !== null) ?? null,
  };
}

const PARENTS = ["falsifierId", "fromId", "claimId", "partyId", "sourceId", "requestId"] as const;

function parentOf({ rows: [first] }: Thing): string | null {
  const parent = PARENTS.map((name) => first?.row[name]).find((value) => typeof value === "string");
  return typeof parent === "string" ? parent : null;
}

const slugOf = ({ rows: [first] }: Thing): string | null => {
  const slug = first?.row.slug;
  return typeof slug === "string" ? slug : null;
};
