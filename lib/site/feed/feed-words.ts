/** An entry of a feed in a reader's language. */
import type { Locale } from "../../core/language/language.ts";
import { translator } from "../../core/language/translator.ts";
import { saidByWords } from "../../record/claim/claim-words.ts";
import { entryWords } from "../../record/record-log/record-log-words.ts";
import type { Search } from "../search/search-schema.ts";
import type { FeedEntry, FeedScope, RecordFeed, Told } from "./feed.ts";

/** What happened, to what, and who makes the claim: "Correction published: “…” (Kramfors kommun, according to 08-nytt)". */
export function entryTitle(entry: FeedEntry, locale: Locale): string {
  const t = translator(locale);
  const { about, verdict } = entry;
  if (!about) return entry.takenDown ? t("removal.logged") : entryWords(entry, locale);
  const title = about.title[locale].replace(/\.$/, "");
  const who = saidByWords(about.appearances, locale);
  const what = who ? t("feed.claimed", { claim: title, who }) : title;
  return verdict
    ? t("feed.verdict", { what, rating: t(`ratings.${verdict.rating}`) })
    : t("feed.entry", { kind: entryWords(entry, locale), what });
}

/** What it said, each paragraph with its language. */
export function entryParagraphs(
  entry: FeedEntry,
  locale: Locale,
): { readonly text: string; readonly language: string }[] {
  const t = translator(locale);
  const { verdict, version } = entry;
  const rated = verdict
    ? [
        verdict.previous !== null && verdict.previous !== verdict.rating
          ? t("feed.changed", {
              ...{ version: version ?? 1, rating: t(`ratings.${verdict.rating}`) },
              previous: t(`ratings.${verdict.previous}`),
            })
          : t("feed.rated", { version: version ?? 1, rating: t(`ratings.${verdict.rating}`) }),
      ]
    : [];
  return [
    ...rated.map((text) => ({ text, language: locale })),
    ...entry.told.map((told) => inLanguage(told, locale)),
  ];
}

const inLanguage = (told: Told, locale: Locale) =>
  "quoted" in told
    ? { text: translator(locale)("feed.quoted", { words: told.quoted }), language: told.language }
    : { text: told[locale], language: locale };

/** Where an entry is read, without language: the version of a verdict, the list of what was taken down, else what it is about. */
export function entryPath({ about, type, version, takenDown, seq }: FeedEntry): string {
  if (type === "verdict.published" && about) return `${about.path}/v/${version ?? 1}`;
  if (about) return about.path;
  return takenDown ? "/corrections#taken-down" : `/log#entry-${seq}`;
}

/** What a feed is called; `name`: of the dispute, claim or party, or the words that were searched for. */
export function feedTitle(of: FeedScope["of"], name: string, locale: Locale): string {
  const t = translator(locale);
  return isNamed(of) ? t(`feed.titles.${of}`, { name }) : t(`feed.titles.${of}`);
}

/** What a search looks for, in words; empty: all claims. */
export function searchWords({ q, rating, party, from, to }: Omit<Search, "notes">, locale: Locale): string {
  const t = translator(locale);
  const days = from || to ? `${from ?? ""}–${to ?? ""}` : "";
  return [q && `”${q}”`, rating && t(`ratings.${rating}`), party, days].filter(Boolean).join(", ");
}

const isNamed = (of: FeedScope["of"]): of is Exclude<FeedScope["of"], RecordFeed> =>
  of === "dispute" || of === "claim" || of === "party" || of === "search";
