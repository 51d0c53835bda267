/** A page of a feed as Atom (RFC 4287), with the ways to the other pages (RFC 5005). */
import { href, LOCALES } from "../../core/language/language.ts";
import { asMarkup } from "../../core/markup.ts";
import { entryId, type FeedEntry, type FeedPage, type FeedSite, withCursor } from "./feed.ts";
import { entryHtml } from "./feed-html.ts";
import { entryParagraphs, entryPath, entryTitle } from "./feed-words.ts";

const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element; `inside` is markup already. */
function element(name: string, attributes: Attributes, inside = ""): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${asMarkup(value)}"`]))
    .join("");
  return inside === "" ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

const text = (name: string, words: string) => element(name, {}, asMarkup(words));
const link = (rel: string, address: string, more: Attributes = {}) =>
  element("link", { rel, href: address, ...more });

export function atomFeed({ entries, next, changedAt }: FeedPage, site: FeedSite): string {
  const { baseUrl, locale, addresses, before } = site;
  const at = (path: string) => `${baseUrl}${href(locale, path)}`;
  const own = (cursor: number | null) => withCursor(at(addresses.atom), cursor);
  const type = "application/atom+xml";
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    text("id", at(addresses.atom)),
    text("title", site.title),
    text("subtitle", site.subtitle),
    text("updated", entries[0]?.at ?? changedAt),
    element("author", {}, text("name", site.publication) + text("uri", at("/"))),
    link("self", own(before), { type }),
    ...(before === null ? [] : [link("first", own(null), { type })]),
    ...(next === null ? [] : [link("next", own(next), { type })]),
    ...LOCALES.map((each) =>
      link("alternate", `${baseUrl}${href(each, site.page)}`, { type: "text/html", hreflang: each }),
    ),
    link("alternate", at(addresses.json), { type: "application/feed+json" }),
    link("license", LICENCE),
    text("icon", `${baseUrl}/icon.svg`),
    element("generator", { uri: baseUrl }, "Belagt"),
    ...entries.map((entry) => atomEntry(entry, site)),
    "</feed>\n",
  ].join("\n");
}

function atomEntry(entry: FeedEntry, { baseUrl, locale }: FeedSite): string {
  const at = (path: string) => `${baseUrl}${href(locale, path)}`;
  const dispute = entry.about?.dispute;
  const [first] = entryParagraphs(entry, locale);
  return element(
    "entry",
    {},
    [
      text("id", entryId(baseUrl, entry)),
      text("title", entryTitle(entry, locale)),
      text("updated", entry.at),
      text("published", entry.at),
      link("alternate", at(entryPath(entry)), { type: "text/html", hreflang: locale }),
      link("describedby", `${baseUrl}/log/${entry.seq}.json`, { type: "application/json" }),
      ...(dispute ? [link("related", at(dispute.path), { title: dispute.short[locale] })] : []),
      element("category", { term: entry.type, scheme: `${baseUrl}/log` }),
      ...(entry.verdict
        ? [element("category", { term: entry.verdict.rating, scheme: `${baseUrl}/method` })]
        : []),
      ...(first ? [element("summary", { "xml:lang": first.language }, asMarkup(first.text))] : []),
      element("content", { type: "html" }, asMarkup(entryHtml(entry, { baseUrl, locale }))),
    ].join("\n"),
  );
}
