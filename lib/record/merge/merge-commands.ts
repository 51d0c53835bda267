import "server-only";
import { columns } from "../../core/columns.ts";
import { command } from "../../core/command.ts";
import type { Transaction } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { standing } from "../../core/published.ts";
import { done, type Result, refused } from "../../core/result.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import { appendToLog } from "../record-log/record-log-commands.ts";
import { holdRow } from "../seen/seen-commands.ts";
import { isMergeable, type Mergeable } from "./merge.ts";
import { movedRows, type NewMerge } from "./merge-schema.ts";

interface Ends {
  readonly previous: string;
  readonly name: Bilingual;
}

/** What is to be merged, if the two can be: published, neither merged before, of one dispute, and nothing half done. */
async function endsOf(
  tx: Transaction,
  { table, fromId, intoId }: Pick<NewMerge, "fromId" | "intoId"> & { table: Mergeable },
): Promise<Result<Ends, "unknown-reference" | "same-row" | "already-merged" | "draft-open" | "both-asked">> {
  if (fromId === intoId) return refused("same-row", "intoId");
  const ids = { id: { in: [fromId, intoId] }, publishedAt: { not: null } };
  const merged = await tx.merge.count({
    where: { fromId: { in: [fromId, intoId] }, publishedAt: { not: null } },
  });
  if (merged > 0) return refused("already-merged");
  if (table === "Party") {
    const rows = await tx.party.findMany({ where: ids, include: { wordings: standing(null) } });
    const from = rows.find(({ id }) => id === fromId);
    if (!from || rows.length !== 2) return refused("unknown-reference", "intoId");
    const [wording] = from.wordings;
    const asked = await bothAsked(tx, "partyId", "claimId", { fromId, intoId });
    if (asked) return refused("both-asked");
    return done({
      previous: from.slug,
      name: { sv: wording?.nameSv ?? from.slug, en: wording?.nameEn ?? from.slug },
    });
  }
  if (table === "Source") {
    const rows = await tx.source.findMany({ where: ids });
    const from = rows.find(({ id }) => id === fromId);
    if (!from || rows.length !== 2 || rows[0]?.disputeId !== rows[1]?.disputeId)
      return refused("unknown-reference", "intoId");
    return done({ previous: fromId, name: { sv: from.titleSv, en: from.titleEn } });
  }
  const rows = await tx.claim.findMany({ where: ids, include: { wordings: standing(null) } });
  const from = rows.find(({ id }) => id === fromId);
  if (!from || rows.length !== 2 || rows[0]?.disputeId !== rows[1]?.disputeId)
    return refused("unknown-reference", "intoId");
  if ((await tx.verdictDraft.count({ where: { claimId: fromId, closedAt: null } })) > 0)
    return refused("draft-open");
  if (await bothAsked(tx, "claimId", "partyId", { fromId, intoId })) return refused("both-asked");
  const [wording] = from.wordings;
  return done({
    previous: from.slug,
    name: { sv: wording?.textSv ?? from.slug, en: wording?.textEn ?? from.slug },
  });
}

/** Whether both have a request to, or on, the same: then one would lose its link and its answers. */
async function bothAsked(
  tx: Transaction,
  by: "claimId" | "partyId",
  other: "claimId" | "partyId",
  { fromId, intoId }: Pick<NewMerge, "fromId" | "intoId">,
): Promise<boolean> {
  const rows = await tx.replyRequest.findMany({ where: { [by]: { in: [fromId, intoId] } } });
  const of = (id: string) => rows.filter((row) => row[by] === id).map((row) => row[other]);
  const there = new Set(of(intoId));
  return of(fromId).some((each) => there.has(each));
}

/** Says that one row is another. Nothing changes until somebody else publishes it. */
export const proposeMerge = command(
  { name: "merge.propose", role: "journalist" },
  async (tx, actor, { table, fromId, intoId, reason }: NewMerge) => {
    if (!isMergeable(table)) return refused("unknown-reference");
    const ends = await endsOf(tx, { table, fromId, intoId });
    if (!ends.ok) return ends;
    const { previous, name } = ends.value;
    await tx.merge.create({
      data: {
        ...{ table, fromId, intoId, previous, createdBy: actor.id },
        ...columns("name", name),
        ...columns("reason", reason),
      },
    });
    return done({ table, fromId });
  },
);

/** Throws a proposal away. */
export const discardMerge = command(
  { name: "merge.discard", role: "journalist" },
  async (tx, _actor, { id }: { id: string }) => {
    const row = await tx.merge.findFirst({ where: { id, publishedAt: null } });
    if (!row) return refused("unknown-draft");
    await tx.merge.delete({ where: { id } });
    return done({ table: row.table, fromId: row.fromId });
  },
);

/** Makes the two one: what hangs on the weaker is moved, and its address leads to the stronger from now on. */
export const publishMerge = command(
  { name: "merge.publish", role: "editor", publishes: "record" },
  async (tx, actor, { id, seen }: { id: string; seen?: string }, now) => {
    const held = await holdRow(now, seen, "Merge", id);
    if (!held.ok) return held;
    const { at } = held.value;
    const draft = await tx.merge.findUnique({ where: { id } });
    if (!draft || !isMergeable(draft.table)) return refused("unknown-draft");
    if (draft.publishedAt) return refused("already-published");
    if (draft.createdBy === actor.id || (await wroteAmong(actor.id, [id])))
      return refused("author-cannot-approve");
    const { table, fromId, intoId } = draft;
    const ends = await endsOf(tx, { table, fromId, intoId });
    if (!ends.ok) return ends;
    // It has another address since: whoever publishes has read the one before.
    if (ends.value.previous !== draft.previous) return refused("changed-since-read");
    const published = await tx.merge.update({ where: { id }, data: { publishedAt: at } });
    const [answer] = await tx.$queryRaw<{ moved: unknown }[]>`SELECT move_merged(${id}::uuid) AS moved`;
    const moved = movedRows.parse(answer?.moved);
    await appendToLog(
      { type: "merge.published", subject: "", version: null, about: { moved }, rows: { merge: [published] } },
      at,
    );
    return done({ table, fromId, intoId });
  },
);
