import { z } from "zod";
import { edtfText } from "../../core/edtf/edtf-schema.ts";
import { halfBilingual, id } from "../../core/language/language-schema.ts";
import { place } from "../source/source-schema.ts";

export const newEvent = z
  .strictObject({
    disputeId: id,
    text: halfBilingual(300),
    short: halfBilingual(60),
    actorId: id,
    targetId: id.nullable(),
    sourceId: id,
    paragraph: place.min(1).nullable(),
    happened: edtfText.nullable(),
    /** Null: known at once, when it happened. */
    known: edtfText.nullable(),
    dateNote: halfBilingual(160).nullable(),
    beforeId: id.nullable(),
    afterId: id.nullable(),
    answersId: id.nullable(),
  })
  .refine((event) => event.happened !== null || event.beforeId !== null || event.afterId !== null, {
    error: "undated-and-unplaced",
    path: ["happened"],
  });
export type NewEvent = z.infer<typeof newEvent>;
