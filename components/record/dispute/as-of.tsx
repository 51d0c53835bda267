import { momentWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DisputeView } from "@/lib/record/dispute/dispute";

const asOfPath = (slug: string, moment: string) => `/disputes/${slug}?asOf=${encodeURIComponent(moment)}`;

/** Each moment the record of a dispute changed, as the address of how it then stood. */
export function AsOfLinks({ dispute, locale }: { readonly dispute: DisputeView; readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <div className="as-of note mt-3">
      <p>
        <b>{t("dispute.asOfTitle")}.</b> {t("dispute.asOfIntro")}
      </p>
      <ol>
        {dispute.moments.map((moment) => (
          <li key={moment}>
            <a href={href(locale, asOfPath(dispute.slug, moment))}>
              <time dateTime={moment}>{momentWords(moment, locale)}</time>
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}

/**
 * Over a page that shows the past, so that nobody takes it for now.
 *
 * @param until - when it changed next; undefined: it has not
 */
export function AsOfBanner({
  slug,
  moment,
  until,
  locale,
}: {
  readonly slug: string;
  readonly moment: string;
  readonly until: string | undefined;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const from = momentWords(moment, locale);
  return (
    <p className="notice" role="note">
      <b>
        {until === undefined
          ? t("dispute.asOfStill", { from })
          : t("dispute.asOfBanner", { from, until: momentWords(until, locale) })}
      </b>{" "}
      <a href={href(locale, `/disputes/${slug}`)}>{t("dispute.asOfNow")}</a>
    </p>
  );
}
