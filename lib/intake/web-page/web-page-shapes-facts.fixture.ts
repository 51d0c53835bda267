/** What pages say of themselves: JSON-LD in all its states, dates in all their forms, contradictions. */
import { ADDRESS, article, BRIDGE_EN, html, ld, paragraphs, type Shape } from "./web-page-shapes.fixture.ts";

const TITLE = "Bron dröjer";
const FACTS = { title: TITLE, language: "sv" } as const;
const node = (more: object) => ({
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  url: ADDRESS,
  ...more,
});
const said = (name: string, head: string, facts: Shape["facts"] = {}, from: Shape["from"] = {}): Shape => ({
  name,
  body: html({ head }),
  kind: "article",
  // Where JSON-LD names the page's address, that is its address.
  facts: { ...FACTS, canonicalUrl: head.includes(ADDRESS) ? ADDRESS : null, ...facts },
  from,
});
const raw = (script: string) => `<script type="application/ld+json">${script}</script>`;
const published = (name: string, date: string, edtf: string | null) =>
  said(`dated "${name}"`, ld(node({ datePublished: date })), { published: edtf });
const og = (name: string, value: string) => `<meta property="${name}" content="${value}">`;

const LINKED: readonly Shape[] = [
  said("JSON-LD in an array", ld([{ "@type": "BreadcrumbList" }, node({ datePublished: "2023-03-14" })]), {
    published: "2023-03-14",
  }),
  said(
    "JSON-LD below mainEntity",
    ld({ "@type": "WebPage", url: ADDRESS, mainEntity: node({ datePublished: "2023-03-14" }) }),
    { published: "2023-03-14" },
  ),
  said(
    "JSON-LD with a type written as an address",
    ld({ "@type": "http://schema.org/NewsArticle", url: ADDRESS, datePublished: "2023-03-14" }),
    { published: "2023-03-14" },
  ),
  said("JSON-LD that is broken", raw(`{"@type":"NewsArticle","headline":"Annat",`)),
  said(
    "broken JSON-LD beside a whole one",
    raw("{") + ld(node({ author: "Redaktion Nord" })),
    { byline: "Redaktion Nord" },
    { byline: "json-ld" },
  ),
  said(
    "JSON-LD with a line break in a string",
    raw(`{"@type":"NewsArticle","url":"${ADDRESS}","headline":"Bron\ndröjer länge"}`),
    { title: "Bron dröjer länge" },
    { title: "json-ld" },
  ),
  said("JSON-LD in a comment", raw(`<!-- ${JSON.stringify(node({ datePublished: "2023-03-14" }))} -->`), {
    published: "2023-03-14",
  }),
  said(
    "JSON-LD with character references and tags",
    ld(node({ headline: "Bron &quot;dr&ouml;jer&quot; &amp; <em>kostar</em>" })),
    { title: 'Bron "dröjer" & kostar' },
  ),
  said(
    "JSON-LD with keys of the language's own objects",
    raw(
      `{"__proto__":{"headline":"Fel","datePublished":"2001-01-01"},"constructor":{"prototype":{"headline":"Fel"}},"@type":"NewsArticle","url":"${ADDRESS}"}`,
    ),
  ),
  said(
    "JSON-LD of other kinds than texts",
    ld(
      node({
        headline: 7,
        author: { name: { x: 1 } },
        publisher: [null, 5],
        datePublished: { y: 2023 },
        inLanguage: ["sv"],
      }),
    ),
    {},
    { language: "json-ld" },
  ),
  said("JSON-LD nested a thousand deep", raw(`${'{"mainEntity":'.repeat(1000)}{}${"}".repeat(1000)}`)),
  said("JSON-LD of an organisation alone", ld({ "@type": "Organization", name: "Exempelbladet" })),
  said(
    "JSON-LD about another address",
    ld(
      node({
        url: "https://www.exempelbladet.example/sport/match",
        headline: "Matchen slutade lika",
        datePublished: "2020-01-01",
      }),
    ),
  ),
  said(
    "two articles, one of them this",
    ld([
      node({ headline: TITLE, datePublished: "2023-03-14" }),
      node({
        url: "https://www.exempelbladet.example/annan",
        headline: "Annan artikel om bron",
        datePublished: "2020-01-01",
      }),
    ]),
    { published: "2023-03-14" },
  ),
  said(
    "two nodes of this article that contradict each other",
    ld([node({ datePublished: "2023-03-14" }), node({ datePublished: "2022-01-01" })]),
  ),
  said(
    "two nodes that contradict each other, and Open Graph to decide",
    ld([node({ datePublished: "2023-03-14" }), node({ datePublished: "2022-01-01" })]) +
      og("article:published_time", "2023-03-14"),
    { published: "2023-03-14" },
    { published: "og" },
  ),
  said(
    "JSON-LD and Open Graph that contradict each other",
    ld(node({ headline: "Bron dröjer ännu", datePublished: "2023-03-14" })) +
      og("og:title", "Något helt annat") +
      og("article:published_time", "2019-01-01"),
    { title: "Bron dröjer ännu", published: "2023-03-14" },
    { title: "json-ld", published: "json-ld" },
  ),
  said(
    "two Open Graph titles that contradict each other",
    og("og:title", "Den ena") + og("og:title", "Den andra"),
    {},
    { title: "html" },
  ),
  said(
    "a month and a day in it",
    ld([node({ datePublished: "2023-03" }), node({ datePublished: "2023-03-14" })]),
    { published: "2023-03-14" },
  ),
  said(
    "changed before it was published",
    ld(node({ datePublished: "2023-03-14", dateModified: "2023-03-01" })),
    { published: "2023-03-14" },
  ),
  said(
    "an author who is the publication",
    ld(
      node({
        author: { "@type": "Organization", name: "Exempelbladet" },
        publisher: { name: "Exempelbladet" },
      }),
    ),
    { publisher: "Exempelbladet" },
  ),
  said("an author who is an address", `<meta name="author" content="redaktion@exempelbladet.example">`),
  said(
    "an author who is undefined",
    ld(node({ author: "undefined" })) + og("article:author", "[object Object]"),
  ),
  said(
    "authors named by two conventions, differently",
    `<meta name="author" content="Redaktion Nord"><meta name="parsely-author" content="Redaktion Syd">`,
  ),
  said(
    "headline that is the name of the site",
    ld(node({ headline: "Exempelbladet", publisher: { name: "Exempelbladet" } })),
    { publisher: "Exempelbladet" },
    { title: "html" },
  ),
  said("headline longer than any", ld(node({ headline: "Bron ".repeat(300) })), {}, { title: "html" }),
];

