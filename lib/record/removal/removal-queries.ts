import "server-only";
import { cache } from "react";
import { db } from "../../core/db.ts";
import { kept } from "../../core/kept-queries.ts";
import { isId } from "../../core/language/language-schema.ts";
import { disputeTags } from "../dispute/dispute-tags.ts";
import { isDown, type RemovalView, removalView, withDecision } from "./removal.ts";

const ALL = [disputeTags.record(), disputeTags.everything()];

/** Every removal there has been, those that were undone too, newest first. */
export async function readRemovals(): Promise<RemovalView[]> {
  const rows = await db().removal.findMany({
    where: { publishedAt: { not: null } },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    include: withDecision,
  });
  return rows.flatMap((row) => removalView(row) ?? []);
}

export const removals = cache(() => kept(["removals"], ALL, readRemovals));

/** One removal. Null: there is none of that id. */
export async function readRemoval(id: string): Promise<RemovalView | null> {
  if (!isId(id)) return null;
  const row = await db().removal.findUnique({ where: { id }, include: withDecision });
  return row && removalView(row);
}

export const removalOn = cache((id: string) => kept(["removal", id], ALL, () => readRemoval(id)));

/** What has been taken down of something that is shown: its page says so, where a number or a place would otherwise be wrong. */
export async function takenDownOf(ids: readonly string[]): Promise<RemovalView[]> {
  const rows = await db().hiddenRow.findMany({
    where: { refs: { hasSome: [...ids] }, removalId: { not: null } },
    distinct: ["removalId"],
    select: { removal: { include: withDecision } },
  });
  return rows
    .flatMap(({ removal }) => (removal && removalView(removal)) ?? [])
    .filter(isDown)
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
}

/** The same of a dispute, with that of its claims. */
export async function takenDownIn(disputeId: string): Promise<RemovalView[]> {
  const claims = await db().claim.findMany({ where: { disputeId }, select: { id: true } });
  return takenDownOf([disputeId, ...claims.map(({ id }) => id)]);
}
