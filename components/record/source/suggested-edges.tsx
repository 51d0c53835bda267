import { Form } from "@/components/desk/form/form";
import { href, inEither, type Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { OWN } from "@/lib/desk/form/form";
import { saveSourceEdge } from "@/lib/record/source/source-actions";
import type { DeskSuggestion } from "@/lib/record/source/source-suggest-desk-queries";

interface SuggestedEdgesProps {
  readonly sourceId: string;
  readonly suggestions: readonly DeskSuggestion[];
  readonly locale: Locale;
}

/** Edges that what we hold speaks for, each with why and a button that saves it: nothing is one by itself. */
export function SuggestedEdges({ sourceId, suggestions, locale }: SuggestedEdgesProps) {
  const t = translator(locale);
  if (suggestions.length === 0) return null;
  return (
    <section aria-labelledby="suggested-edges">
      <h3 id="suggested-edges">{t("capture.edges")}</h3>
      <p className="help">{t("capture.edgesHelp")}</p>
      <ul className="work">
        {suggestions.map(({ kind, reason, isFrom, other }) => {
          const title = inEither(other.title, locale);
          const [fromId, toId] = isFrom ? [sourceId, other.id] : [other.id, sourceId];
          return (
            <li key={`${fromId}${toId}${kind}`}>
              {t.rich(isFrom ? "capture.edgeTo" : "capture.edgeFrom", {
                edge: t(`deskRecord.source.edges.${kind}`),
                other: () => <a href={href(locale, `/desk/sources/${other.id}`)}>{title}</a>,
              })}{" "}
              <span className="fine">{t(`capture.edgeReasons.${reason}`)}</span>
              <Form
                locale={locale}
                action={saveSourceEdge}
                fields={[]}
                hidden={{ fromId, toId, kind, [OWN.next]: isFrom ? "from" : "to" }}
                sendKey={crypto.randomUUID()}
                submit={t("capture.edgeSave", { title })}
                quiet
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
