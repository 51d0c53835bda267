/** What has become another since it was seen, in the reader's words. */
import { inEither, type Locale } from "../../core/language/language.ts";
import { type Translator, translator } from "../../core/language/translator.ts";
import { wordDifference } from "../../core/text-difference.ts";
import type { SeenChange } from "../../desk/form/form.ts";
import type { ComputedChange, Told } from "./seen.ts";

/** Where the words of what was chosen for a row stand, by its column. */
const CHOICES: Readonly<Record<string, string>> = {
  stance: "stances",
  rating: "ratings",
  gainsIf: "deskRecord.claim.gains",
  side: "deskRecord.party.sides",
  mode: "deskRecord.appearance.modes",
  showing: "copy.showings",
};

/** `noteSv` and `content.minute.0.sv` are a field in a language, `stance` is one in none. */
function fieldIn(path: string): { readonly field: string; readonly language: Locale | null } {
  const parts = path.split(".").filter((part) => part !== "content" && !/^\d+$/.test(part));
  const last = parts.at(-1) ?? "";
  if (last === "sv" || last === "en") return { field: parts[0] ?? "", language: last };
  const [, field, language] = /^(.+)(Sv|En)$/.exec(parts[0] ?? "") ?? [];
  return field
    ? { field, language: language === "Sv" ? "sv" : "en" }
    : { field: parts[0] ?? "", language: null };
}

function valueIn(field: string, value: string | null, t: Translator): string {
  if (value === null) return "";
  if (value === "true" || value === "false") return t(`seen.${value}`);
  const key = `${CHOICES[field] ?? ""}.${value}`;
  return field in CHOICES && t.has(key as never) ? t(key as "stances.supports") : value;
}

/** Each change as a person reads it: what it is about, and what its words were and are. */
export function changesInWords(changes: readonly Told[], locale: Locale): SeenChange[] {
  const t = translator(locale);
  return changes.map(({ table, kind, words, fields }) => {
    const key = `history.tables.${table}`;
    const thing = t.has(key as never) ? t(key as "history.tables.Claim") : t("seen.byline");
    const named = inEither(words, locale);
    return {
      what: `${t(`seen.kinds.${kind}`)}: ${named === "" ? thing : `${thing}, \u201d${named}\u201d`}`,
      fields: fields.flatMap((each) => {
        const { field, language } = fieldIn(each.field);
        const path = `seen.fields.${field}`;
        if (!t.has(path as never)) return [];
        const name = t(path as "seen.fields.title");
        const [before, after] = [valueIn(field, each.before, t), valueIn(field, each.after, t)];
        if (before === after) return [];
        return [
          {
            label: language ? t("seen.inLanguage", { name, language }) : name,
            parts: wordDifference(before, after),
          },
        ];
      }),
    };
  });
}

/** What is computed and comes to something else, as one change: that it does, and what of it can be said in words. */
export function computedInWords(changes: readonly ComputedChange[], locale: Locale): SeenChange[] {
  if (changes.length === 0) return [];
  const t = translator(locale);
  const said = (name: string, value: string) =>
    value === ""
      ? t("seen.computed.none")
      : value
          .split("+")
          .map((each) => (name === "open" ? t(`ratings.${each}` as "ratings.supported") : each))
          .join(", ");
  const fields = changes.flatMap(({ name, before, after }) => {
    const path = `seen.computed.names.${name}`;
    if (!t.has(path as never)) return [];
    const label = t(path as "seen.computed.names.roots");
    return [{ label, parts: wordDifference(said(name, before), said(name, after)) }];
  });
  return [{ what: t("seen.computed.what"), fields }];
}
