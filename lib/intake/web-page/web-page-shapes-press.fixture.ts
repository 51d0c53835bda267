/** Newspapers, broadcasters, blogs and press releases. */
import {
  ADDRESS,
  article,
  BRIDGE,
  BRIDGE_EN,
  FOOT,
  html,
  ld,
  MENU,
  paragraphs,
  type Shape,
} from "./web-page-shapes.fixture.ts";

const TITLE = "Bron dröjer";
const newsArticle = (more: object = {}) => ({
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: TITLE,
  mainEntityOfPage: { "@type": "WebPage", "@id": ADDRESS },
  datePublished: "2023-03-14T06:12:00+01:00",
  dateModified: "2023-03-15T09:40:00+01:00",
  author: [{ "@type": "Person", name: "Redaktionen Exempelby" }],
  publisher: {
    "@type": "NewsMediaOrganization",
    name: "Exempelbladet",
    logo: { "@type": "ImageObject", url: "/l.png" },
  },
  ...more,
});
const NEWS = {
  title: TITLE,
  byline: "Redaktionen Exempelby",
  publisher: "Exempelbladet",
  published: "2023-03-14",
  modified: "2023-03-15",
  language: "sv",
  canonicalUrl: ADDRESS,
} as const;
const og = (properties: Record<string, string>) =>
  Object.entries(properties)
    .map(([name, value]) => `<meta property="${name}" content="${value}">`)
    .join("\n");

