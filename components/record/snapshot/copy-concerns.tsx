import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { CopyConcern } from "@/lib/record/snapshot/snapshot-concern";

interface CopyConcernsProps {
  readonly concerns: readonly CopyConcern[];
  readonly locale: Locale;
  /** At the desk, with what can be done about it. */
  readonly help?: boolean;
}

/** What speaks against a copy, wherever it is used. Nothing where nothing does. */
export function CopyConcerns({ concerns, locale, help = false }: CopyConcernsProps) {
  const t = translator(locale);
  if (concerns.length === 0) return null;
  return (
    <p className={help ? "problem" : "flag"}>
      <b>{t("copy.concern")}</b> {concerns.map((concern) => t(`copy.concerns.${concern}`)).join(" ")}
      {help && ` ${t("copy.concernHelp")}`}
    </p>
  );
}
