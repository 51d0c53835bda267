import type { Locale } from "@/lib/language/language";
import { translator } from "@/lib/language/translator";
import { type Check, obstacles } from "@/lib/verdict/verdict-checklist";

/** Before publication: obstacles first, each with its rule; then what is done, one quiet line each. */
export function VerdictChecks({
  checks,
  locale,
}: {
  readonly checks: readonly Check[];
  readonly locale: Locale;
}) {
  const t = translator(locale);
  const stops = obstacles(checks);
  const asks = checks.filter(({ state }) => state === "reason");
  const done = checks.filter(({ state }) => state === "done");
  const words = ({ key, why, detail }: Check) => {
    const reason = "reason" in detail ? t(`rules.${detail.reason}` as "rules.one-root") : "";
    const path = why === "" ? `checks.${key}.done` : `checks.${key}.${why}`;
    return t(path as "checks.evidence.done", { ...detail, reason });
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
                <b>{t(`checks.${check.key}.name`)}</b> {words(check)}
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
                <b>{t(`checks.${check.key}.name`)}</b> {words(check)}
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
