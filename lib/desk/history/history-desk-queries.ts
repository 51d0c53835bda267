import "server-only";
import { z } from "zod";
import { type Actor, atLeast, type Role } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { type FieldDifference, fieldDifferences } from "../../core/text-difference.ts";
import { memberNames } from "../member/member-queries.ts";
import { writtenBy } from "./history-queries.ts";

export interface HistoryLine {
  readonly seq: string;
  readonly at: string;
  /** Null: not a member of the desk. */
  readonly by: string | null;
  readonly table: string;
  readonly rowId: string;
  readonly kind: "made" | "changed" | "discarded" | "published";
  readonly fields: readonly FieldDifference[];
}

const PAGE = 50;

const json = z.json();

interface Asked {
  /** Only what belongs to one claim. */
  readonly claimId?: string;
  /** Only what is older than this line. */
  readonly before?: string;
}

/** Who changed what, newest first, some at a time. Journalists and above: it holds everybody's drafts. */
export async function historyForDesk(
  actor: Actor,
  { claimId, before }: Asked,
): Promise<{ lines: HistoryLine[]; older: string | null }> {
  if (!atLeast(actor, "journalist")) return { lines: [], older: null };
  const seq = before && /^\d{1,18}$/.test(before) ? BigInt(before) : undefined;
  const rowIds = claimId && isId(claimId) ? await rowsOf(claimId) : undefined;
  const rows = await db().change.findMany({
    where: { seq: seq === undefined ? undefined : { lt: seq }, rowId: rowIds && { in: rowIds } },
    orderBy: { seq: "desc" },
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const names = await memberNames(shown.map((row) => row.actor));
  return {
    lines: shown.map((row) => ({
      seq: String(row.seq),
      at: row.at.toISOString(),
      by: names.get(row.actor) ?? null,
      table: row.table,
      rowId: row.rowId,
      kind: kindOf(row.before, row.after),
      fields: fieldDifferences(json.parse(row.before), json.parse(row.after)),
    })),
    older: rows.length > PAGE ? String(shown.at(-1)?.seq ?? "") : null,
  };
}

function kindOf(before: unknown, after: unknown): HistoryLine["kind"] {
  if (before === null) return "made";
  if (after === null) return "discarded";
  return isPublished(after) && !isPublished(before) ? "published" : "changed";
}

const isPublished = (row: unknown): boolean =>
  typeof row === "object" && row !== null && "publishedAt" in row && row.publishedAt !== null;

/** Every row that is about one claim. */
async function rowsOf(claimId: string): Promise<string[]> {
  const id = { select: { id: true } };
  const claim = await db().claim.findUnique({
    where: { id: claimId },
    select: {
      wordings: id,
      interests: id,
      notConcerned: id,
      appearances: id,
      relations: id,
      evidence: { select: { id: true, sourceId: true } },
      requests: { select: { id: true, links: id, submitted: id, replies: id, declinings: id } },
      corrections: id,
      withdrawals: id,
      verdicts: { select: { clearances: id } },
      objections: id,
      tips: id,
      drafts: { select: { id: true, reviews: id } },
      falsifiers: { select: { falsifier: { select: { id: true, states: id } } } },
    },
  });
  const found = new Set([claimId]);
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) collect(each);
    else if (typeof value === "object" && value !== null)
      for (const each of Object.values(value)) collect(each);
    else if (typeof value === "string") found.add(value);
  };
  collect(claim);
  return [...found];
}

/** Whoever else may publish, and in which of these rows each has written: what one may not publish another may. */
export async function mayPublishInstead(
  actor: Actor,
  rowIds: readonly string[],
): Promise<readonly { readonly name: string; readonly wrote: ReadonlySet<string> }[]> {
  if (!atLeast(actor, "journalist") || rowIds.length === 0) return [];
  const rows = await db().member.findMany({
    where: { id: { not: isId(actor.id) ? actor.id : undefined }, disabledAt: null, role: { in: PUBLISHERS } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  return Promise.all(rows.map(async ({ id, name }) => ({ name, wrote: await writtenBy(id, rowIds) })));
}

const PUBLISHERS: Role[] = ["editor", "administrator"];