const DATES: readonly Shape[] = [
  published("a day", "2023-03-14", "2023-03-14"),
  published("a month", "2023-03", "2023-03"),
  published("a year", "2023", "2023"),
  published("local time with its offset", "2023-03-14T23:30:00+01:00", "2023-03-14"),
  published("Swedish midnight in UTC", "2023-03-13T23:00:00.000Z", "2023-03-14"),
  published("Swedish midnight in UTC, in summer", "2023-06-13T22:00:00Z", "2023-06-14"),
  published("an offset without a colon", "2023-03-14T10:00:00+0100", "2023-03-14"),
  published("a space for the T", "2023-03-14 10:00", "2023-03-14"),
  published("digits alone", "20230314", "2023-03-14"),
  published("as e-mails write it", "Tue, 14 Mar 2023 10:00:00 +0100", "2023-03-14"),
  published("Swedish words", "tisdag den 14 mars 2023 kl. 10.15", "2023-03-14"),
  published("English words", "March 14th, 2023 at 10:15 am", "2023-03-14"),
  published("a date with dots", "14.3.2023", "2023-03-14"),
  published("a day that can only be one", "14/03/2023", "2023-03-14"),
  published("a day that can be two", "03/04/2023", null),
  published("zero", "0000-00-00 00:00:00", null),
  published("the beginning of Unix", "1970-01-01T00:00:00Z", null),
  published("the year one", "0001-01-01T00:00:00", null),
  published("WordPress's zero", "-0001-11-30T00:00:00+00:00", null),
  published("the thirtieth of February", "2023-02-30", null),
  published("the thirteenth month", "2023-13-01", null),
  published("the future", "2099-01-01", null),
  published("seconds since 1970", "1678784400", null),
  published("a template", "{{ page.date }}", null),
  published("words", "i tisdags", null),
  published("a date and more", "2023-03-14 till 2023-03-20", null),
];

const lang = (name: string, value: string | null, language: string | null, more: object = {}): Shape => ({
  name,
  body: html({ lang: value, ...more }),
  kind: "article",
  facts: { title: TITLE, language },
});

const LANGUAGES: readonly Shape[] = [
  lang("language with an underscore", "sv_SE", "sv-SE"),
  lang("language in capitals", "SV", "sv"),
  lang("language that is Northern Sami for Swedish words", "se", null),
  lang("language of the template over Swedish words", "en", null),
  lang("language by its name", "svenska", null),
  lang("language that is not determined", "und", null),
  lang("no language", null, null),
  lang("language by header in the page", null, "sv", {
    head: `<meta http-equiv="content-language" content="sv">`,
  }),
  lang("Open Graph's language of the system, over Swedish words", null, null, {
    head: og("og:locale", "en_US"),
  }),
  lang("Open Graph's language alone", null, "sv-SE", { head: og("og:locale", "sv_SE") }),
  lang("Swedish over English words", "sv", null, { body: article(TITLE, BRIDGE_EN) }),
  {
    name: "language of a page of few words",
    body: html({ lang: "fi", title: "Silta", body: "<main><p>Silta on kiinni.</p></main>" }),
    facts: { title: "Silta", language: "fi" },
  },
  {
    name: "meta elements after a stray element in the head",
    body: html({
      head: `<img src="/p.gif">${og("og:site_name", "Exempelbladet")}`,
      body: `<main><h1>${TITLE}</h1>${paragraphs()}</main>`,
    }),
    facts: { ...FACTS, publisher: "Exempelbladet" },
  },
  {
    name: "meta elements for those without scripts",
    body: html({
      head: `<noscript><meta name="author" content="Redaktion Nord"></noscript>`,
      body: `<main>${paragraphs()}</main>`,
    }),
    facts: FACTS,
  },
];

export const SAID: readonly Shape[] = [...LINKED, ...DATES, ...LANGUAGES];
