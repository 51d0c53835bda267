import { RatingWord } from "@/components/core/rating/rating-word";
import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { RATINGS } from "@/lib/core/rating/rating";
import type { DisputeView } from "@/lib/record/dispute/dispute";
import { publishedByDay } from "@/lib/record/record-log/record-log";
import type { LogLine } from "@/lib/record/record-log/record-log-queries";

interface Props {
  readonly dispute: DisputeView | null;
  readonly log: readonly LogLine[];
  readonly locale: Locale;
}

/** What no one has shown, what was published last, and how to read the page. */
export function FrontTrio({ dispute, log, locale }: Props) {
  const t = translator(locale);
  const open = (dispute?.falsifiers ?? []).slice(0, 4);
  return (
    <div className="wrap">
      <div className="trio">
        {open.length > 0 && (
          <section aria-labelledby="open">
            <h2 className="sect" id="open">
              {t("front.open")}
            </h2>
            <ul>
              {open.map((falsifier) => (
                <li key={falsifier.id}>
                  <Prose text={falsifier.text[locale]} />
                  <span className="note">{t("dispute.heldBy", { who: falsifier.heldBy[locale] })}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="latest">
          <h2 className="sect" id="latest">
            {t("front.logTitle")}
          </h2>
          <LatestDays log={log} locale={locale} />
        </section>
        <section aria-labelledby="how">
          <h2 className="sect" id="how">
            {t("front.howTitle")}
          </h2>
          <ul className="voices">
            <li>{t.rich("front.howClaim", { i: (words) => <i>{words}</i> })}</li>
            <li>{t.rich("front.howSaid", { m: (words) => <q className="said">{words}</q> })}</li>
            <li>{t("front.howOwn")}</li>
          </ul>
          <ul className="marks">
            {RATINGS.map((rating) => (
              <li key={rating}>
                <RatingWord rating={rating} locale={locale} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

/** What was published, by day: a day with eight verdicts is one line. */
function LatestDays({ log, locale }: { readonly log: readonly LogLine[]; readonly locale: Locale }) {
  const t = translator(locale);
  const kind = {
    "dispute.published": "disputes",
    "verdict.published": "verdicts",
    "correction.published": "corrections",
    "evidence.published": "evidence",
    "reply.published": "replies",
    "reply.declined": "declined",
    "request.published": "requests",
    "withdrawal.published": "withdrawals",
    "objection.answered": "objections",
    "imprint.published": "imprint",
    "copy.published": "copies",
    "copy.attested": "attested",
    "passage.rechecked": "rechecks",
    "source.withdrawn": "sources",
    "taint.cleared": "cleared",
    "removal.published": "removals",
    "removal.decided": "removalsDecided",
    "address.changed": "addresses",
    "merge.published": "merges",
    "fact.corrected": "facts",
  } as const;
  return (
    <ul>
      {publishedByDay(log)
        .reverse()
        .slice(0, 4)
        .map(({ type, at, count }) => (
          <li key={`${type} ${at}`}>
            <a className="quiet" href={href(locale, "/log")}>
              {t(`front.published.${kind[type]}`, { count })}
            </a>
            <time className="note" dateTime={at}>
              {dayWords(at, locale)}
            </time>
          </li>
        ))}
      <li>
        <a href={href(locale, "/corrections")}>{t("front.howWeCorrect")}</a>
      </li>
    </ul>
  );
}
