import { RatingWord } from "@/components/core/rating/rating-word";
import { Prose } from "@/components/core/ui/prose";
import { SaidBy } from "@/components/record/claim/said-by";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { type ClaimView, currentVerdict, standingVerdict } from "@/lib/record/claim/claim";

/** The latest verdict, whole: claim, rating, conclusion and the strongest passage, without a click. */
export function FrontLead({ claim, locale }: { readonly claim: ClaimView; readonly locale: Locale }) {
  const t = translator(locale);
  const verdict = standingVerdict({ verdict: currentVerdict(claim) });
  const strongest = verdict?.evidence[0];
  const path = href(locale, `/claims/${claim.slug}`);
  return (
    <article className="main">
      <p className="kick">{t("front.latest")}</p>
      <SaidBy appearances={claim.appearances} locale={locale} />
      <h2 className="claim">
        <a href={path}>
          <Prose text={claim.text[locale]} />
        </a>
      </h2>
      {verdict && (
        <div className="ruled">
          <RatingWord rating={verdict.rating} locale={locale} large />
          <div>
            <p className="conclusion">
              <Prose text={verdict.conclusion[locale]} />
            </p>
            {strongest && (
              <>
                <p className="pull">
                  <q className="said" lang={strongest.language}>
                    {strongest.excerpt}
                  </q>
                </p>
                <p className="note">
                  <Prose
                    text={
                      strongest.origin
                        ? t("front.asRelated", {
                            origin: strongest.origin.title[locale],
                            source: strongest.source.title[locale],
                          })
                        : strongest.source.title[locale]
                    }
                  />
                </p>
              </>
            )}
            <p className="go ui">
              <a href={path}>{t("front.read")}</a>{" "}
              <a href={`${path}#evidence`}>{t("front.allEvidence", { count: verdict.evidence.length })}</a>
            </p>
            <NotAsked claim={claim} locale={locale} />
          </div>
        </div>
      )}
    </article>
  );
}

function NotAsked({ claim, locale }: { readonly claim: ClaimView; readonly locale: Locale }) {
  const t = translator(locale);
  // Each reason stands with those it is about.
  const byReason = new Map<string, string[]>();
  for (const { state, party, reasonNotAsked } of claim.requests) {
    if (state !== "not_asked") continue;
    const reason = reasonNotAsked?.[locale] ?? "";
    byReason.set(reason, [...(byReason.get(reason) ?? []), party.name[locale]]);
  }
  return [...byReason].map(([reason, names]) => (
    <p key={reason} className="note mt-3">
      {t("front.notAskedLine", {
        names: new Intl.ListFormat(locale).format(names),
        count: names.length,
        reason,
      }).trim()}
    </p>
  ));
}
