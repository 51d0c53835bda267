import type { FormTranslator } from "@/lib/core/language/form-translator";

/** Why a field could not be taken. A reason without a sentence of its own is still answered in the reader's language. */
export const problemWords = (reason: string, t: FormTranslator): string =>
  t.has(`problems.${reason}` as never)
    ? t(`problems.${reason}` as "problems.empty")
    : t("problems.not-understood");

/** Why a rule refused what was sent. */
export const refusalWords = (reason: string, t: FormTranslator): string => {
  if (t.has(`refusals.${reason}` as never)) return t(`refusals.${reason}` as "refusals.stale");
  return t.has(`rules.${reason}` as never) ? t(`rules.${reason}` as "rules.one-root") : t("refusals.other");
};
