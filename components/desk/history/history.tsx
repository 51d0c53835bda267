import { momentWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { type Difference, wordDifference } from "@/lib/core/text-difference";
import type { HistoryLine } from "@/lib/desk/history/history-desk-queries";

/** Who did what, newest first; each change unfolds into its fields, word by word. */
export function History({
  lines,
  locale,
}: {
  readonly lines: readonly HistoryLine[];
  readonly locale: Locale;
}) {
  const t = translator(locale);
  if (lines.length === 0) return <p className="empty">{t("history.empty")}</p>;
  return (
    <ol className="work">
      {lines.map(({ seq, at, by, table, rowId, kind, fields }) => (
        <li key={seq}>
          <b>{by ?? t("history.someone")}</b> {t(`history.${kind}`)}{" "}
          {t.has(`history.tables.${table}` as never)
            ? t(`history.tables.${table}` as "history.tables.Claim")
            : table}
          , <time dateTime={at}>{momentWords(at, locale)}</time>{" "}
          <span className="fine">{rowId.slice(-8)}</span>
          {fields.length > 0 && (
            <details className="more">
              <summary>{t("history.fields", { count: fields.length })}</summary>
              <dl className="changes">
                {fields.map(({ field, before, after }) => (
                  <div key={field}>
                    <dt>{field}</dt>
                    <dd>
                      <Words before={before ?? ""} after={after ?? ""} />
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Two texts as one: what is gone struck through, what is new underlined, each also named for those who hear it. */
export function Words({ before, after }: { readonly before: string; readonly after: string }) {
  return <Differences parts={wordDifference(before, after)} />;
}

/** The same for a difference that has been computed. */
export function Differences({ parts }: { readonly parts: readonly Difference[] }) {
  return parts.map(({ kind, text }, index) => {
    const key = `${index}${kind}`;
    if (kind === "added") return <ins key={key}>{text}</ins>;
    if (kind === "removed") return <del key={key}>{text}</del>;
    return <span key={key}>{text}</span>;
  });
}
