import { Form } from "@/components/desk/form/form";
import { dateWords } from "@/lib/core/date-words/date-words";
import type { Locale } from "@/lib/core/language/language";
import { translator } from "@/lib/core/language/translator";
import { type FieldValues, first } from "@/lib/desk/form/form";
import type { SourceSuggestion } from "@/lib/record/capture/capture-suggest";
import { saveFoundFacts } from "@/lib/record/source/source-actions";

interface FoundFactsProps {
  readonly source: {
    readonly id: string;
    readonly disputeId: string;
    readonly revision: number;
    readonly fields: FieldValues;
  };
  readonly suggestions: readonly SourceSuggestion[];
  /** Of its dispute. */
  readonly zone: string;
  readonly locale: Locale;
}

/** What a fetched page says of itself and its draft source does not, with where it was read; and one button to take it. */
export function FoundFacts({ source, suggestions, zone, locale }: FoundFactsProps) {
  const t = translator(locale);
  const [one] = suggestions;
  if (!one) return null;
  const taken: Readonly<Record<string, string>> = Object.assign(
    {},
    ...suggestions.map(({ fields }) => fields),
  );
  const names = Object.keys(source.fields);
  const kept = Object.fromEntries(names.map((name) => [name, first(source.fields, name)]));
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t("capture.found")}</h2>
      <p className="help">{t("capture.foundHelp")}</p>
      <ul className="work">
        {suggestions.map((suggestion) => (
          <li key={suggestion.about}>
            {t("capture.foundOne", {
              field: t(`capture.fields.${suggestion.about}`),
              value: valueWords(suggestion, locale, zone),
            })}
            {suggestion.from && (
              <>
                {", "}
                <span className="fine">
                  {t("capture.foundFrom", { origin: t(`capture.origins.${suggestion.from}`) })}
                </span>
              </>
            )}
            {Object.keys(suggestion.fields).length === 0 && suggestion.about !== "byline" && (
              <p className="fine">
                {t(
                  suggestion.about === "publisher" && first(source.fields, "producerId") === ""
                    ? "capture.noParty"
                    : "capture.written",
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      {Object.keys(taken).length > 0 && (
        <Form
          locale={locale}
          action={saveFoundFacts}
          fields={[]}
          hidden={{ ...kept, ...taken, disputeId: source.disputeId }}
          draft={{ id: source.id, revision: source.revision }}
          sendKey={crypto.randomUUID()}
          submit={t("capture.takeAll")}
        />
      )}
    </section>
  );
}

function valueWords({ about, value }: SourceSuggestion, locale: Locale, zone: string): string {
  if (about === "published") return dateWords(value, locale, zone);
  if (about === "language") return new Intl.DisplayNames(locale, { type: "language" }).of(value) ?? value;
  return value;
}
