import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { ClaimLine } from "@/lib/record/claim/claim";

/** What stands where a rating would: the claim has none yet, or it has been withdrawn. */
export const unratedWords = ({ withdrawn }: Pick<ClaimLine, "withdrawn">, locale: Locale): string =>
  translator(locale)(withdrawn ? "withdrawal.word" : "claim.notRated").toLocaleLowerCase(locale);
