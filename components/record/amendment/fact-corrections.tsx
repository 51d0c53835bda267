import { Prose } from "@/components/core/ui/prose";
import { dayWords } from "@/lib/core/date-words/date-words";
import { href, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { AmendableTable, AmendmentView } from "@/lib/record/amendment/amendment";
import { changedFields, changesInWords } from "@/lib/record/amendment/amendment-words";
import type { CorrectionView } from "@/lib/record/correction/correction";
import { ChangeList } from "./change-list";

interface FactCorrectionsProps {
  /** What has been corrected, and said of it, on the page; what is not of these rows is passed over. */
  readonly of: {
    readonly amendments: readonly AmendmentView[];
    readonly corrections: readonly CorrectionView[];
  };
  /** The ids of the rows that stand here, or the table that all of them are of. */
  readonly rows: readonly (string | undefined)[] | AmendableTable;
  readonly locale: Locale;
  /** Of what stands around them; without any there is nothing. */
  readonly className?: string;
}

/** At a row: what of it has been corrected, when and why, and what stood until then; the newest first. */
export function FactCorrections({ of, rows, locale, className }: FactCorrectionsProps) {
  const t = translator(locale);
  const isHere = ({ table, rowId }: { readonly table: AmendableTable; readonly rowId: string }) =>
    typeof rows === "string" ? table === rows : rows.includes(rowId);
  const prose = of.corrections.filter(({ about }) => about !== null && isHere(about));
  const those = of.amendments.filter(isHere);
  if (those.length + prose.length === 0) return null;
  return (
    <div className={className}>
      {those.map((amendment) => (
        <FactCorrection key={amendment.id} amendment={amendment} locale={locale} />
      ))}
      {prose.map((correction) => (
        <p key={correction.id} className="note">
          <b>
            {t("correction.corrected")}{" "}
            <time dateTime={correction.publishedAt}>{dayWords(correction.publishedAt, locale)}</time>.
          </b>{" "}
          <Prose text={`${correction.wrong[locale]} ${correction.found[locale]}`} />{" "}
          <a className="nb" href={`${href(locale, "/corrections")}#correction-${correction.id}`}>
            {t("correction.more")}
          </a>
        </p>
      ))}
    </div>
  );
}

interface FactCorrectionProps {
  readonly amendment: AmendmentView;
  readonly locale: Locale;
}

/** One correction of a fact: which fields, when and why; folded up, what stood and what stands, word by word. */
export function FactCorrection({ amendment, locale }: FactCorrectionProps) {
  const t = translator(locale);
  const { id, table, changes, publishedAt, since, why } = amendment;
  const [from, to] = [dayWords(since, locale), dayWords(publishedAt, locale)];
  return (
    <div className="note mt-2 mb-3">
      <p>
        <b>
          {t.rich("amendment.corrected", {
            date: () => <time dateTime={publishedAt}>{dayWords(publishedAt, locale)}</time>,
            thing: t(`history.tables.${table}`),
            fields: changedFields(changes, locale),
          })}
        </b>{" "}
        <Prose text={why[locale]} />{" "}
        <a className="nb" href={`${href(locale, "/corrections")}#amendment-${id}`}>
          {t("correction.more")}
        </a>
      </p>
      <details>
        <summary>
          {from === to ? t("amendment.untilSameDay") : t("amendment.until", { since: from, date: to })}
        </summary>
        <ChangeList changes={changesInWords(changes, table, locale)} />
      </details>
    </div>
  );
}
