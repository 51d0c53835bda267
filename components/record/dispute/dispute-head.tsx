import { RatingWord } from "@/components/core/rating/rating-word";
import { Prose } from "@/components/core/ui/prose";
import { Section } from "@/components/core/ui/section";
import { unratedWords } from "@/components/record/withdrawal/unrated-words";
import { dayWords } from "@/lib/core/date-words/date-words";
import { capitalised } from "@/lib/core/language/capitalised";
import type { Locale } from "@/lib/core/language/language";
import { numberWords } from "@/lib/core/language/number-words";
import { translator } from "@/lib/core/language/translator";
import { RATINGS, type Rating } from "@/lib/core/rating/rating";
import { type DisputeHead as Head, tally } from "@/lib/record/dispute/dispute";

/** What the dispute is about, in two sentences and no verdict words. */
export function DisputeHead({ dispute, locale }: { readonly dispute: Head; readonly locale: Locale }) {
  const t = translator(locale);
  return (
    <header className="row first head">
      <p className="label kicker">
        <b>{t("dispute.label")}</b>
        <br />
        {t(`dispute.status.${dispute.status}`)},{" "}
        <span className="nb">
          <time dateTime={dispute.changedAt}>
            {t("dispute.changed", { date: dayWords(dispute.changedAt, locale) })}
          </time>
        </span>
      </p>
      <div className="wide">
        <h1>
          <Prose text={dispute.title[locale]} />
        </h1>
        <p className="lead">
          <Prose text={dispute.summary[locale]} />
        </p>
      </div>
    </header>
  );
}

/** How the claims are rated, in the order of the scale; never a sum, since there is none. */
export function Tally({
  n,
  ratings,
  withdrawn,
  locale,
}: {
  readonly n: number;
  readonly ratings: readonly (Rating | null)[];
  /** How many of those without a rating had one that was withdrawn. */
  readonly withdrawn: number;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const counts = tally(ratings);
  const none = (counts.get(null) ?? 0) - withdrawn;
  return (
    <Section
      n={n}
      title={capitalised(
        t("dispute.claimsTitle", { count: ratings.length, n: numberWords(ratings.length, locale) }),
      )}
      className="tight"
    >
      <p className="wide tally">
        {ratings.length === 0 && t("dispute.noClaims")}
        {RATINGS.filter((rating) => counts.has(rating)).map((rating) => (
          <span key={rating} className="count">
            <span className="n">{counts.get(rating)}</span> <RatingWord rating={rating} locale={locale} />
          </span>
        ))}
        {none > 0 && (
          <span className="count">
            <span className="n">{none}</span> {unratedWords({ withdrawn: false }, locale)}
          </span>
        )}
        {withdrawn > 0 && (
          <span className="count">
            <span className="n">{withdrawn}</span> {t("withdrawal.counted", { count: withdrawn })}
          </span>
        )}
      </p>
    </Section>
  );
}
