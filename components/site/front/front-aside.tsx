import { RatingMark } from "@/components/core/rating/rating-word";
import { Prose } from "@/components/core/ui/prose";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { RATINGS, ratingSlug } from "@/lib/core/rating/rating";
import { type DisputeView, tally } from "@/lib/record/dispute/dispute";

/** A dispute beside the lead: its title and a mark for each claim, by rating. */
export function FrontAside({ dispute, locale }: { readonly dispute: DisputeView; readonly locale: Locale }) {
  const t = translator(locale);
  const counts = tally(dispute.claims.map((claim) => claim.rating));
  const heading = `dispute-${dispute.slug}`;
  return (
    <aside className="aside" aria-labelledby={heading}>
      <p className="kick">{t("front.disputeLabel", { status: t(`dispute.status.${dispute.status}`) })}</p>
      <h2 id={heading}>
        <a href={href(locale, `/disputes/${dispute.slug}`)}>
          <Prose text={dispute.title[locale]} />
        </a>
      </h2>
      <p className="sum">
        <Prose text={dispute.summary[locale]} />
      </p>
      <ul className="aside-tally">
        {RATINGS.filter((rating) => counts.has(rating)).map((rating) => (
          <li key={rating} className={`v-${ratingSlug(rating)}`}>
            <span className="row-of">
              <span className="away">{counts.get(rating)}</span>
              {dispute.claims
                .filter((claim) => claim.rating === rating)
                .slice(0, 6)
                .map((claim) => (
                  <RatingMark key={claim.slug} rating={rating} />
                ))}
              {(counts.get(rating) ?? 0) > 6 && (
                <span aria-hidden="true">+{(counts.get(rating) ?? 0) - 6}</span>
              )}
            </span>
            <span className="word">{t(`ratings.${rating}`)}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
