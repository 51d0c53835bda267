import { z } from "zod";
import { bilingual, id } from "../../core/language/language-schema.ts";
import { MERGEABLE } from "./merge.ts";

/** That one row is another, and why; both languages at once: it is published whole. */
export const newMerge = z.strictObject({
  table: z.enum(MERGEABLE),
  fromId: id,
  intoId: id,
  reason: bilingual(400),
});
export type NewMerge = z.output<typeof newMerge>;

/** What the database answers of what it has moved. */
export const movedRows = z.array(z.strictObject({ table: z.string(), column: z.string(), id: z.string() }));
