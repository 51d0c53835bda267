import { z } from "zod";
import { bilingual, id } from "../../core/language/language-schema.ts";

/** Why the verdict that stands is no longer ours. Both languages at once: there is no second sitting for it. */
export const newWithdrawal = z.strictObject({ claimId: id, reason: bilingual(1000) });
export type NewWithdrawal = z.output<typeof newWithdrawal>;
