import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { momentOfId } from "../../core/moment-of-id.ts";
import { newest } from "../../core/published.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { seenRow } from "../seen/seen-queries.ts";
import {
  isDown,
  isRemovable,
  type Outcome,
  type Removable,
  type RemovalView,
  removalView,
  withDecision,
} from "./removal.ts";

/** Something that can be taken down, as the desk calls it. */
export interface RemovableRow {
  readonly table: Removable;
  readonly id: string;
  readonly title: Bilingual;
  /** Its page at the desk; null: it has none of its own. */
  readonly href: string | null;
}

async function nameOf(table: Removable, id: string): Promise<RemovableRow | null> {
  const published = { id, publishedAt: { not: null } };
  const found = (title: Bilingual, href: string | null): RemovableRow => ({ table, id, title, href });
  if (table === "Claim") {
    const row = await db().claim.findFirst({ where: published, include: { wordings: newest } });
    const wording = row?.wordings[0];
    return row && found({ sv: wording?.textSv ?? "", en: wording?.textEn ?? "" }, `/desk/claims/${id}`);
  }
  if (table === "Dispute") {
    const row = await db().dispute.findFirst({ where: published, include: { wordings: newest } });
    const wording = row?.wordings[0];
    return row && found({ sv: wording?.titleSv ?? "", en: wording?.titleEn ?? "" }, `/desk/disputes/${id}`);
  }
  if (table === "Party") {
    const row = await db().party.findFirst({ where: published, include: { wordings: newest } });
    const wording = row?.wordings[0];
    return row && found({ sv: wording?.nameSv ?? "", en: wording?.nameEn ?? "" }, null);
  }
  const copy = table === "Snapshot" ? await db().snapshot.findFirst({ where: published }) : null;
  if (table === "Snapshot" && !copy) return null;
  const row = await db().source.findFirst({ where: copy ? { id: copy.sourceId } : published });
  return (
    row && found({ sv: row.titleSv, en: row.titleEn }, copy ? `/desk/copies/${id}` : `/desk/sources/${id}`)
  );
}

/** What is about to be taken down, and the word for having seen it. Null: nothing published, or not for this role. */
export async function toTakeDown(
  actor: Actor,
  table: string,
  id: string,
): Promise<(RemovableRow & { readonly seen: string; readonly down: string | null }) | null> {
  if (!atLeast(actor, "editor") || !isRemovable(table) || !isId(id)) return null;
  return oneMoment(async () => {
    const row = await nameOf(table, id);
    if (!row) return null;
    const before = await db().removal.findMany({ where: { rowId: id }, include: withDecision });
    const down = before.flatMap((each) => removalView(each) ?? []).find(isDown);
    return { ...row, seen: await seenRow(table, id), down: down?.id ?? null };
  });
}

export interface DeskRemoval {
  readonly removal: RemovalView;
  readonly row: RemovableRow;
  /** What somebody holds should become of it, for another to publish. */
  readonly proposed: {
    readonly id: string;
    readonly outcome: Outcome;
    readonly reason: Bilingual;
    readonly seen: string;
    readonly own: boolean;
  } | null;
  /** How many rows of the record readers do not see because of it. */
  readonly hidden: number;
}

/** A removal as editors see it, with what stood there. Null: there is none, or not for this role. */
export async function removalForDesk(actor: Actor, id: string): Promise<DeskRemoval | null> {
  if (!atLeast(actor, "editor") || !isId(id)) return null;
  return oneMoment(async () => {
    const found = await db().removal.findUnique({ where: { id }, include: withDecision });
    const removal = found && removalView(found);
    const row = removal && (await nameOf(removal.table, found.rowId));
    if (!row) return null;
    const draft = await db().removalDecision.findFirst({ where: { removalId: id, publishedAt: null } });
    return {
      removal,
      row,
      proposed: draft && {
        id: draft.id,
        outcome: draft.outcome,
        reason: { sv: draft.reasonSv, en: draft.reasonEn },
        seen: await seenRow("RemovalDecision", draft.id),
        own: draft.createdBy === actor.id,
      },
      hidden: await db().hiddenRow.count({ where: { removalId: id } }),
    };
  });
}

/** Every removal, with what stood there, newest first. */
export async function allRemovals(
  actor: Actor,
): Promise<{ readonly removal: RemovalView; readonly row: RemovableRow }[]> {
  if (!atLeast(actor, "editor")) return [];
  const rows = await db().removal.findMany({ orderBy: { id: "desc" }, take: 500, include: withDecision });
  const all: { removal: RemovalView; row: RemovableRow }[] = [];
  for (const found of rows) {
    const removal = removalView(found);
    const row = removal && (await nameOf(removal.table, found.rowId));
    if (row) all.push({ removal, row });
  }
  return all;
}

/** Removals that two people have not decided on yet, oldest first; of those proposed, what others than the proposer are to do. */
export async function removalsWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "editor")) return [];
  const rows = await db().removal.findMany({
    where: {
      publishedAt: { not: null },
      OR: [
        { decisions: { none: {} } },
        { decisions: { some: { publishedAt: null, createdBy: { not: actor.id } } } },
      ],
    },
    orderBy: { id: "asc" },
  });
  const items: WaitingItem[] = [];
  for (const { id, table, rowId } of rows) {
    const row = isRemovable(table) ? await nameOf(table, rowId) : null;
    if (row) items.push({ id, href: `/desk/removals/${id}`, title: row.title, at: momentOfId(id) });
  }
  return items;
}
