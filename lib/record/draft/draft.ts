/**
 * Throwing drafts away: which can be, and what becomes of the rows that rest on one. Pure.
 */
import { contentHash } from "../../core/content-hash.ts";

/** What can be thrown away before it is public, by table. What a party has answered is not ours to throw away. */
export const DISCARDABLE = [
  "dispute",
  "disputeWording",
  "party",
  "partyWording",
  "partyRole",
  "partyIdentifier",
  "claim",
  "claimWording",
  "notConcerned",
  "interest",
  "appearance",
  "relation",
  "source",
  "snapshot",
  "sourceEdge",
  "evidence",
  "event",
  "falsifier",
  "claimFalsifier",
  "falsifierState",
  "replyRequest",
  "asking",
] as const;
export type Discardable = (typeof DISCARDABLE)[number];

/** The table as the database calls it. */
export const tableOf = (table: Discardable): string => table.charAt(0).toUpperCase() + table.slice(1);

/** Two ids make one address: `<claim>~<falsifier>`. */
export const idInAddress = (id: string): string => id.replace("/", "~");
export const idFromAddress = (named: string): string => named.replace("~", "/");

/** A row as the database has it. */
export interface Fallen {
  readonly table: string;
  /** As the history names it. */
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** A row that stays and loses what it said of one that goes. */
export interface Loosened extends Fallen {
  readonly column: string;
}

/** What throwing one draft away comes to. */
export interface Fall {
  /** The draft itself first, and what goes with it. */
  readonly goes: readonly Fallen[];
  readonly loosened: readonly Loosened[];
  /** What keeps it: nothing goes while there is any. */
  readonly keeps: readonly Fallen[];
}

export const keyOfRow = ({ table, id }: Pick<Fallen, "table" | "id">): string => `${table} ${id}`;

/** The word for having read what goes and what is changed: another fall has another. */
export const wordOf = ({ goes, loosened }: Fall): string =>
  contentHash([goes.map(keyOfRow).sort(), loosened.map((each) => `${keyOfRow(each)} ${each.column}`).sort()]);

/** The parts of a row, which are nothing without it and go without being asked about. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  Dispute: ["DisputeWording"],
  Party: ["PartyIdentifier", "PartyRole", "PartyWording"],
  Claim: ["Interest", "ClaimWording"],
  Falsifier: ["FalsifierState", "ClaimFalsifier"],
  ReplyRequest: ["Asking"],
};

/** Whether anything goes, or is changed, besides the draft and its parts. */
export function goesAlone({ goes: [first, ...others], loosened }: Fall): boolean {
  if (loosened.length > 0 || !first) return false;
  return others.every(
    ({ table, row }) =>
      PARTS[first.table]?.includes(table) || (first.table === "Source" && row.fromId === first.id),
  );
}

/** How one table names another. */
export interface ForeignKey {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
  /** The column may be empty. */
  readonly isOptional: boolean;
  /** The database deletes the child itself. */
  readonly cascades: boolean;
}

/** No drafts of anybody's, only what was noted of a copy: it goes without a word. */
export const NOTED = ["Timestamp", "OutsideCopy", "Capture"];

/** Not rows of the record, and nothing without what they are about: they go, and are named. */
const ALONG = ["VerdictDraft", "Review"];

/** A row that is about nothing else than what it names goes with it, though the column may be empty. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  Declining: ["replyId", "submittedId"],
  Correction: ["claimId", "verdictId"],
};

/** An event without a date has its place by another event; without that it has none. */
const isPlaced = (row: Fallen["row"], without: string): boolean =>
  row.happened !== null || ["beforeId", "afterId"].some((name) => name !== without && row[name] !== null);

/**
 * What becomes of a row that names one that goes.
 *
 * @param actorId - who throws away
 */
export function fateOf(
  { row, table }: Fallen,
  { column, isOptional }: ForeignKey,
  actorId: string,
): "goes" | "noted" | "loosened" | "keeps" {
  if (NOTED.includes(table)) return "noted";
  if (ALONG.includes(table)) return "goes";
  if (!("publishedAt" in row) || row.publishedAt !== null) return "keeps";
  // What a party has answered is thrown away by whoever wrote it down, or by two (reply.discard).
  if (table === "Reply" && row.createdBy !== actorId) return "keeps";
  if (!isOptional || ABOUT[table]?.includes(column)) return "goes";
  return table === "Event" && !isPlaced(row, column) ? "goes" : "loosened";
}

/** A first wording goes only with what it words. */
export const isFirstWording = ({ table, row }: Fallen): boolean =>
  table.endsWith("Wording") && row.version === 1;
