import { z } from "zod";
import { DISCARDABLE } from "./draft.ts";

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** Which draft, and the word for having read what goes with it; left out: nothing does but its parts. */
export const draftToDiscard = z.strictObject({
  table: z.enum(DISCARDABLE),
  id: z.string().regex(new RegExp(`^${UUID}(?:/${UUID})?$`), "not-an-id"),
  along: z.string().max(64).optional(),
});
export type DraftToDiscard = z.infer<typeof draftToDiscard>;
