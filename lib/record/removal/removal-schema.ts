import { z } from "zod";
import { bilingual, id } from "../../core/language/language-schema.ts";
import { GROUNDS, OUTCOMES, REMOVABLE } from "./removal.ts";

/** Why something is taken down, for everybody to read. Both languages at once: it is public in the same moment. */
export const newRemoval = z.strictObject({
  table: z.enum(REMOVABLE),
  rowId: id,
  ground: z.enum(GROUNDS),
  reason: bilingual(400),
});
export type NewRemoval = z.output<typeof newRemoval>;

/** What one person holds should become of it, for another to publish. */
export const newRemovalDecision = z.strictObject({
  removalId: id,
  outcome: z.enum(OUTCOMES),
  reason: bilingual(400),
});
export type NewRemovalDecision = z.output<typeof newRemovalDecision>;
