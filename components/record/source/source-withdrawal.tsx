import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { SourceWithdrawalView } from "@/lib/record/source/source-withdrawal";

interface SourceWithdrawalProps {
  readonly withdrawal: SourceWithdrawalView;
  readonly locale: Locale;
}

/** Before anything else on the page of a source that we no longer rely on: since when, and why. */
export function SourceWithdrawalNotice({ withdrawal, locale }: SourceWithdrawalProps) {
  const t = translator(locale);
  return (
    <div className="notice" role="note">
      <p>
        <b>
          {t.rich("sourceWithdrawal.notice", {
            date: () => (
              <time dateTime={withdrawal.publishedAt}>{dayWords(withdrawal.publishedAt, locale)}</time>
            ),
          })}
        </b>{" "}
        <Prose text={withdrawal.reason[locale]} />
      </p>
      <p>{t("sourceWithdrawal.kept")}</p>
    </div>
  );
}

/** The same at one of its passages, in a sentence. */
export function SourceWithdrawalLine({ withdrawal, locale }: SourceWithdrawalProps) {
  const t = translator(locale);
  return (
    <p>
      <b>{t("sourceWithdrawal.line", { date: dayWords(withdrawal.publishedAt, locale) })}</b>{" "}
      <Prose text={withdrawal.reason[locale]} />{" "}
      <a className="nb" href={href(locale, `/sources/${withdrawal.sourceId}`)}>
        {t("sourceWithdrawal.toSource")}
      </a>
    </p>
  );
}
