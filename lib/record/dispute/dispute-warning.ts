/** What may be published and is better looked at once more. Pure. */
import type { SeenRow } from "../seen/seen.ts";
import { goingOf, type Planned } from "./dispute-plan.ts";

/**
 * - `nobody-says-it`: a claim without a place where it was said
 * - `nothing-shows-it`: a claim without evidence
 * - `title-is-address`: a source that is called by its address
 * - `dates-untouched`: a source whose dates say no more than that it was there when it was entered
 * - `other-language`: a quotation in another language than its source
 * - `relation-stays`: a source becomes public, and that it rests on another does not: until then it counts as independent
 */
export type Warning =
  | "nobody-says-it"
  | "nothing-shows-it"
  | "title-is-address"
  | "dates-untouched"
  | "other-language"
  | "relation-stays";

/** A source that drafts of the dispute name, as far as its language matters: public ones too. */
export interface SourceLanguage {
  readonly id: string;
  readonly language: string;
}

const text = (row: SeenRow["row"], column: string): string => {
  const value = row[column];
  return typeof value === "string" ? value : "";
};

/** `exempelposten.example/nyhet`, with or without what an address begins with. */
const ADDRESS = /^(https?:\/\/)?[^\s/]+\.[^\s/.]{2,}(:\d+)?(\/\S*)?$/i;

/** Both languages of the title are the same address, or part of the source's own. */
export const isAddress = (title: string): boolean => ADDRESS.test(title.trim()) && /[/.]/.test(title);

/** Two languages are one where one says more of it: `en` and `en-GB`. */
const isSameLanguage = (a: string, b: string): boolean =>
  a.split("-")[0]?.toLowerCase() === b.split("-")[0]?.toLowerCase();

/** What to look at once more in what would be published, by the key of the thing. */
export function warningsOf(
  plan: readonly Planned[],
  languages: readonly SourceLanguage[],
): ReadonlyMap<string, readonly Warning[]> {
  const going = goingOf(plan);
  const rows = going.flatMap((thing) => thing.rows);
  const languageOf = new Map(languages.map(({ id, language }) => [id, language]));
  for (const { table, id, row } of plan.flatMap((thing) => thing.rows))
    if (table === "Source") languageOf.set(id, text(row, "language"));
  const isNamed = (table: string, column: string, id: string) =>
    rows.some((each) => each.table === table && each.row[column] === id);
  const staying = plan.filter(({ why }) => why.length > 0).flatMap((thing) => thing.rows);
  const otherwise = (row: SeenRow["row"], said: string) => {
    const language = languageOf.get(text(row, "sourceId"));
    return said !== "" && language !== undefined && !isSameLanguage(said, language);
  };
  const found = going.map(({ key, table, id, rows: [first] }) => {
    const row = first?.row ?? {};
    const warnings: Warning[] = [];
    if (table === "Claim") {
      if (!isNamed("Appearance", "claimId", id)) warnings.push("nobody-says-it");
      if (!isNamed("Evidence", "claimId", id)) warnings.push("nothing-shows-it");
    }
    if (table === "Source") {
      if (isAddress(text(row, "titleSv")) || isAddress(text(row, "titleEn")))
        warnings.push("title-is-address");
      // What a link or a file is given until somebody says more (lib/record/source/source-commands.ts).
      if (/^\.\.\/\d{4}-\d{2}-\d{2}$/.test(text(row, "made"))) warnings.push("dates-untouched");
      if (staying.some((each) => each.table === "SourceEdge" && each.row.fromId === id))
        warnings.push("relation-stays");
    }
    if (table === "Evidence" && otherwise(row, text(row, "excerptLanguage"))) warnings.push("other-language");
    if (table === "Appearance" && otherwise(row, text(row, "quoteLanguage"))) warnings.push("other-language");
    return [key, warnings] as const;
  });
  return new Map(found.filter(([, warnings]) => warnings.length > 0));
}
