import "server-only";
import { ownOf } from "../../core/actor.ts";
import { command } from "../../core/command.ts";
import { refusalOf, sqlStateOf, type Transaction } from "../../core/db.ts";
import { done, refused } from "../../core/result.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import {
  type Fall,
  type Fallen,
  goesAlone,
  isFirstWording,
  keyOfRow,
  type Loosened,
  NOTED,
  tableOf,
  wordOf,
} from "./draft.ts";
import { fallOf } from "./draft-desk-queries.ts";
import type { DraftToDiscard } from "./draft-schema.ts";

/**
 * Throws a draft away, with the parts that are nothing without it; contributors their own. What else rests on it goes too
 * when whoever throws it away has read what that is (`along`): otherwise, and where something public or a party's answer
 * rests on it, all of it stays. The history remembers the words.
 */
export const discardDraft = command(
  { name: "draft.discard", role: "contributor" },
  async (tx, actor, { table, id, along }: DraftToDiscard) => {
    const fall = await fallOf(actor, tableOf(table), id);
    const [draft] = fall?.goes ?? [];
    const { createdBy = draft?.row.createdBy } = ownOf(actor);
    if (!fall || !draft || draft.row.createdBy !== createdBy) return refused("unknown-draft");
    if (draft.row.publishedAt !== null) return refused("already-published");
    if (isFirstWording(draft)) return refused("first-wording");
    if (fall.keeps.length > 0) return refused("still-needed");
    if (along !== undefined && along !== wordOf(fall)) return refused("goes-along-changed");
    if (along === undefined && !goesAlone(fall)) return refused("still-needed");
    try {
      await discard(tx, fall);
    } catch (error) {
      // Somebody has written what rests on it, or published it, since it was looked at.
      if (isHeld(error)) return refused("goes-along-changed");
      throw error;
    }
    return done({ id, rows: fall.goes.length });
  },
);

const name = (identifier: string) => Prisma.raw(`"${identifier}"`);

/** The row itself, by the columns that name it. */
function itself({ table, row }: Fallen): Prisma.Sql {
  const columns = table === "Asking" ? ["requestId"] : "id" in row ? ["id"] : ["claimId", "falsifierId"];
  return Prisma.join(
    columns.map((column) => Prisma.sql`${name(column)} = ${String(row[column])}::uuid`),
    " AND ",
  );
}

/** What else is empty in a row that no longer says where its words stand. */
const WITH: Readonly<Record<string, readonly string[]>> = {
  "Evidence snapshotId": ["page", "prefix", "suffix", "charStart", "charEnd"],
};

async function loosen(tx: Transaction, row: Loosened): Promise<void> {
  const columns = [row.column, ...(WITH[`${row.table} ${row.column}`] ?? [])];
  const empty = columns.map((column) => Prisma.sql`${name(column)} = NULL`);
  const saved = "revision" in row.row ? [Prisma.sql`"revision" = "revision" + 1`] : [];
  await tx.$executeRaw`UPDATE ${name(row.table)} SET ${Prisma.join([...empty, ...saved])} WHERE ${itself(row)}`;
}

/** Deletes what goes, each row before those that it names. */
async function discard(tx: Transaction, { goes, loosened }: Fall): Promise<void> {
  for (const row of loosened) await loosen(tx, row);
  const left = new Map(goes.map((row) => [keyOfRow(row), row]));
  while (left.size > 0) {
    const named = new Set(
      [...left.values()].flatMap(({ row }) =>
        Object.entries(row).flatMap(([column, value]) =>
          column.endsWith("Id") && typeof value === "string" ? [value] : [],
        ),
      ),
    );
    const free = [...left.values()].filter(
      (row) => !named.has(row.id) || (row.table === "Asking" && !("id" in row.row)),
    );
    // Rows that name each other in a ring: events, each placed by the other. One of them lets go first.
    const [ring] = free.length > 0 ? free : [...left.values()].filter(({ table }) => table === "Event");
    if (free.length === 0) {
      if (!ring) throw new Error("Drafts that rest on each other in a ring");
      await tx.$executeRaw`
        UPDATE "Event" SET "happened" = coalesce("happened", '2000'), "beforeId" = NULL, "afterId" = NULL, "answersId" = NULL
         WHERE ${itself(ring)}`;
      left.set(keyOfRow(ring), {
        ...ring,
        row: { ...ring.row, beforeId: null, afterId: null, answersId: null },
      });
      continue;
    }
    for (const row of free) {
      if (row.table === "Snapshot")
        for (const table of NOTED)
          await tx.$executeRaw`DELETE FROM ${name(table)} WHERE "snapshotId" = ${row.id}::uuid`;
      await tx.$executeRaw`DELETE FROM ${name(row.table)} WHERE ${itself(row)}`;
      left.delete(keyOfRow(row));
    }
  }
}

/** What PostgreSQL answers when a row is thrown away that another names: restrict_violation, foreign_key_violation. */
const FOREIGN_KEY = ["23001", "23503"];

const isHeld = (error: unknown): boolean =>
  refusalOf(error) === "unknown-reference" ||
  refusalOf(error) === "never-changed" ||
  FOREIGN_KEY.includes(sqlStateOf(error) ?? "");
