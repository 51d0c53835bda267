import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { RemovalView } from "@/lib/record/removal/removal";

/** What of this page has been taken down: since when, on what ground, and where that is told. Never what it said. */
export function TakenDown({
  removals,
  locale,
}: {
  readonly removals: readonly RemovalView[];
  readonly locale: Locale;
}) {
  const t = translator(locale);
  if (removals.length === 0) return null;
  return (
    <div className="notice" role="note">
      {removals.map((removal) => (
        <p key={removal.id}>
          <b>
            {t("removal.notice", {
              what: t(`removal.kinds.${removal.table}`),
              date: dayWords(removal.publishedAt, locale),
            })}
          </b>{" "}
          {t(`removal.grounds.${removal.ground}`)}. <Prose text={removal.reason[locale]} />{" "}
          <a className="nb" href={`${href(locale, "/corrections")}#removal-${removal.id}`}>
            {t("removal.more")}
          </a>
        </p>
      ))}
      <p>{t("removal.noticeKept")}</p>
    </div>
  );
}