export const PRESS: readonly Shape[] = [
  {
    name: "newspaper with NewsArticle, Open Graph and a canonical link",
    body: html({
      title: `${TITLE} | Exempelbladet`,
      head: `${ld(newsArticle())}<link rel="canonical" href="${ADDRESS}">${og({ "og:title": TITLE, "og:site_name": "Exempelbladet", "og:type": "article" })}`,
    }),
    kind: "article",
    facts: { ...NEWS, canonicalUrl: ADDRESS },
    from: { title: "json-ld", published: "json-ld", canonicalUrl: "html", language: "html" },
    main: [TITLE, ...BRIDGE],
    notMain: ["Barn och skola", "Kontakta oss"],
    seen: ["Barn och skola", "Kontakta oss på växeln"],
  },
  {
    name: "newspaper with Open Graph alone",
    body: html({
      title: `${TITLE} - Exempelbladet`,
      head: og({
        "og:title": `${TITLE} - Exempelbladet`,
        "og:site_name": "Exempelbladet",
        "og:type": "article",
        "article:published_time": "2023-03-14T05:12:00Z",
        "article:modified_time": "2023-03-14T23:30:00Z",
        "article:author": "https://www.facebook.example/exempelbladet",
        "og:url": ADDRESS,
      }),
    }),
    kind: "article",
    // The last change was half past midnight by the Swedish clock.
    facts: {
      title: TITLE,
      publisher: "Exempelbladet",
      published: "2023-03-14",
      modified: "2023-03-15",
      language: "sv",
      canonicalUrl: ADDRESS,
    },
    from: { title: "og", publisher: "og", published: "og", canonicalUrl: "og" },
  },
  {
    name: "newspaper that wraps its article in divs, with an ingress and a fact box",
    body: html({
      title: `${TITLE} – Exempelbladet`,
      head: ld(newsArticle()),
      body: `<div class="top"><a href="/">Exempelbladet</a></div><div id="content"><h1 class="hl">${TITLE}</h1><div class="article-body"><p class="ingress">${BRIDGE[0]}</p><div class="text">${paragraphs(BRIDGE.slice(1))}</div><aside class="fact"><h2>Fakta</h2><p>Bron är 41 meter lång.</p></aside></div></div>`,
    }),
    kind: "article",
    facts: NEWS,
    main: [BRIDGE[0], BRIDGE[3]],
    seen: ["Bron är 41 meter lång."],
  },
  {
    name: "newspaper front page with teasers that each have a date",
    url: "https://www.exempelbladet.example/",
    body: html({
      title: "Exempelbladet",
      head: `<meta property="og:site_name" content="Exempelbladet"><link rel="canonical" href="https://www.exempelbladet.example/">`,
      body: `<main>${["Bron dröjer", "Skolan byggs om", "Badet öppnar", "Ny cykelväg"].map((line, day) => `<article><h2><a href="/n/${day}">${line}</a></h2><time class="published" datetime="2023-03-1${day}">1${day} mars</time><p>${BRIDGE[day]}</p></article>`).join("")}</main>`,
    }),
    facts: { publisher: "Exempelbladet", language: "sv", canonicalUrl: "https://www.exempelbladet.example/" },
    seen: ["Skolan byggs om"],
  },
  {
    name: "list page whose JSON-LD tells of other articles",
    url: "https://www.exempelbladet.example/amne/bron",
    body: html({
      title: "Allt om bron",
      head: ld({ "@type": "ItemList", itemListElement: [{ "@type": "ListItem", item: newsArticle() }] }),
      body: article("Allt om bron"),
    }),
    kind: "article",
    facts: { title: "Allt om bron", language: "sv" },
  },
  {
    name: "page with the JSON-LD of one other article",
    url: "https://www.exempelbladet.example/om-oss",
    body: html({
      title: "Om tidningen",
      head: ld(newsArticle()),
      body: `${MENU}<main><h1>Om tidningen</h1>${paragraphs()}</main>${FOOT}`,
    }),
    facts: { title: "Om tidningen", language: "sv" },
  },
  {
    name: "broadcaster with several authors and a ReportageNewsArticle",
    body: html({
      head: ld(
        newsArticle({
          "@type": ["ReportageNewsArticle"],
          author: [{ name: "Redaktion Nord" }, { name: "Redaktion Syd" }],
        }),
      ),
    }),
    kind: "article",
    facts: { ...NEWS, byline: "Redaktion Nord, Redaktion Syd" },
  },
  {
    name: "WordPress with Yoast's graph",
    url: "https://blogg.exempel.example/2023/03/bron-drojer/",
    body: html({
      lang: "sv-SE",
      title: `${TITLE} - Bloggen om bron`,
      head: `${ld({
        "@context": "https://schema.org",
        "@graph": [
          {
            "@type": "Article",
            "@id": "https://blogg.exempel.example/2023/03/bron-drojer/#article",
            headline: TITLE,
            mainEntityOfPage: { "@id": "https://blogg.exempel.example/2023/03/bron-drojer/" },
            datePublished: "2023-03-14T05:12:00+00:00",
            author: { "@id": "https://blogg.exempel.example/#person" },
            publisher: { "@id": "https://blogg.exempel.example/#org" },
            inLanguage: "sv-SE",
          },
          {
            "@type": "WebPage",
            "@id": "https://blogg.exempel.example/2023/03/bron-drojer/",
            url: "https://blogg.exempel.example/2023/03/bron-drojer/",
            name: `${TITLE} - Bloggen om bron`,
          },
          { "@type": "Organization", "@id": "https://blogg.exempel.example/#org", name: "Bloggen om bron" },
          { "@type": "Person", "@id": "https://blogg.exempel.example/#person", name: "Brovakten" },
        ],
      })}${og({ "og:locale": "en_US", "og:site_name": "Bloggen om bron" })}`,
      body: `<div id="page"><div id="content" class="site-content"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">${TITLE}</h1></header><div class="entry-content">${paragraphs()}</div></article></div><div id="comments" class="comments-area"><h2>Kommentarer</h2><p>Bra skrivet.</p></div></div>`,
    }),
    kind: "article",
    facts: {
      title: TITLE,
      byline: "Brovakten",
      publisher: "Bloggen om bron",
      published: "2023-03-14",
      language: "sv-SE",
      canonicalUrl: "https://blogg.exempel.example/2023/03/bron-drojer/",
    },
    from: { language: "json-ld" },
    notMain: ["Bra skrivet."],
    seen: ["Bra skrivet."],
  },
  {
    name: "WordPress without a plugin: entry-date and an author link",
    body: html({
      title: `${TITLE} – Bloggen om bron`,
      body: `<article class="post"><header><h1>${TITLE}</h1><div class="entry-meta"><time class="entry-date published" datetime="2023-03-14T06:12:00+01:00">14 mars 2023</time><time class="updated" datetime="2023-03-15T06:12:00+01:00">15 mars</time> av <a rel="author" href="/author/brovakten">Brovakten</a></div></header>${paragraphs()}</article>`,
    }),
    kind: "article",
    facts: {
      title: TITLE,
      byline: "Brovakten",
      published: "2023-03-14",
      modified: "2023-03-15",
      language: "sv",
    },
    from: { published: "html", byline: "html", title: "html" },
  },
  {
    name: "WordPress whose author is the account named admin",
    body: html({ head: `<meta name="author" content="admin">` }),
    kind: "article",
    facts: { title: TITLE, language: "sv" },
  },
  {
    name: "press release in the shape of a news room service",
    url: "https://news.exempel.example/se/kommun/r/bron-drojer,c100",
    body: html({
      title: `${TITLE} - Exempelby kommun`,
      head: `${og({ "og:title": TITLE, "og:site_name": "Exempelby kommun", "og:type": "article", "article:published_time": "2023-03-14" })}`,
      body: `${MENU}<div class="release"><h1>${TITLE}</h1><p class="date">Publicerad: 2023-03-14</p>${paragraphs()}<p><a href="/files/rapport.pdf">Rapporten i sin helhet</a> finns att läsa hos oss tillsammans med de ritningar som nämnden har fått.</p></div>${FOOT}`,
    }),
    kind: "article",
    facts: { title: TITLE, publisher: "Exempelby kommun", published: "2023-03-14", language: "sv" },
    links: ["https://news.exempel.example/files/rapport.pdf"],
  },
  {
    name: "press release with the date in the text alone",
    body: html({
      title: `${TITLE} | Pressmeddelande`,
      body: `<main><p class="type">Pressmeddelande</p><h1>${TITLE}</h1><p>Publicerad 14 mars 2023 kl. 06:12</p>${paragraphs()}</main>`,
    }),
    facts: { title: TITLE, published: "2023-03-14", language: "sv" },
    from: { published: "html" },
  },
  {
    name: "AMP page",
    url: `${ADDRESS}/amp/`,
    body: `<!doctype html><html amp lang="sv"><head><meta charset="utf-8"><title>${TITLE}</title><link rel="canonical" href="${ADDRESS}"><style amp-boilerplate>body{-webkit-animation:none}</style><noscript><style amp-boilerplate>body{animation:none}</style></noscript>${ld(newsArticle())}</head><body><amp-sidebar hidden><a href="/">Hem</a></amp-sidebar><article><h1>${TITLE}</h1><amp-img src="/b.jpg"><noscript><img src="/b.jpg" alt="bro"></noscript></amp-img>${paragraphs()}</article></body></html>`,
    kind: "article",
    facts: { ...NEWS, canonicalUrl: ADDRESS },
    unseen: ["Hem", "animation"],
  },
  {
    name: "newspaper in English",
    url: "https://www.examplepost.example/news/bridge",
    body: html({
      lang: "en-GB",
      title: "Bridge delayed | The Example Post",
      head: `${og({ "og:site_name": "The Example Post", "article:published_time": "2023-03-14T23:30:00Z" })}<meta name="author" content="By The Example Desk">`,
      body: article("Bridge delayed", BRIDGE_EN),
    }),
    kind: "article",
    // Not a Swedish page: the day is the one that is written.
    facts: {
      title: "Bridge delayed",
      byline: "The Example Desk",
      publisher: "The Example Post",
      published: "2023-03-14",
      language: "en-GB",
    },
  },
  {
    name: "live blog",
    body: html({
      head: ld(
        newsArticle({
          "@type": "LiveBlogPosting",
          liveBlogUpdate: [
            { "@type": "BlogPosting", headline: "Mötet har börjat", datePublished: "2023-03-16" },
          ],
        }),
      ),
    }),
    kind: "article",
    facts: NEWS,
  },
  {
    name: "newspaper that repeats its article in two scripts",
    body: html({ head: ld(newsArticle()) + ld(newsArticle()) }),
    kind: "article",
    facts: NEWS,
  },
  {
    name: "newspaper with teasers of articles within the article",
    body: html({
      head: ld(newsArticle()),
      body: `<main><article><h1>${TITLE}</h1>${paragraphs(BRIDGE.slice(0, 2))}<article class="teaser"><a href="/n/9">Läs också: Skolan byggs om. Publicerad 1 januari 2020</a></article>${paragraphs(BRIDGE.slice(2))}</article></main>`,
    }),
    kind: "article",
    facts: NEWS,
    main: [BRIDGE[1], BRIDGE[3]],
  },
  {
    name: "teaser's date where the page has none",
    body: html({
      body: `<main><h1>${TITLE}</h1>${paragraphs()}</main><aside><p>Publicerad 1 januari 2020</p></aside><ul><li><article><time class="published" datetime="2020-01-01">1 januari</time><a href="/n/9">Skolan</a></article></li></ul>`,
    }),
    kind: "page",
    facts: { title: TITLE, language: "sv" },
  },
  {
    name: "debate article with the writers named in a byline element",
    body: html({
      title: `${TITLE} | Debatt`,
      body: `<article><h1>${TITLE}</h1><p class="byline">Av Föreningen Bron Nu</p>${paragraphs()}</article>`,
    }),
    kind: "article",
    facts: { title: TITLE, byline: "Föreningen Bron Nu", language: "sv" },
  },
  {
    name: "byline element that holds something else",
    body: html({
      body: `<article><h1>${TITLE}</h1><div class="byline">Senast uppdaterad</div>${paragraphs()}</article>`,
    }),
    kind: "article",
    facts: { title: TITLE, language: "sv" },
  },
  {
    name: "comments of readers with names and dates",
    body: html({
      body: `<main><article><h1>${TITLE}</h1>${paragraphs()}</article><div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">En läsare</span><time itemprop="datePublished" datetime="2023-04-01">1 april</time><p>Bra skrivet.</p></div><section id="comments"><time class="published" datetime="2023-04-02">2 april</time><a rel="author" href="/l">Annan läsare</a></section></main>`,
    }),
    kind: "article",
    facts: { title: TITLE, language: "sv" },
  },
  {
    name: "an event in the article, with microdata of its own",
    body: html({
      body: `<article itemscope itemtype="https://schema.org/NewsArticle"><h1>${TITLE}</h1>${paragraphs()}<div itemscope itemtype="https://schema.org/Event"><meta itemprop="datePublished" content="2020-01-01"><time itemprop="datePublished" datetime="2020-01-01">nyår</time></div></article>`,
    }),
    kind: "article",
    facts: { title: TITLE, language: "sv" },
  },
  {
    name: "author and date beside the article, of something related",
    body: html({
      body: `<article><h1>${TITLE}</h1>${paragraphs()}</article><div class="box"><time class="published" datetime="2020-01-01">nyår</time><a rel="author" href="/a">Redaktion Syd</a></div>`,
    }),
    kind: "article",
    facts: { title: TITLE, language: "sv" },
  },
  {
    name: "a headline that is the beginning of the page's title",
    body: html({
      title: "Bron stängs i maj – Exempelbladet",
      body: `<article><h1>Bron</h1>${paragraphs()}</article>`,
    }),
    kind: "article",
    facts: { title: "Bron stängs i maj – Exempelbladet", language: "sv" },
  },
];
