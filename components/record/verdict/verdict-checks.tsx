import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { type Check, obstacles } from "@/lib/record/verdict/verdict-checklist";

/** The part of the form that each is about. */
const PARTS: Readonly<Record<string, string>> = {
  evidence: "#part-evidence",
  quotes: "#part-evidence",
  independence: "#part-evidence",
  rating: "#part-verdict",
  unknown: "#part-findings",
  wording: "#part-open",
  change: "#part-open",
};

interface VerdictChecksProps {
  readonly checks: readonly Check[];
  readonly claim: { readonly id: string; readonly dispute: { readonly id: string } };
  readonly locale: Locale;
}

/** Before publication: obstacles first, each with its rule and the way to what it asks; then what is done, quietly. */
export function VerdictChecks({ checks, claim, locale }: VerdictChecksProps) {
  const t = translator(locale);
  const stops = obstacles(checks);
  const asks = checks.filter(({ state }) => state === "reason");
  const done = checks.filter(({ state }) => state === "done");
  const words = ({ key, why, detail }: Check) => {
    const reason = "reason" in detail ? t(`rules.${detail.reason}` as "rules.one-root") : "";
    const path = why === "" ? `checks.${key}.done` : `checks.${key}.${why}`;
    return t(path as "checks.evidence.done", { ...detail, reason });
  };
  const ways: Readonly<Record<string, string>> = {
    ...PARTS,
    replies: href(locale, `/desk/claims/${claim.id}#desk-replies`),
    falsifiers: href(locale, `/desk/disputes/${claim.dispute.id}/falsifiers/new?claim=${claim.id}`),
  };
  const name = ({ key }: Check) => {
    const way = ways[key];
    return <b>{way ? <a href={way}>{t(`checks.${key}.name`)}</a> : t(`checks.${key}.name`)}</b>;
  };
  return (
    <div className="checks" id="checks">
      <h2>{t("checks.title")}</h2>
      <p className="note">{t("checks.count", { stops: stops.length, done: done.length })}</p>
      {stops.length > 0 && (
        <>
          <h3>{t("checks.stops")}</h3>
          <ol>
            {stops.map((check) => (
              <li key={check.key} className="stop">
                {name(check)} {words(check)}
              </li>
            ))}
          </ol>
        </>
      )}
      {asks.length > 0 && (
        <>
          <h3>{t("checks.asks")}</h3>
          <ul>
            {asks.map((check) => (
              <li key={check.key}>
                {name(check)} {words(check)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t("checks.done")}</h3>
      <ul className="done">
        {done.map((check) => (
          <li key={check.key}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="M1.5 6.5 4.6 9.6 10.5 2.6" />
            </svg>
            <span>
              {t(`checks.${check.key}.name`)}: {words(check)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
