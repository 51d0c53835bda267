import { z } from "zod";
import { id } from "../../core/language/language-schema.ts";
import { DISCARDABLE } from "./draft.ts";

export const draftToDiscard = z.strictObject({ table: z.enum(DISCARDABLE), id });
export type DraftToDiscard = z.infer<typeof draftToDiscard>;
