import { z } from "zod";
import { bilingual, id } from "../../core/language/language-schema.ts";

/** Why a source is no longer to be relied on. Both languages at once: it is published whole. */
export const newSourceWithdrawal = z.strictObject({ sourceId: id, reason: bilingual(1000) });
export type NewSourceWithdrawal = z.output<typeof newSourceWithdrawal>;
