import type { Locale } from "../../core/language/language.ts";
import { listWords } from "../../core/language/list-words.ts";
import { translator } from "../../core/language/translator.ts";
import { claimants, relaters, type SaidBy } from "./claim.ts";

/** "Kramfors kommun and Jan Sahlén (S), according to 08-nytt": a claim set alone reads as ours. Empty: nobody public makes it. */
export function saidByWords(appearances: readonly SaidBy[], locale: Locale): string {
  const t = translator(locale);
  const names = claimants(appearances).map((party) => party.name[locale]);
  const through = relaters(appearances).map((party) => party.name[locale]);
  const list = listWords(names, locale);
  return through.length === 0 ? list : `${list}, ${t("says.accordingTo", { relater: through.join(", ") })}`;
}
