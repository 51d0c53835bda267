/** Municipalities, authorities, associations: pages made by content systems. */
import {
  ADDRESS,
  article,
  BRIDGE,
  FOOT,
  html,
  ld,
  MENU,
  paragraphs,
  type Shape,
} from "./web-page-shapes.fixture.ts";

const URL = "https://www.exempelby.example/trafik/bron.html";
const TITLE = "Bron över Exempelån";
const OWN = { title: TITLE, language: "sv" } as const;

export const CMS: readonly Shape[] = [
  {
    name: "municipality, Sitevision's shape",
    url: URL,
    body: `<!doctype html><html lang="sv"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>${TITLE} - Exempelby kommun</title><meta name="generator" content="Sitevision"><meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="Exempelby kommun"><meta property="og:url" content="${URL}"></head><body class="sv-responsive env-m-around--0"><div id="svid10_1" class="sv-layout"><div class="sv-menu-portlet"><ul><li><a href="/a">Bygga</a></li></ul></div></div><main><div class="sv-text-portlet sv-use-margins"><div id="Mellanrubrik"></div><div class="sv-text-portlet-content"><h1 class="heading">${TITLE}</h1>${BRIDGE.map((text) => `<p class="normal">${text}</p>`).join("")}</div></div><div class="sv-text-portlet"><p>Senast uppdaterad: 15 mars 2023</p></div></main></body></html>`,
    facts: { ...OWN, publisher: "Exempelby kommun", modified: "2023-03-15", canonicalUrl: URL },
    from: { modified: "html" },
    main: [TITLE, ...BRIDGE],
  },
  {
    name: "municipality, EPiServer's shape",
    url: URL,
    body: `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="sv" lang="sv"><head id="ctl00_Head1"><title>\r\n\t${TITLE} | Exempelby kommun\r\n</title><meta name="author" content="EPiServer" /><meta name="EPi.ID" content="4711" /><meta name="application-name" content="Exempelby kommun"/></head><body><form name="aspnetForm" method="post" action="bron.aspx"><div><input type="hidden" name="__VIEWSTATE" value="dDwtMTY" /></div><div id="MainBodyArea"><h1>${TITLE}</h1>${paragraphs()}<div class="pageinfo">Sidan granskad den 15 mars 2023</div></div></form></body></html>`,
    facts: { ...OWN, publisher: "Exempelby kommun", modified: "2023-03-15" },
    from: { publisher: "meta", title: "html" },
    main: [...BRIDGE],
    unseen: ["dDwtMTY"],
  },
  {
    name: "municipality with Dublin Core",
    url: URL,
    body: html({
      title: TITLE,
      head: `<meta name="DC.Title" content="${TITLE}"><meta name="DCTERMS.issued" content="2023-03-14"><meta name="DCTERMS.modified" content="2023-03-15"><meta name="DC.Publisher" content="Exempelby kommun"><meta name="DC.Language" content="swe">`,
      body: article(TITLE),
    }),
    kind: "article",
    facts: { ...OWN, publisher: "Exempelby kommun", published: "2023-03-14", modified: "2023-03-15" },
    from: { title: "meta", published: "meta" },
  },
  {
    name: "authority whose date element does not say which date it is",
    url: URL,
    body: html({
      title: TITLE,
      head: `<meta name="date" content="2019-01-02"><meta name="DC.date" content="2018-05-06">`,
      body: `<main><h1>${TITLE}</h1>${paragraphs()}</main>`,
    }),
    facts: OWN,
  },
  {
    name: "authority with publisher and page dates in a WebPage",
    url: URL,
    body: html({
      title: `${TITLE} – Exempelverket`,
      head: ld({
        "@context": "http://schema.org",
        "@type": "WebPage",
        url: URL,
        datePublished: "2023-03-14",
        dateModified: "2023-03-15",
        publisher: { name: "Exempelverket" },
        inLanguage: { "@type": "Language", name: "Svenska", alternateName: "sv" },
      }),
      body: `<main><h1>${TITLE}</h1>${paragraphs()}</main>`,
    }),
    facts: { ...OWN, publisher: "Exempelverket", published: "2023-03-14", modified: "2023-03-15" },
    from: { published: "json-ld", language: "json-ld" },
  },
  {
    name: "Drupal with a microdata article",
    url: URL,
    body: html({
      title: `${TITLE} | Föreningen Bron Nu`,
      body: `<div role="main"><article itemscope itemtype="http://schema.org/Article"><h1 itemprop="headline">${TITLE}</h1><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Föreningens styrelse</span></span><time itemprop="datePublished" datetime="2023-03-14">i tisdags</time><meta itemprop="dateModified" content="2023-03-15"><div itemprop="articleBody">${paragraphs()}</div></article></div>`,
    }),
    kind: "article",
    facts: { ...OWN, byline: "Föreningens styrelse", published: "2023-03-14", modified: "2023-03-15" },
  },
  {
    name: "SharePoint minutes with everything in tables",
    url: URL,
    body: html({
      title: "Protokoll 2023-03-14",
      body: `<table><tr><td><div id="s4-leftpanel"><a href="/1">Nämnder</a></div></td><td><div id="MSO_ContentTable"><h1>Protokoll 2023-03-14</h1><table><tr><th>Ärende</th><th>Beslut</th></tr><tr><td>Bron</td><td>Bordläggs</td></tr></table>${paragraphs()}</div></td></tr></table>`,
    }),
    facts: { title: "Protokoll 2023-03-14", language: "sv" },
    main: [...BRIDGE],
    seen: ["Bordläggs"],
  },
  {
    name: "page with only a start page's title",
    url: URL,
    body: html({
      title: "Startsida - Exempelby kommun",
      head: `<meta property="og:site_name" content="Exempelby kommun">`,
      body: `<main><p>Välkommen.</p>${paragraphs()}</main>`,
    }),
    facts: { publisher: "Exempelby kommun", language: "sv" },
  },
  {
    name: "page whose title is the site's name and whose h1 is its own",
    url: URL,
    body: html({
      title: "Exempelby kommun",
      head: `<meta property="og:site_name" content="Exempelby kommun"><meta property="og:title" content="Exempelby kommun">`,
      body: article(TITLE),
    }),
    kind: "article",
    facts: { ...OWN, publisher: "Exempelby kommun" },
    from: { title: "html" },
  },
  {
    name: "site name that is the host",
    url: URL,
    body: html({
      title: TITLE,
      head: `<meta property="og:site_name" content="www.exempelby.example">`,
      body: article(TITLE),
    }),
    kind: "article",
    facts: OWN,
  },
  {
    name: "application name of a framework",
    url: URL,
    body: html({
      title: TITLE,
      head: `<meta name="application-name" content="React App">`,
      body: article(TITLE),
    }),
    kind: "article",
    facts: OWN,
  },
  {
    name: "news page with published and changed in one line",
    url: URL,
    body: html({
      title: TITLE,
      body: `<main><h1>${TITLE}</h1><p>Publicerad: 14 mars 2023, uppdaterad 15 mars 2023</p>${paragraphs()}</main>`,
    }),
    facts: { ...OWN, published: "2023-03-14", modified: "2023-03-15" },
  },
  {
    name: "page that gives two days of publication",
    url: URL,
    body: html({
      title: TITLE,
      body: `<main><h1>${TITLE}</h1><p>Publicerad 14 mars 2023</p>${paragraphs()}<p>Publicerad 2 februari 2021</p></main>`,
    }),
    facts: OWN,
  },
  {
    name: "accordion: closed details are text that can be opened",
    url: URL,
    body: html({
      title: TITLE,
      body: `<main><h1>${TITLE}</h1>${paragraphs()}<details><summary>Frågor och svar</summary><p>Bron stängs inte under vintern, enligt den tidplan som nu gäller för arbetet.</p></details></main>`,
    }),
    facts: OWN,
    seen: ["Frågor och svar", "Bron stängs inte under vintern"],
  },
  {
    name: "e-service page of a few words",
    url: URL,
    body: html({
      title: "Felanmälan",
      body: `${MENU}<main><h1>Felanmälan</h1><p>Ring växeln.</p></main>${FOOT}`,
    }),
    facts: { title: "Felanmälan", language: "sv" },
    main: ["Felanmälan", "Ring växeln."],
    notMain: ["Barn och skola"],
  },
  {
    name: "documents to download",
    url: URL,
    body: html({
      title: "Handlingar",
      body: `${MENU}<main><h1>Handlingar</h1><ul>${[1, 2, 3].map((n) => `<li><a href="handling-${n}.pdf">Handling ${n} till mötet om bron över ån</a></li>`).join("")}</ul></main>`,
    }),
    facts: { title: "Handlingar", language: "sv" },
    links: [1, 2, 3].map((n) => `https://www.exempelby.example/trafik/handling-${n}.pdf`),
  },
  {
    name: "base element that moves the links",
    url: URL,
    body: html({
      title: TITLE,
      head: `<base href="https://arkiv.exempelby.example/2023/">`,
      body: `<main><h1>${TITLE}</h1>${paragraphs()}<p>Läs mer i <a href="rapport">rapporten</a>, <a href="javascript:alert(1)">här</a>, <a href="data:text/html,x">här</a>, <a href="mailto:a@exempelby.example">här</a>, <a href="https://namn:ord@exempelby.example/">här</a>, <a href="#noter">i noterna</a> eller <a href="http://exempelverket.example/b">hos verket</a> som har hela underlaget.</p></main>`,
    }),
    facts: OWN,
    links: ["https://arkiv.exempelby.example/2023/rapport", "http://exempelverket.example/b"],
  },
  {
    name: "base element that is a data address",
    url: URL,
    body: html({
      title: TITLE,
      head: `<base href="data:text/html,x">`,
      body: `<main><h1>${TITLE}</h1>${paragraphs()}<p>Läs mer i <a href="rapport">rapporten</a> som nämnden fick, och som ligger till grund för den nya tidplanen.</p></main>`,
    }),
    facts: OWN,
    links: ["https://www.exempelby.example/trafik/rapport"],
  },
  {
    name: "canonical link to the front page",
    url: URL,
    body: html({ title: TITLE, head: `<link rel="canonical" href="/">`, body: article(TITLE) }),
    kind: "article",
    facts: OWN,
  },
  {
    name: "canonical link to a machine inside",
    url: URL,
    body: html({
      title: TITLE,
      head: `<link rel="canonical" href="http://localhost:3000/bron"><meta property="og:url" content="http://10.0.0.4/bron">`,
      body: article(TITLE),
    }),
    kind: "article",
    facts: OWN,
  },
  {
    name: "two canonical links that differ",
    url: URL,
    body: html({
      title: TITLE,
      head: `<link rel="canonical" href="/trafik/a.html"><link rel="canonical" href="/trafik/b.html">`,
      body: article(TITLE),
    }),
    kind: "article",
    facts: OWN,
  },
  {
    name: "canonical link that is relative",
    url: URL,
    body: html({
      title: TITLE,
      head: `<link rel="shortlink canonical" href="../trafik/bron">`,
      body: article(TITLE),
    }),
    kind: "article",
    facts: { ...OWN, canonicalUrl: "https://www.exempelby.example/trafik/bron" },
  },
  {
    name: "article copied from another publication names that one's address",
    url: URL,
    body: html({ title: TITLE, head: `<link rel="canonical" href="${ADDRESS}">`, body: article(TITLE) }),
    kind: "article",
    facts: { ...OWN, canonicalUrl: ADDRESS },
  },
];
