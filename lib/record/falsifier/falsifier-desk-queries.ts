import "server-only";
import { type Actor, atLeast } from "../../core/actor.ts";
import { db } from "../../core/db.ts";
import { isId } from "../../core/language/language-schema.ts";
import { asFields } from "../../desk/form/form.ts";
import type { NewFalsifier } from "./falsifier-schema.ts";

/** A falsifier in the fields of its form, and what became of it. Null: none within reach. */
export async function falsifierDraft(actor: Actor, id: string) {
  if (!isId(id) || !atLeast(actor, "journalist")) return null;
  const row = await db().falsifier.findUnique({
    where: { id },
    include: { claims: true, states: { orderBy: { id: "desc" } } },
  });
  if (!row) return null;
  const { disputeId, holderId } = row;
  const falsifier: Omit<NewFalsifier, "disputeId" | "position"> = {
    text: { sv: row.textSv, en: row.textEn },
    heldBy: { sv: row.heldBySv, en: row.heldByEn },
    holderId,
    claimIds: row.claims.map(({ claimId }) => claimId),
  };
  return {
    disputeId,
    text: falsifier.text,
    states: row.states.map((state) => ({
      id: state.id,
      state: state.state,
      note: { sv: state.noteSv, en: state.noteEn },
      published: state.publishedAt !== null,
    })),
    published: row.publishedAt !== null,
    revision: row.revision,
    fields: asFields(falsifier),
  };
}
