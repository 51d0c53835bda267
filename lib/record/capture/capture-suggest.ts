/**
 * What a fetched page says of itself, beside what stands in the record of its source. Suggestions: a page can say
 * anything, and only where nobody has written yet does a button put it in the place of what the link alone told us.
 */
import { languageTag, plainText } from "../../core/language/language-schema.ts";
import { comparable, type PageOrigin } from "../../intake/web-page/web-page.ts";
import { isNamedByAddress } from "../source/source-title.ts";
import type { PageFacts } from "./capture.ts";

export interface SourceAsItStands {
  readonly title: { readonly sv: string; readonly en: string };
  readonly producerId: string | null;
  readonly language: string;
  readonly url: string | null;
  /** EDTF. */
  readonly made: string;
  readonly public: string | null;
}

export interface PartyByName {
  readonly id: string;
  readonly names: readonly string[];
}

export interface SourceSuggestion {
  readonly about: "title" | "publisher" | "byline" | "published" | "language";
  /** As the page has it; a date is EDTF. */
  readonly value: string;
  /** Where on the page it was read. */
  readonly from: PageOrigin | null;
  /** The fields of the source it would fill, by name; none when somebody has filled them, or there is no such field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** "At the latest the day it was entered": what stands where nobody has said when. */
const isUndated = (date: string | null) => date === null || date.startsWith("../");

const primary = (tag: string) => tag.toLowerCase().split("-")[0];

/** In the order of the form. */
export function suggestSource(
  source: SourceAsItStands,
  found: PageFacts,
  parties: readonly PartyByName[],
): SourceSuggestion[] {
  return [
    ...ofTitle(source, found),
    ...ofPublisher(source, found, parties),
    ...(found.byline === null ? [] : [suggestion(found, "byline", found.byline)]),
    ...ofLanguage(source, found),
    ...ofDate(source, found),
  ];
}

function suggestion(
  found: PageFacts,
  about: SourceSuggestion["about"],
  value: string,
  fields: SourceSuggestion["fields"] = {},
): SourceSuggestion {
  return { about, value, from: found.from[about], fields };
}

/** What a page calls itself, as far as that can be the title of a source. */
export const titleOf = (found: Pick<PageFacts, "title">): string | undefined =>
  plainText(160).safeParse(found.title?.slice(0, 160).toWellFormed() ?? "").data;

function ofTitle(source: SourceAsItStands, found: PageFacts): SourceSuggestion[] {
  const title = titleOf(found);
  const { sv, en } = source.title;
  if (title === undefined || [sv, en].some((one) => comparable(one) === comparable(title))) return [];
  const fields = isNamedByAddress(source.title, source.url)
    ? { "title.sv": title, "title.en": title }
    : undefined;
  return [suggestion(found, "title", title, fields)];
}

/** A publication is a party of the dispute when it is called the same. */
function ofPublisher(
  { producerId }: SourceAsItStands,
  found: PageFacts,
  parties: readonly PartyByName[],
): SourceSuggestion[] {
  const { publisher } = found;
  if (publisher === null) return [];
  const called = parties.filter(({ names }) =>
    names.some((name) => comparable(name) === comparable(publisher)),
  );
  if (called.some(({ id }) => id === producerId)) return [];
  const [party, ...more] = called;
  const fields = producerId === null && party && more.length === 0 ? { producerId: party.id } : undefined;
  return [suggestion(found, "publisher", publisher, fields)];
}

function ofLanguage(source: SourceAsItStands, found: PageFacts): SourceSuggestion[] {
  const tag = languageTag.safeParse(found.language ?? "").data;
  if (tag === undefined || primary(tag) === primary(source.language)) return [];
  return [suggestion(found, "language", tag, { language: tag })];
}

function ofDate(source: SourceAsItStands, found: PageFacts): SourceSuggestion[] {
  const { published } = found;
  if (published === null || (source.made === published && source.public === published)) return [];
  const fields = {
    ...(isUndated(source.made) ? { made: published } : {}),
    ...(isUndated(source.public) ? { public: published } : {}),
  };
  return [suggestion(found, "published", published, fields)];
}
