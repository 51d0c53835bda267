import { dateWords } from "@/lib/core/date-words/date-words";
import { inEither, type Locale, otherLocale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import type { SeenRow } from "@/lib/record/seen/seen";
import { type Said, saidBy } from "@/lib/record/seen/seen-row";

interface AlongRowsProps {
  readonly rows: readonly SeenRow[];
  /** Of their dispute. */
  readonly zone: string;
  readonly locale: Locale;
}

/** Drafts that are published together with what the page is about: every word of each, in both languages. */
export function AlongRows({ rows, zone, locale }: AlongRowsProps) {
  const t = translator(locale);
  if (rows.length === 0) return null;
  return (
    <details className="more">
      <summary>{t("seen.alongCount", { count: rows.length })}</summary>
      <ul className="work">
        {rows.map(({ table, id, row }) => {
          const said = saidBy(row);
          const key = `history.tables.${table}`;
          return (
            <li key={`${table} ${id}`}>
              {t.has(key as never) ? t(key as "history.tables.Claim") : table}: {inEither(said.words, locale)}
              <AlongTexts said={said} zone={zone} locale={locale} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function AlongTexts({ said, zone, locale }: Omit<AlongRowsProps, "rows"> & { readonly said: Said }) {
  const other = otherLocale(locale);
  const texts = [said.words, ...said.texts].flatMap((text, index) => [
    ...(index > 0 && text[locale] !== "" ? [{ lang: locale, words: text[locale] }] : []),
    ...(text[other] !== "" && text[other] !== text[locale] ? [{ lang: other, words: text[other] }] : []),
  ]);
  return (
    <>
      {texts.map(({ lang, words }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row's texts have no other name than their place
        <p key={index} lang={lang}>
          {words}
        </p>
      ))}
      {said.dates.length > 0 && (
        <p className="fine">{said.dates.map((date) => dateWords(date, locale, zone)).join(". ")}.</p>
      )}
    </>
  );
}
