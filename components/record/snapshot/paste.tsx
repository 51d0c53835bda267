import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";

interface PasteProps {
  readonly copyId: string;
  readonly claims: readonly { readonly id: string; readonly label: string }[];
  readonly preferred: string | null;
  /** What was looked for and is not there. */
  readonly notFound: string | null;
  readonly locale: Locale;
}

/** The way from words to the form for evidence that needs neither a pointer nor scripts: a plain question to the server. */
export function Paste({ copyId, claims, preferred, notFound, locale }: PasteProps) {
  const t = translator(locale);
  const problem = notFound === null ? undefined : "paste-problem";
  return (
    <details className="more" open={notFound !== null}>
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
            defaultValue={notFound ?? ""}
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
    </details>
  );
}
