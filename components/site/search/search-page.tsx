import { PAGE_HEAD, PageTitle } from "@/components/core/frame/page-head";
import { ClaimLines } from "@/components/record/claim/claim-lines";
import { capitalised } from "@/lib/core/language/capitalised";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { RATINGS, ratingSlug } from "@/lib/core/rating/rating";
import type { NamedParty } from "@/lib/record/party/party";
import type { Hits } from "@/lib/site/search/search-queries";
import {
  LONGEST_QUERY,
  MOST_COUNTED,
  MOST_WORDS,
  type Search,
  searchPath,
} from "@/lib/site/search/search-schema";

interface SearchPageProps {
  readonly search: Search;
  readonly hits: Hits;
  readonly parties: readonly NamedParty[];
  readonly locale: Locale;
}

/** Search over the claims of the record. A plain form: its whole state is the address. */
export function SearchPage({ search, hits, parties, locale }: SearchPageProps) {
  const t = translator(locale);
  const filtered = Boolean(search.q || search.rating || search.party || search.from || search.to);
  return (
    <div className={`row first ${PAGE_HEAD}`}>
      <div className="label" />
      <div className="wide">
        <PageTitle>{t("search.title")}</PageTitle>
        <SearchForm search={search} parties={parties} locale={locale} filtered={filtered} />
        {search.notes.length > 0 && (
          <ul className="notes mt-3" role="status">
            {search.notes.map((note) => (
              <li key={note}>
                {t(`search.notes.${note}`, {
                  max: LONGEST_QUERY,
                  words: MOST_WORDS,
                  places: MOST_COUNTED,
                })}
              </li>
            ))}
          </ul>
        )}
        {hits.limit !== "slow" && (
          <h2 className="sect hits-head">
            {t(filtered ? "search.results" : "search.allClaims", { count: hits.total })}
          </h2>
        )}
        {hits.limit === "slow" ? null : hits.hits.length === 0 ? (
          <p className="mt-3">{t("search.none")}</p>
        ) : (
          <div className="hits">
            <ClaimLines
              locale={locale}
              claims={hits.hits.map((hit) => ({
                claim: hit,
                by: `${hit.claimants.map((party) => party.name[locale]).join(", ")}. ${hit.dispute.short[locale]}`,
              }))}
            />
          </div>
        )}
        <Pager search={search} hits={hits} locale={locale} />
      </div>
    </div>
  );
}

function SearchForm({
  search,
  parties,
  locale,
  filtered,
}: {
  readonly search: Search;
  readonly parties: readonly NamedParty[];
  readonly locale: Locale;
  readonly filtered: boolean;
}) {
  const t = translator(locale);
  return (
    <form action={href(locale, "/search")} className="find-form mt-4">
      <search>
        <div>
          <label htmlFor="q">{t("search.words")}</label>
          <input id="q" name="q" type="search" defaultValue={search.q} maxLength={LONGEST_QUERY} />
        </div>
        <div className="pair mt-3">
          <div>
            <label htmlFor="rating">{t("search.rating")}</label>
            <select id="rating" name="rating" defaultValue={search.rating ? ratingSlug(search.rating) : ""}>
              <option value="">{t("search.anyRating")}</option>
              {RATINGS.map((rating) => (
                <option key={rating} value={ratingSlug(rating)}>
                  {capitalised(t(`ratings.${rating}`))}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label htmlFor="party">{t("search.party")}</label>
            <select id="party" name="party" defaultValue={search.party ?? ""}>
              <option value="">{t("search.anyParty")}</option>
              {parties.map((party) => (
                <option key={party.slug} value={party.slug}>
                  {party.name[locale]}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label htmlFor="from">{t("search.from")}</label>
            <input id="from" name="from" type="date" defaultValue={search.from ?? ""} />
          </div>
          <div>
            <label htmlFor="to">{t("search.to")}</label>
            <input id="to" name="to" type="date" defaultValue={search.to ?? ""} />
          </div>
        </div>
        <div className="act mt-4">
          <button type="submit" className="button">
            {t("search.submit")}
          </button>
          {filtered && <a href={href(locale, "/search")}>{t("search.clear")}</a>}
        </div>
      </search>
    </form>
  );
}

function Pager({
  search,
  hits,
  locale,
}: {
  readonly search: Search;
  readonly hits: Hits;
  readonly locale: Locale;
}) {
  const t = translator(locale);
  if (hits.pages <= 1) return null;
  const to = (page: number) => href(locale, searchPath({ ...search, page }));
  return (
    <nav className="pager ui" aria-label={t("search.page", { page: search.page, pages: hits.pages })}>
      {search.page > 1 && (
        <a rel="prev" href={to(search.page - 1)}>
          {t("search.previous")}
        </a>
      )}
      <span>{t("search.page", { page: search.page, pages: hits.pages })}</span>
      {search.page < hits.pages && (
        <a rel="next" href={to(search.page + 1)}>
          {t("search.next")}
        </a>
      )}
    </nav>
  );
}
