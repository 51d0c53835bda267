import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { bilingualOf } from "../../core/columns.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { asFields } from "../../desk/form/form.ts";
import type { NewEvent } from "./event-schema.ts";

/** An event in the fields of its form. Null: none within reach. */
export async function eventDraft(actor: Actor, id: string) {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const row = await db().event.findUnique({ where: { id } });
  if (!row) return null;
  const { disputeId, actorId, targetId, sourceId, paragraph, happened, known, beforeId, afterId, answersId } =
    row;
  const event: Omit<NewEvent, "disputeId"> = {
    text: { sv: row.textSv, en: row.textEn },
    short: { sv: row.shortSv, en: row.shortEn },
    actorId,
    targetId,
    sourceId,
    paragraph,
    happened,
    known,
    dateNote: bilingualOf(row.dateNoteSv, row.dateNoteEn),
    beforeId,
    afterId,
    answersId,
  };
  return {
    disputeId,
    text: event.text,
    published: row.publishedAt !== null,
    revision: row.revision,
    fields: asFields(event),
  };
}
