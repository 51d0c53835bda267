import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { CorrectionView } from "@/lib/record/correction/correction";

/** What has been found wrong on this page lately, before it is read. */
export function CorrectionNotice({
  corrections,
  locale,
}: {
  readonly corrections: readonly CorrectionView[];
  readonly locale: Locale;
}) {
  const t = translator(locale);
  if (corrections.length === 0) return null;
  return (
    <div className="notice" role="note">
      {corrections.map((correction) => (
        <p key={correction.id}>
          <b>
            {t("correction.corrected")}{" "}
            <time dateTime={correction.publishedAt}>{dayWords(correction.publishedAt, locale)}</time>.
          </b>{" "}
          <Prose text={`${correction.wrong[locale]} ${correction.found[locale]}`} />{" "}
          {t(correction.changesVerdict ? "corrections.changesVerdict" : "corrections.keepsVerdict")}{" "}
          <a className="nb" href={`${href(locale, "/corrections")}#correction-${correction.id}`}>
            {t("correction.more")}
          </a>
        </p>
      ))}
    </div>
  );
}
