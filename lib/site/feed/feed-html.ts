import { href, type Locale } from "../../core/language/language.ts";
import { translator } from "../../core/language/translator.ts";
import { asMarkup } from "../../core/markup.ts";
import type { FeedEntry } from "./feed.ts";
import { entryParagraphs, entryPath } from "./feed-words.ts";

interface Where {
  readonly baseUrl: string;
  readonly locale: Locale;
}

/** An entry as the HTML that readers of feeds show: paragraphs and links, and nothing that has to be fetched. */
export function entryHtml(entry: FeedEntry, { baseUrl, locale }: Where): string {
  const t = translator(locale);
  const link = (path: string, words: string) =>
    `<a href="${asMarkup(`${baseUrl}${href(locale, path)}`)}">${asMarkup(words)}</a>`;
  const dispute = entry.about?.dispute;
  const paragraphs = entryParagraphs(entry, locale).map(({ text, language }) =>
    language === locale
      ? `<p>${asMarkup(text)}</p>`
      : `<blockquote lang="${asMarkup(language)}"><p>${asMarkup(text)}</p></blockquote>`,
  );
  const ways = [
    link(entryPath(entry), t("feed.read")),
    ...(dispute ? [link(dispute.path, dispute.short[locale])] : []),
    `<a href="${asMarkup(`${baseUrl}/log/${entry.seq}.json`)}">${asMarkup(t("log.document", { number: entry.seq }))}</a>`,
  ];
  return [...paragraphs, `<p>${ways.join(" · ")}</p>`].join("");
}
