/**
 * What a page says of itself, field by field: right, or empty. The strongest part of the page that says something
 * sensible is believed: JSON-LD about this article, then Open Graph, then meta elements, then the marks in the text. A
 * part that says two things that exclude each other says nothing. Two fields differ:
 * - the address: `link rel=canonical` is its definition (RFC 6596) and goes first;
 * - the language: the `lang` attribute is its definition (HTML Standard §3.2.6.2), and og:locale, which systems fill in
 *   with their own default, goes last. What the words themselves contradict is not believed from anybody.
 */
import {
  collapsed,
  comparable,
  type PageField,
  type PageFrom,
  type PageOrigin,
  type WebPageFacts,
  webAddress,
} from "./web-page.ts";
import { type DateSetting, dateFrom, datesAgree } from "./web-page-date.ts";
import {
  bylineFrom,
  canonicalFrom,
  headlineIn,
  isAddress,
  publisherFrom,
  titleFrom,
} from "./web-page-facts.ts";
import { type LinkedFacts, linkedFacts, withoutTags } from "./web-page-json-ld.ts";
import { languageOfWords, languageTag } from "./web-page-language.ts";
import { dateMarks, isOfThisPage, markedAuthors } from "./web-page-marks.ts";
import { referencesIn } from "./web-page-references.ts";
import type { Paragraph } from "./web-page-walk.ts";

export interface Metadata {
  readonly facts: WebPageFacts;
  readonly from: PageFrom;
  readonly linked: LinkedFacts;
  /** og:type, article:content_tier and the like, in lower case. */
  readonly meta: (name: string) => readonly string[];
}

