import "server-only";
import type { Actor } from "../auth/actor.ts";
import { draft } from "../draft.ts";
import { bounds, edtf } from "../edtf/edtf.ts";
import type { NewAppearance } from "./appearance-schema.ts";

/** Records one place and time a claim was made. */
export const addAppearance = (actor: Actor, { at, dateNote, ...appearance }: NewAppearance) =>
  draft(actor, "journalist", (tx) => {
    const { earliest, latest } = bounds(edtf(appearance.happened));
    return tx.appearance.create({
      data: {
        ...appearance,
        ...at,
        dateNoteSv: dateNote?.sv ?? null,
        dateNoteEn: dateNote?.en ?? null,
        earliest: earliest === null ? null : new Date(earliest),
        // The last day inside the span: bounds are half open, the column is a date.
        latest: latest === null ? null : new Date(latest - 1),
        createdBy: actor.id,
      },
    });
  });
