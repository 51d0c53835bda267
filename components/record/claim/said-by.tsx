import { ListInWords } from "@/components/core/ui/list-in-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { type AppearanceView, claimants, relaters } from "@/lib/record/claim/claim";

/** "Kramfors kommun and Jan Sahlén (S) claim, according to 08-nytt:" — before every claim, so that nobody mistakes it for ours. */
export function SaidBy({
  appearances,
  locale,
}: {
  readonly appearances: readonly AppearanceView[];
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const who = claimants(appearances);
  const through = relaters(appearances);
  if (who.length === 0) return null;
  const suspects = appearances.every(({ mode }) => mode === "suspects");
  const verb = t(suspects ? "says.verbSuspects" : "says.verbAsserts", { count: who.length });
  return (
    <p className="says">
      <ListInWords
        and={t("site.and")}
        items={who.map((party) => ({
          key: party.slug,
          node: (
            <a className="quiet" href={href(locale, `/parties/${party.slug}`)}>
              <b>{party.name[locale]}</b>
            </a>
          ),
        }))}
      />{" "}
      {verb}
      {through.length > 0 && (
        <>
          {", "}
          <span className="nb">
            {t("says.accordingTo", { relater: through.map((party) => party.name[locale]).join(", ") })}
          </span>
        </>
      )}
      :
    </p>
  );
}
