import { z } from "zod";
import { id, plainText } from "../../core/language/language-schema.ts";

/** Empty: all of the dispute's drafts. */
const about = z.string().regex(/^(?:[A-Z][A-Za-z]{1,30} [0-9a-f/-]{36,73})?$/, "not-an-id");

/** What is handed over of a dispute's drafts, or given back, with a word to whoever reads it. */
export const toHandOver = z.strictObject({ disputeId: id, about, note: plainText(2000).or(z.literal("")) });
export type ToHandOver = z.infer<typeof toHandOver>;
