import { momentWords } from "@/lib/core/date-words/date-words";
import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { DeskFault } from "@/lib/record/snapshot/snapshot-desk-queries";

/** What the nightly round has found damaged in the store. Nothing where nothing is. */
export function FaultList({
  faults,
  locale,
}: {
  readonly faults: readonly DeskFault[];
  readonly locale: Locale;
}) {
  const t = translator(locale);
  if (faults.length === 0) return null;
  return (
    <>
      <h2>{t("job.faults")}</h2>
      <p className="help">{t("job.faultsHelp")}</p>
      <ul className="work">
        {faults.map(({ sha256, kind, foundAt, source }) => (
          <li key={sha256}>
            <b>{t(kind === "missing" ? "job.faultMissing" : "job.faultChanged")}</b>{" "}
            {source && (
              <a href={href(locale, `/desk/sources/${source.id}`)}>{inEither(source.title, locale)}</a>
            )}
            <br />
            <span className="fine">
              {t("job.faultFound", { date: momentWords(foundAt, locale) })} SHA-256{" "}
              <span className="hash">{sha256}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
