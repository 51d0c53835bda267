import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { momentOfId } from "../../core/moment-of-id.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { seenRow } from "../seen/seen-queries.ts";
import { type Addressed, isAddressed, pathOf } from "./address.ts";

export interface DeskAddress {
  readonly table: Addressed;
  readonly id: string;
  readonly slug: string;
  readonly published: boolean;
  /** The slugs it had before, newest first: each leads to it. */
  readonly formerly: readonly string[];
  readonly proposed: {
    readonly id: string;
    readonly slug: string;
    readonly seen: string;
    readonly own: boolean;
  } | null;
}

const rowOf = (table: Addressed, id: string) => {
  const of = { where: { id }, select: { slug: true, publishedAt: true } };
  if (table === "Claim") return db().claim.findUnique(of);
  return table === "Dispute" ? db().dispute.findUnique(of) : db().party.findUnique(of);
};

/** The address of something, and the one that is proposed. Null: no such row, or not for this role. */
export async function addressFor(actor: Actor, table: string, id: string): Promise<DeskAddress | null> {
  if (!atLeast(actor, "journalist") || !isAddressed(table) || !isId(id)) return null;
  return oneMoment(async () => {
    const row = await rowOf(table, id);
    if (!row) return null;
    const all = await db().address.findMany({ where: { table, rowId: id }, orderBy: { id: "desc" } });
    const draft = all.find(({ publishedAt }) => publishedAt === null);
    return {
      ...{ table, id, slug: row.slug, published: row.publishedAt !== null },
      formerly: [
        ...new Set(all.filter(({ publishedAt }) => publishedAt !== null).map(({ previous }) => previous)),
      ].filter((slug) => slug !== row.slug),
      proposed: draft
        ? {
            ...{ id: draft.id, slug: draft.slug, own: draft.createdBy === actor.id },
            seen: await seenRow("Address", draft.id),
          }
        : null,
    };
  });
}

/** The addresses of a dispute that are not public yet: publishing it makes them permanent. */
export async function addressesToBe(
  actor: Actor,
  disputeId: string,
): Promise<{ readonly table: Addressed; readonly id: string; readonly path: string }[]> {
  if (!atLeast(actor, "journalist") || !isId(disputeId)) return [];
  const draft = { publishedAt: null };
  const select = { id: true, slug: true };
  const disputes = await db().dispute.findMany({ where: { id: disputeId, ...draft }, select });
  const claims = await db().claim.findMany({
    where: { disputeId, ...draft },
    orderBy: { number: "asc" },
    select,
  });
  const parties = await db().party.findMany({
    where: { roles: { some: { disputeId } }, ...draft },
    orderBy: { id: "asc" },
    select,
  });
  const as = (table: Addressed, rows: readonly { readonly id: string; readonly slug: string }[]) =>
    rows.map(({ id, slug }) => ({ table, id, path: pathOf(table, slug) }));
  return [...as("Dispute", disputes), ...as("Claim", claims), ...as("Party", parties)];
}

/** Addresses that somebody has proposed and nobody has published, oldest first. */
export async function addressesWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "editor")) return [];
  const rows = await db().address.findMany({
    where: { publishedAt: null, createdBy: { not: actor.id } },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ id, table, rowId, slug }) =>
    isAddressed(table)
      ? [
          {
            id,
            href: `/desk/addresses/${table}/${rowId}`,
            title: { sv: pathOf(table, slug), en: pathOf(table, slug) },
            at: momentOfId(id),
          },
        ]
      : [],
  );
}
