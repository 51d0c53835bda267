/** A page of a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { href } from "../../core/language/language.ts";
import { entryId, type FeedEntry, type FeedPage, type FeedSite, withCursor } from "./feed.ts";
import { entryHtml } from "./feed-html.ts";
import { entryParagraphs, entryPath, entryTitle } from "./feed-words.ts";

export function jsonFeed({ entries, next }: FeedPage, site: FeedSite): object {
  const { baseUrl, locale, addresses } = site;
  const at = (path: string) => `${baseUrl}${href(locale, path)}`;
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: site.title,
    description: site.subtitle,
    home_page_url: at(site.page),
    feed_url: at(addresses.json),
    ...(next !== null && { next_url: withCursor(at(addresses.json), next) }),
    language: locale,
    authors: [{ name: site.publication, url: at("/") }],
    items: entries.map((entry) => item(entry, site)),
  };
}

function item(entry: FeedEntry, { baseUrl, locale }: FeedSite): object {
  const at = (path: string) => `${baseUrl}${href(locale, path)}`;
  const { seq, type, version, verdict, about, at: published } = entry;
  const [first] = entryParagraphs(entry, locale);
  return {
    id: entryId(baseUrl, entry),
    url: at(entryPath(entry)),
    title: entryTitle(entry, locale),
    content_html: entryHtml(entry, { baseUrl, locale }),
    ...(first && { summary: first.text }),
    date_published: published,
    date_modified: published,
    tags: [type, ...(verdict ? [verdict.rating] : [])],
    language: locale,
    _belagt: {
      about: `${baseUrl}/method`,
      ...{ seq, type, version },
      content_hash: entry.contentHash,
      entry_hash: entry.hash,
      document: `${baseUrl}/log/${seq}.json`,
      subject: about && at(about.path),
      ...(verdict && {
        rating: verdict.rating,
        previous_rating: verdict.previous,
        verdict_hash: verdict.hash,
      }),
    },
  };
}
