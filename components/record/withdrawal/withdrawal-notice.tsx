import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { WithdrawalView } from "@/lib/record/withdrawal/withdrawal";

/** Before anything else on the page of a withdrawn verdict: since when, and why. */
export function WithdrawalNotice({
  withdrawal,
  version,
  locale,
}: {
  readonly withdrawal: WithdrawalView;
  readonly version: number;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  return (
    <div className="notice" role="note">
      <p>
        <b>
          {t.rich("withdrawal.notice", {
            version,
            date: () => (
              <time dateTime={withdrawal.publishedAt}>{dayWords(withdrawal.publishedAt, locale)}</time>
            ),
          })}
        </b>{" "}
        <Prose text={withdrawal.reason[locale]} />
      </p>
      <p>{t("withdrawal.noticeKept")}</p>
    </div>
  );
}