interface Setting {
  readonly url: string;
  readonly now: number;
  /** Where a page has been flattened, its title was found beforehand. */
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

interface Said {
  readonly from: PageOrigin;
  readonly values: readonly string[];
}

const META = {
  title: ["title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "twitter:title"],
  byline: [
    "author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "citation_author",
  ],
  publisher: ["application-name", "dc.publisher", "dcterms.publisher", "citation_publisher"],
  // "date", "dc.date" and "created" are left out: one system means the day of writing, the next that of changing.
  published: [
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date.issued",
    "citation_publication_date",
    "publication_date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
  ],
  modified: ["datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "revised", "lastmod"],
} as const;

export function metadataOf(document: Document, setting: Setting): Metadata {
  const metas = metasOf(document);
  const meta = (...names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? []);
  const { paragraphs, url } = setting;
  const base = document.querySelector("base[href]")?.getAttribute("href") ?? "";
  const absolute = (text: string) => webAddress(text, webAddress(base, url) ?? url);
  const canonical = [...document.querySelectorAll("link[rel][href]")]
    .filter((link) => /(?:^|\s)canonical(?:\s|$)/i.test(link.getAttribute("rel") ?? ""))
    .flatMap((link) => absolute(link.getAttribute("href") ?? "") ?? []);
  const documentTitle = collapsed((setting.title || document.title).slice(0, 2_000));
  const headings = headingsOf(paragraphs);

  const scripts = [...document.querySelectorAll("script[type]")]
    .filter((script) => /^\s*application\/ld\+json\s*(?:;|$)/i.test(script.getAttribute("type") ?? ""))
    .map((script) => script.textContent ?? "");
  const resolve = referencesIn(document);
  const linked = linkedFacts(
    scripts,
    {
      addresses: [url, ...canonical, ...meta("og:url").flatMap((value) => absolute(value) ?? [])],
      headlines: [documentTitle, ...meta("og:title"), ...headings],
    },
    (text) => resolve(withoutTags(text)),
  );

  const publisher = firstSaid(
    [
      { from: "json-ld", values: linked.publishers },
      { from: "og", values: meta("og:site_name") },
      { from: "meta", values: meta(...META.publisher) },
    ],
    (value) => publisherFrom(value, url),
  );
  const siteNames = [
    publisher?.value ?? "",
    ...meta("og:site_name", "application-name"),
    ...linked.publishers,
  ]
    .map(comparable)
    .filter((name) => name !== "");
  const title = firstSaid(
    [
      { from: "json-ld", values: linked.headlines },
      { from: "og", values: meta("og:title") },
      { from: "meta", values: meta(...META.title) },
      { from: "html", values: documentTitle === "" ? [] : [headlineIn(documentTitle, headings)] },
      { from: "html", values: headings },
    ],
    (value) => titleFrom(value, siteNames),
  );
  const byline = firstSaid(
    [
      { from: "json-ld", values: linked.authors },
      { from: "og", values: joined(meta("article:author").filter((value) => !isAddress(value))) },
      { from: "meta", values: META.byline.flatMap((name) => joined(meta(name))) },
      { from: "html", values: joined(markedAuthors(document)) },
    ],
    (value) => bylineFrom(value, siteNames),
  );

  const words = paragraphs
    .map(({ text }) => text)
    .join(" ")
    .slice(0, 20_000);
  const language = firstSaid(
    [
      { from: "json-ld", values: linked.languages },
      {
        from: "html",
        values: [
          document.documentElement?.getAttribute("lang") ??
            document.documentElement?.getAttribute("xml:lang") ??
            document.body?.getAttribute("lang") ??
            "",
        ],
      },
      { from: "meta", values: meta("content-language", "dcterms.language", "dc.language") },
      { from: "og", values: meta("og:locale") },
    ],
    (value) => languageTag(value, words),
  );

  const dates: DateSetting = {
    swedish: (language?.value ?? languageOfWords(words) ?? "").startsWith("sv"),
    now: setting.now,
  };
  const marks = dateMarks(document, paragraphs, headings, dates);
  const date = (value: string) => dateFrom(value, dates);
  const published = firstSaid(
    [
      { from: "json-ld", values: linked.published },
      { from: "og", values: meta("article:published_time", "og:article:published_time") },
      { from: "meta", values: meta(...META.published) },
      { from: "html", values: marks.published },
    ],
    date,
    datesAgree,
  );
  const modified = firstSaid(
    [
      { from: "json-ld", values: linked.modified },
      { from: "og", values: meta("article:modified_time", "og:article:modified_time", "og:updated_time") },
      { from: "meta", values: meta(...META.modified) },
      { from: "html", values: marks.modified },
    ],
    date,
    datesAgree,
  );
  const canonicalUrl = firstSaid(
    [
      { from: "html", values: canonical },
      { from: "og", values: meta("og:url").flatMap((value) => absolute(value) ?? []) },
      { from: "json-ld", values: linked.addresses },
    ],
    (value) => canonicalFrom(value, url),
  );

  // Nothing is changed before it is published: one of the two is wrong, and the first has more to lean on.
  const ordered =
    published && modified && modified.value < published.value.slice(0, modified.value.length)
      ? null
      : modified;
  const found: Record<PageField, Found | null> = {
    title,
    byline,
    publisher,
    published,
    modified: ordered,
    language,
    canonicalUrl,
  };
  return {
    facts: each(found, (one) => one?.value ?? null),
    from: each(found, (one) => one?.from ?? null),
    linked,
    meta: (name) => meta(name).map((value) => value.toLowerCase()),
  };
}

interface Found {
  readonly value: string;
  readonly from: PageOrigin;
}

const each = <T>(
  found: Record<PageField, Found | null>,
  read: (one: Found | null) => T,
): Record<PageField, T> => ({
  title: read(found.title),
  byline: read(found.byline),
  publisher: read(found.publisher),
  published: read(found.published),
  modified: read(found.modified),
  language: read(found.language),
  canonicalUrl: read(found.canonicalUrl),
});

const sameWords = (a: string, b: string) => comparable(a) === comparable(b);

/** The first part whose sensible values agree; of values that agree, the longest (a day rather than its month). */
function firstSaid(
  parts: readonly Said[],
  sensible: (value: string) => string | null,
  agree: (a: string, b: string) => boolean = sameWords,
): Found | null {
  for (const { from, values } of parts) {
    const [first, ...others] = values.map(sensible).filter((value) => value !== null);
    if (first === undefined || !others.every((other) => agree(first, other))) continue;
    return {
      from,
      value: others.reduce((best, other) => (other.length > best.length ? other : best), first),
    };
  }
  return null;
}

/** Meta elements by lower-case name, property, itemprop or http-equiv. Those in noscript are for other readers. */
function metasOf(document: Document): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const element of [...document.querySelectorAll("meta[content]")].slice(0, 2000)) {
    if (element.closest("noscript") !== null) continue;
    const content = collapsed(element.getAttribute("content") ?? "");
    if (content === "" || content.length > 4000) continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (!name || (attribute === "itemprop" && !isOfThisPage(element))) continue;
      const list = found.get(name);
      if (list === undefined) found.set(name, [content]);
      else if (!list.includes(content)) list.push(content);
    }
  }
  return found;
}

function headingsOf(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs
    .filter(({ owner, place }) => owner.localName === "h1" && !place.consent && !place.chrome)
    .map(({ text }) => collapsed(text));
}

const joined = (names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [[...new Set(names)].slice(0, 6).join(", ")];
