import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { momentOfId } from "../../core/moment-of-id.ts";
import { newest } from "../../core/published.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { seenRow } from "../seen/seen-queries.ts";
import { isMergeable, type Mergeable } from "./merge.ts";

interface Named {
  readonly id: string;
  readonly name: Bilingual;
}

/** What of a table a row can be merged into, itself among them: what is published of its dispute, or every party. */
async function candidates(table: Mergeable, id: string): Promise<Named[]> {
  const published = { publishedAt: { not: null } };
  if (table === "Party") {
    const rows = await db().party.findMany({ where: published, include: { wordings: newest } });
    return rows.map(({ id: each, slug, wordings: [wording] }) => ({
      id: each,
      name: { sv: wording?.nameSv ?? slug, en: wording?.nameEn ?? slug },
    }));
  }
  if (table === "Source") {
    const own = await db().source.findUnique({ where: { id }, select: { disputeId: true } });
    const rows = await db().source.findMany({ where: { disputeId: own?.disputeId ?? id, ...published } });
    return rows.map((row) => ({ id: row.id, name: { sv: row.titleSv, en: row.titleEn } }));
  }
  const own = await db().claim.findUnique({ where: { id }, select: { disputeId: true } });
  const rows = await db().claim.findMany({
    where: { disputeId: own?.disputeId ?? id, ...published },
    include: { wordings: newest },
  });
  return rows.map(({ id: each, slug, wordings: [wording] }) => ({
    id: each,
    name: { sv: wording?.textSv ?? slug, en: wording?.textEn ?? slug },
  }));
}

export interface DeskMerge {
  readonly table: Mergeable;
  readonly from: Named;
  /** What it can be merged into. */
  readonly others: readonly Named[];
  readonly proposed: {
    readonly id: string;
    readonly into: Named;
    readonly reason: Bilingual;
    readonly publishedAt: string | null;
    readonly seen: string;
    readonly own: boolean;
  } | null;
}

/** Something that may be there twice, what it may be, and what somebody has proposed. Null: no such row, or not for this role. */
export async function mergeFor(actor: Actor, table: string, id: string): Promise<DeskMerge | null> {
  if (!atLeast(actor, "journalist") || !isMergeable(table) || !isId(id)) return null;
  return oneMoment(async () => {
    const all = await candidates(table, id);
    const from = all.find((each) => each.id === id);
    if (!from) return null;
    const merged = await db().merge.findMany({
      where: { table, publishedAt: { not: null } },
      select: { fromId: true },
    });
    const gone = new Set([id, ...merged.map(({ fromId }) => fromId)]);
    const draft = await db().merge.findUnique({ where: { fromId: id } });
    const into = draft && all.find((each) => each.id === draft.intoId);
    return {
      ...{ table, from },
      others: all
        .filter((each) => !gone.has(each.id))
        .sort((a, b) => a.name.sv.localeCompare(b.name.sv, "sv")),
      proposed:
        draft && into
          ? {
              ...{ id: draft.id, into, own: draft.createdBy === actor.id },
              reason: { sv: draft.reasonSv, en: draft.reasonEn },
              publishedAt: draft.publishedAt?.toISOString() ?? null,
              seen: await seenRow("Merge", draft.id),
            }
          : null,
    };
  });
}

/** Merges that somebody has proposed and nobody has published, oldest first. */
export async function mergesWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "editor")) return [];
  const rows = await db().merge.findMany({
    where: { publishedAt: null, createdBy: { not: actor.id } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, table, fromId, nameSv, nameEn }) => ({
    id,
    href: `/desk/merges/${table}/${fromId}`,
    title: { sv: nameSv, en: nameEn },
    at: momentOfId(id),
  }));
}
