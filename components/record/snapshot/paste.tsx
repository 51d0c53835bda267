import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { QuotePlace } from "@/lib/intake/quote/quote-find";
import { citeHref } from "./copy-href";
import { InItsPlace } from "./in-its-place";

interface PasteProps {
  readonly copyId: string;
  readonly claims: readonly { readonly id: string; readonly label: string }[];
  readonly preferred: string | null;
  /** What was looked for; empty: nothing yet. */
  readonly words: string;
  /** Where it stands: of several places, somebody says which is meant. */
  readonly places: readonly QuotePlace[];
  readonly locale: Locale;
}

/** More than this nobody reads through. */
const MOST_LISTED = 20;

/** The way from words to the form for evidence that needs neither a pointer nor scripts: a plain question to the server. */
export function Paste({ copyId, claims, preferred, words, places, locale }: PasteProps) {
  const t = translator(locale);
  const problem = words !== "" && places.length === 0 ? "paste-problem" : undefined;
  const claim = preferred ?? claims[0]?.id ?? "";
  return (
    <details className="more" open={words !== ""}>
      <summary>{t("copy.paste")}</summary>
      <form className="form" method="get" action={href(locale, `/desk/copies/${copyId}`)}>
        <div className="field">
          <label htmlFor="paste-words">{t("copy.pasteWords")}</label>
          <textarea
            id="paste-words"
            name="words"
            rows={3}
            maxLength={2000}
            required
            className="verbatim"
            defaultValue={words}
            aria-describedby={problem ?? "paste-help"}
            aria-invalid={problem && true}
          />
          <p className="help" id="paste-help">
            {t("copy.pasteHelp")}
          </p>
          {problem && (
            <p className="problem" id={problem} role="alert">
              {t("copy.pasteNotFound")}
            </p>
          )}
        </div>
        <div className="field">
          <label htmlFor="paste-claim">{t("copy.pasteClaim")}</label>
          <select id="paste-claim" name="claim" defaultValue={preferred ?? undefined}>
            {claims.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div className="send">
          <button type="submit" className="button">
            {t("copy.pasteFind")}
          </button>
        </div>
      </form>
      {places.length > 1 && (
        <section aria-labelledby="places">
          <h3 id="places">{t("copy.pastePlaces", { count: places.length })}</h3>
          <ol className="work">
            {places.slice(0, MOST_LISTED).map((place, index) => (
              <li key={`${place.page}-${place.start}`}>
                <InItsPlace place={place} />
                <p className="do">
                  <a href={href(locale, citeHref(claim, { copy: copyId, ...place }))}>
                    {t("copy.pasteChoose", { number: index + 1 })}
                  </a>
                </p>
              </li>
            ))}
          </ol>
          {places.length > MOST_LISTED && (
            <p className="fine">{t("copy.pasteMore", { count: places.length - MOST_LISTED })}</p>
          )}
        </section>
      )}
    </details>
  );
}
