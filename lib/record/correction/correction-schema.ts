import { z } from "zod";
import { halfBilingual, id } from "../../core/language/language-schema.ts";
import { AMENDABLE_TABLES } from "../amendment/amendment.ts";

/** One whole day, as EDTF writes it. */
const wholeDay = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "not-a-day" })
  .refine(isInCalendar, { error: "impossible-date" });

/** JavaScript turns 30 February into 2 March. */
function isInCalendar(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

export const newCorrection = z.strictObject({
  disputeId: id,
  /** The claim it is about; null: the dispute itself. */
  claimId: id.nullable(),
  /** The version of the verdict that was wrong, if it was one. */
  version: z.int().min(1).max(999_999).nullable(),
  /** The row it is about, where it is about one: it is shown there too. */
  about: z
    .strictObject({ table: z.enum(AMENDABLE_TABLES), rowId: id })
    .nullable()
    .default(null),
  wrong: halfBilingual(1000),
  found: halfBilingual(1000),
  /** The day in Sweden; null: since it was published. */
  wrongSince: wholeDay.nullable(),
  changesVerdict: z.boolean(),
});
export type NewCorrection = z.output<typeof newCorrection>;
