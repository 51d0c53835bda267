import "server-only";
import { z } from "zod";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db, oneMoment } from "../../core/db.ts";
import type { Bilingual } from "../../core/language/language.ts";
import { isId } from "../../core/language/language-schema.ts";
import { momentOfId } from "../../core/moment-of-id.ts";
import { SWEDEN } from "../../core/zone.ts";
import { asFields, type FieldValues } from "../../desk/form/form.ts";
import { wroteAmong } from "../../desk/history/history-queries.ts";
import type { WaitingItem } from "../../desk/waiting/waiting.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import {
  type AmendableTable,
  type Columns,
  changesBetween,
  type FieldChange,
  isAmendable,
} from "../amendment/amendment.ts";
import { namesOf, zonesOf } from "../amendment/amendment-name-queries.ts";
import { type Belongs, belongsTo, placesOf, type RowPlace } from "../amendment/amendment-place-queries.ts";
import { namedIn } from "../amendment/amendment-queries.ts";
import { atDesk } from "../amendment/amendment-stood-queries.ts";
import { toPublish } from "../seen/seen-queries.ts";
import { rowSaid } from "./amending-row.ts";
import { amendmentShown } from "./amending-shown-queries.ts";

/** A published row that somebody wants to correct. */
export interface RowToAmend extends Belongs {
  readonly table: AmendableTable;
  readonly rowId: string;
  readonly of: RowPlace;
  /** What it says, in the fields of its form. */
  readonly fields: FieldValues;
  /** The amendment of it that somebody has begun. */
  readonly begun: string | null;
}

const found = z.array(z.object({ row: z.record(z.string(), z.json()) }));
type Row = Readonly<Record<string, unknown>>;

/** A published row, by the names of its columns. */
async function publishedRow(table: AmendableTable, rowId: string): Promise<Row | null> {
  const answer = await db().$queryRaw`
    SELECT to_jsonb(t) AS "row" FROM ${Prisma.raw(`"${table}"`)} t
     WHERE t."id" = ${rowId}::uuid AND t."publishedAt" IS NOT NULL`;
  return found.parse(answer)[0]?.row ?? null;
}

/** A published row in the fields of its form, and the amendment of it that is begun. Null: none, or not for this role. */
export async function rowToAmend(actor: Actor, table: string, rowId: string): Promise<RowToAmend | null> {
  if (!atLeast(actor, "journalist") || !isId(rowId) || !isAmendable(table)) return null;
  const row = await publishedRow(table, rowId);
  const of = row && (await placesOf([{ table, rowId }], atDesk)).get(rowId);
  const belongs = row && (await belongsTo(table, rowId));
  if (!row || !of || !belongs) return null;
  const begun = await db().amendment.findFirst({
    where: { table, rowId, publishedAt: null },
    select: { id: true },
  });
  return {
    ...{ table, rowId, of, ...belongs },
    fields: asFields({ row: rowSaid(table, row) }),
    begun: begun?.id ?? null,
  };
}

/** An amendment as its page at the desk shows it, draft or published. */
export interface DeskAmendment extends Omit<RowToAmend, "begun"> {
  readonly id: string;
  readonly revision: number;
  /** The word for having seen it, for whoever publishes it. */
  readonly seen: string;
  readonly publishedAt: string | null;
  /** Whoever asks has written in it, and so may not publish it. */
  readonly own: boolean;
  readonly changes: readonly FieldChange[];
  readonly why: Bilingual;
}

/** One amendment. Null: none, or not for this role. */
export const amendmentFor = async (actor: Actor, id: string): Promise<DeskAmendment | null> =>
  atLeast(actor, "journalist") && isId(id) ? oneMoment(() => readAmendment(actor, id)) : null;

async function readAmendment(actor: Actor, id: string): Promise<DeskAmendment | null> {
  const ready = await toPublish(() => amendmentShown(id));
  if (!ready) return null;
  const { row, table, before, after } = ready.view;
  const there = await rowToAmend(actor, table, row.rowId);
  if (!there) return null;
  const why = { sv: row.whySv, en: row.whyEn };
  const said = rowSaid(table, { ...(await publishedRow(table, row.rowId)), ...after });
  return {
    ...there,
    ...{ id, revision: row.revision, seen: ready.seen, why },
    fields: asFields({ row: said, why }),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    own: row.createdBy === actor.id || (await wroteAmong(actor.id, [id])),
    changes: await changesIn(before, after, row.disputeId),
  };
}

const changesIn = async (before: Columns, after: Columns, disputeId: string) =>
  changesBetween(before, after, {
    names: await namesOf([...namedIn(before), ...namedIn(after)], atDesk),
    zone: (await zonesOf([disputeId], atDesk)).get(disputeId) ?? SWEDEN,
  });

/** What stands in the fields of its form now, for somebody whose form began from an older save. */
export async function amendmentNow(actor: Actor, id: string) {
  const now = await amendmentFor(actor, id);
  return now && { fields: now.fields, revision: now.revision };
}

/** Amendments as lines of a list, with what their rows are known by. */
async function linesOf(where: object, orderBy: object[], take?: number) {
  const rows = await db().amendment.findMany({
    where,
    orderBy,
    take,
    select: { id: true, table: true, rowId: true, publishedAt: true },
  });
  const places = await placesOf(
    rows.flatMap(({ table, rowId }) => (isAmendable(table) ? [{ table, rowId }] : [])),
    atDesk,
  );
  return rows.flatMap(({ id, rowId, publishedAt }) => {
    const words = places.get(rowId)?.words;
    return words ? [{ id, words, publishedAt: publishedAt?.toISOString() ?? null }] : [];
  });
}

/** Every amendment, drafts first, then the newest. */
export async function allAmendments(actor: Actor, most = 200) {
  if (!atLeast(actor, "journalist")) return [];
  return linesOf({}, [{ publishedAt: { sort: "desc", nulls: "first" } }, { id: "desc" }], most);
}

/** Amendments of others that wait for somebody to publish them, the oldest first. */
export async function amendmentsWaiting(actor: Actor): Promise<WaitingItem[]> {
  if (!atLeast(actor, "editor")) return [];
  const rows = await linesOf({ publishedAt: null, createdBy: { not: actor.id } }, [{ id: "asc" }]);
  return rows.map(({ id, words }) => ({
    ...{ id, href: `/desk/amendments/${id}`, title: words, at: momentOfId(id) },
  }));
}
