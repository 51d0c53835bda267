import type { ClaimLine } from "@/lib/claim/claim";
import type { Locale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";

/** What stands where a rating would: the claim has none yet, or it has been withdrawn. */
export const unratedWords = ({ withdrawn }: Pick<ClaimLine, "withdrawn">, locale: Locale): string =>
  translator(locale)(withdrawn ? "withdrawal.word" : "claim.notRated").toLocaleLowerCase(locale);
