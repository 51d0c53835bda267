import { inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { ThrownWords } from "@/lib/record/draft/draft-desk-queries";

interface ThrownListProps {
  readonly locale: Locale;
  readonly rows: readonly ThrownWords[];
}

/** Rows that a draft takes along, that lose a mention of it, or that keep it: each by what it is and what it says. */
export function ThrownList({ locale, rows }: ThrownListProps) {
  return (
    <ul className="work">
      {rows.map((row) => (
        <li key={`${row.key} ${row.column ?? ""}`}>{thrownName(row, locale)}</li>
      ))}
    </ul>
  );
}

/** What a row is, and what it is known by; of one that stays, what it loses. */
export function thrownName({ table, words, column }: ThrownWords, locale: Locale): string {
  const t = translator(locale);
  const key = `history.tables.${table}`;
  const thing = t.has(key as never) ? t(key as "history.tables.Claim") : table;
  const named = inEither(words, locale);
  const field = `seen.fields.${column}`;
  const lost = column === null ? "" : t.has(field as never) ? t(field as "seen.fields.sourceId") : column;
  return [named === "" ? thing : `${thing}, \u201d${named}\u201d`, ...(lost ? [lost] : [])].join(": ");
}
