/** What a correction of a fact changes, in the reader's words: field by field, word by word. */
import { dateWords } from "../../core/date-words/date-words.ts";
import { type Locale, otherLocale } from "../../core/language/language.ts";
import { type Translator, translator } from "../../core/language/translator.ts";
import { type Difference, wordDifference } from "../../core/text-difference.ts";
import type { AmendableTable, FieldChange, Told } from "./amendment.ts";

/** Where the words of what was chosen for a row stand. */
const CHOICES: Partial<Record<AmendableTable, string>> = {
  Party: "party.kinds",
  PartyRole: "deskRecord.party.sides",
  PartyIdentifier: "deskRecord.party.schemes",
  Claim: "kinds",
  Interest: "deskRecord.claim.gains",
  Appearance: "deskRecord.appearance.modes",
  Relation: "deskRecord.claim.relations",
  Source: "source.kinds",
  SourceEdge: "source.edges",
  Evidence: "stances",
};

/** Fields that hold a tag of a language, and are told by its name. */
const LANGUAGES: ReadonlySet<string> = new Set(["language", "quoteLanguage", "excerptLanguage"]);

/** A change as it is read. */
export interface ChangeInWords {
  readonly label: string;
  /** The language of the words, where it is not the page's. */
  readonly language: Locale | null;
  readonly parts: readonly Difference[];
}

/** The name of a field. */
function fieldName(field: string, t: Translator): string {
  const key = `seen.fields.${field}`;
  return t.has(key as never) ? t(key as "seen.fields.title") : field;
}

function valueWords(value: Told | null, field: string, table: AmendableTable, locale: Locale): string {
  const t = translator(locale);
  switch (value?.kind) {
    case undefined:
      return "";
    case "date":
      return dateWords(value.edtf, locale, value.zone);
    case "yes":
      return t(value.yes ? "seen.true" : "seen.false");
    case "name":
      return value.name[locale];
    case "choice": {
      const key = `${CHOICES[table] ?? ""}.${value.choice}`;
      return t.has(key as never) ? t(key as "stances.supports") : value.choice;
    }
    case "text":
      return value.text[locale];
    case "words":
      return LANGUAGES.has(field)
        ? (new Intl.DisplayNames(locale, { type: "language" }).of(value.words) ?? value.words)
        : value.words;
  }
}

/**
 * The changes of one amendment. A text is told in the reader's language, and in the other where the desk reads both, or
 * where only that one was changed.
 *
 * @param inBoth - for whoever publishes it, who reads both
 */
export function changesInWords(
  changes: readonly FieldChange[],
  table: AmendableTable,
  locale: Locale,
  inBoth = false,
): ChangeInWords[] {
  const t = translator(locale);
  return changes.flatMap(({ field, before, after }) => {
    const name = fieldName(field, t);
    const told = (language: Locale): ChangeInWords[] => {
      const [was, is] = [
        valueWords(before, field, table, language),
        valueWords(after, field, table, language),
      ];
      if (was === is) return [];
      const other = language !== locale || inBoth;
      return [
        {
          label: isText && other ? t("seen.inLanguage", { name, language }) : name,
          language: isText && language !== locale ? language : null,
          parts: wordDifference(was, is),
        },
      ];
    };
    const isText = before?.kind === "text" || after?.kind === "text";
    if (!isText) return told(locale);
    const own = told(locale);
    return own.length === 0 || inBoth ? [...own, ...told(otherLocale(locale))] : own;
  });
}

/** What the changed fields are called, each once, in their order. */
export function changedFields(changes: readonly FieldChange[], locale: Locale): string {
  const t = translator(locale);
  const names = [...new Set(changes.map(({ field }) => fieldName(field, t).toLocaleLowerCase(locale)))];
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}
