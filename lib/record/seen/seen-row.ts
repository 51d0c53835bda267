/** What a row of the record says, by the names of its columns alone. Pure. */
import type { Bilingual } from "../../core/language/language.ts";

type Row = Readonly<Record<string, unknown>>;

/** What a row says, in the form in which it can be read through before it is published. */
export interface Said {
  /** What it is known by, in both languages; empty where it has no words of its own. */
  readonly words: Bilingual;
  /** Every other text of it, in both languages. */
  readonly texts: readonly Bilingual[];
  /** What it names: ids of parties, claims, sources, events. */
  readonly names: readonly string[];
  /** EDTF, in the order in which they are asked for. */
  readonly dates: readonly string[];
  /** What was chosen for it: its kind, side, stance, mode or state, and who gains. */
  readonly choice: string | null;
}

/** The columns that say most of a row come first, in the order in which they do. */
const WORDS = ["title", "name", "text", "wrong", "note", "reasonNotAsked", "inSources"];
const PLAIN = ["quote", "excerpt", "value", "text", "url", "channel", "sha256", "slug"] as const;
const DATES = ["happened", "known", "held", "made", "public"] as const;
const CHOICES = ["gainsIf", "side", "stance", "mode", "state", "scheme", "kind"] as const;

const textIn = (row: Row, name: string): string | null => {
  const value = row[name];
  return typeof value === "string" && value !== "" ? value : null;
};

/** The columns that a row has in both languages, without the language. */
const inBoth = (row: Row): string[] =>
  Object.keys(row).flatMap((key) =>
    /Sv$/.test(key) && `${key.slice(0, -2)}En` in row ? [key.slice(0, -2)] : [],
  );

/** All that a row says. */
export function saidBy(row: Row): Said {
  const rank = (name: string) => (WORDS.includes(name) ? WORDS.indexOf(name) : WORDS.length);
  const bilingual = inBoth(row)
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => ({ sv: textIn(row, `${name}Sv`) ?? "", en: textIn(row, `${name}En`) ?? "" }))
    .filter(({ sv, en }) => sv + en !== "");
  const plain = PLAIN.flatMap((name) => textIn(row, name) ?? []).map((text) => ({ sv: text, en: text }));
  const [words = { sv: "", en: "" }, ...texts] = [...bilingual, ...plain];
  return {
    words,
    texts,
    names: Object.keys(row).flatMap((key) => (key.endsWith("Id") ? (textIn(row, key) ?? []) : [])),
    dates: DATES.flatMap((name) => textIn(row, name) ?? []),
    choice: CHOICES.map((name) => textIn(row, name)).find((value) => value !== null) ?? null,
  };
}

/** A text that a row has in one of its languages only. */
export interface MissingText {
  /** The column, without its language. */
  readonly field: string;
  readonly language: keyof Bilingual;
}

/**
 * The texts that a row lacks in one of its languages: the database publishes none such (migration: refuse_half_translated).
 * What is empty in both is not there at all, and nothing is missing.
 */
export const missingTexts = (row: Row): MissingText[] =>
  inBoth(row).flatMap((field): MissingText[] => {
    const [sv, en] = [textIn(row, `${field}Sv`), textIn(row, `${field}En`)];
    if ((sv === null) === (en === null)) return [];
    return [{ field, language: sv === null ? "sv" : "en" }];
  });
