import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { bilingualOf } from "../../core/columns.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { asFields } from "../../desk/form/form.ts";
import type { NewAppearance } from "./appearance-schema.ts";

/** An appearance in the fields of its form. Null: none within reach. */
export async function appearanceDraft(actor: Actor, id: string) {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const row = await db().appearance.findUnique({
    where: { id },
    include: { claim: { select: { disputeId: true } } },
  });
  if (!row) return null;
  const { claimId, partyId, mode, sourceId, quote, quoteLanguage, verbatim, happened, known } = row;
  const appearance: Omit<NewAppearance, "claimId"> = {
    partyId,
    mode,
    sourceId,
    quote,
    quoteLanguage,
    verbatim,
    at: { paragraph: row.paragraph, charStart: row.charStart, charEnd: row.charEnd },
    happened,
    known,
    dateNote: bilingualOf(row.dateNoteSv, row.dateNoteEn),
  };
  return {
    claimId,
    disputeId: row.claim.disputeId,
    published: row.publishedAt !== null,
    revision: row.revision,
    fields: asFields(appearance),
  };
}
