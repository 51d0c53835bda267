/** Pages that are not what a reader came for, and pages that only look so. */
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

const TITLE = "Bron dröjer";
const FACTS = { title: TITLE, language: "sv" } as const;
const LINKED = { ...FACTS, canonicalUrl: ADDRESS } as const;
const notFree = (more: object = {}) =>
  ld({ "@type": "NewsArticle", url: ADDRESS, headline: TITLE, isAccessibleForFree: false, ...more });
const start = (more: string) =>
  html({ body: `${MENU}<article><h1>${TITLE}</h1><p>${BRIDGE[0]}</p>${more}</article>${FOOT}` });

const COOKIE_TEXT =
  "Vi och våra partners använder cookies för att lagra och läsa information på din enhet, mäta trafiken och visa annonser. Du kan när som helst ändra ditt samtycke.";
const BUTTONS = "<button>Godkänn alla</button><button>Hantera inställningar</button>";
const dialog = (attributes: string) =>
  `<div ${attributes}><h2>Vi värnar om din integritet</h2><p>${COOKIE_TEXT}</p>${BUTTONS}</div>`;
const consent = (name: string, attributes: string): Shape => ({
  name: `consent: ${name}`,
  body: html({
    title: "Exempelbladet",
    head: `<meta property="og:site_name" content="Exempelbladet">`,
    body: `<div id="app"></div>${dialog(attributes)}`,
  }),
  kind: "consent",
  facts: { publisher: "Exempelbladet", language: "sv" },
  seen: [COOKIE_TEXT],
});
const open = (name: string, body: string, more: Partial<Shape> = {}): Shape => ({
  name,
  body,
  kind: "article",
  facts: FACTS,
  main: [...BRIDGE],
  ...more,
});
const shell = (name: string, body: string, more: Partial<Shape> = {}): Shape => ({
  name: `empty: ${name}`,
  body: html({ body }),
  kind: "empty",
  facts: FACTS,
  ...more,
});

export const WALLS: readonly Shape[] = [
  {
    name: "paywall: not free by schema.org, and a button",
    body: html({
      head: notFree(),
      body: `<article><h1>${TITLE}</h1><p>${BRIDGE[0]}</p><div class="paywall"><p>Prenumerera för att läsa hela artikeln</p></div></article>`,
    }),
    kind: "paywall",
    facts: LINKED,
  },
  {
    name: "paywall: not free by schema.org alone, written as text",
    body: html({
      head: notFree({ isAccessibleForFree: "False" }),
      body: `<article><h1>${TITLE}</h1><p>${BRIDGE[0]}</p></article>`,
    }),
    kind: "paywall",
    facts: LINKED,
  },
  {
    name: "paywall: a part that is not free",
    body: html({
      head: notFree({
        isAccessibleForFree: undefined,
        hasPart: { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: ".paywall" },
      }),
      body: `<article><h1>${TITLE}</h1><p>${BRIDGE[0]}</p></article>`,
    }),
    kind: "paywall",
    facts: LINKED,
  },
  {
    name: "paywall: log in to read",
    body: start(
      `<div class="box"><p>Logga in för att läsa hela artikeln</p><a href="/login">Logga in</a></div>`,
    ),
    kind: "paywall",
    facts: FACTS,
  },
  {
    name: "paywall: for subscribers only",
    body: start(`<p>Den här artikeln är endast för prenumeranter.</p>`),
    kind: "paywall",
    facts: FACTS,
  },
  {
    name: "paywall: data-paywall and an offer",
    body: start(`<div data-paywall="true"><p>Läs vidare – prova en månad</p></div>`),
    kind: "paywall",
    facts: FACTS,
  },
  {
    name: "paywall: locked class and an offer",
    body: start(
      `<section class="article-locked premium-content"><h3>Bli prenumerant</h3><p>Redan prenumerant? Logga in.</p></section>`,
    ),
    kind: "paywall",
    facts: FACTS,
  },
  {
    name: "paywall: content tier of Open Graph",
    body: html({
      head: `<meta property="article:content_tier" content="locked"><meta property="og:type" content="article">`,
      body: `<h1>${TITLE}</h1><p>${BRIDGE[0]}</p>`,
    }),
    kind: "paywall",
    facts: FACTS,
  },
  {
    name: "paywall: in English",
    body: html({
      lang: "en",
      title: "Bridge delayed",
      body: `<article><h1>Bridge delayed</h1><p>The bridge will not open until next spring.</p><div id="regwall"><p>Subscribe to continue reading</p></div></article>`,
    }),
    kind: "paywall",
    facts: { title: "Bridge delayed", language: "en" },
  },
  open(
    "open: a whole article that calls itself not free",
    html({ head: notFree(), body: article(TITLE, [...BRIDGE, ...BRIDGE, ...BRIDGE]) }),
    { facts: LINKED },
  ),
  open(
    "open: an article with an offer at its foot",
    html({
      body: `${article()}<section class="subscription-offer"><p>Prenumerera på Exempelbladet</p></section>`,
    }),
    { main: [...BRIDGE] },
  ),
  open(
    "open: a short note with a newsletter",
    html({
      body: `<main><article><h1>${TITLE}</h1><p>${BRIDGE[0]}</p></article></main><form><p>Prenumerera på vårt nyhetsbrev</p></form>`,
    }),
    { main: [BRIDGE[0]] },
  ),
  open(
    "open: free by schema.org",
    html({
      head: ld({ "@type": "NewsArticle", url: ADDRESS, isAccessibleForFree: true }),
      body: `<article><h1>${TITLE}</h1><p>${BRIDGE[0]}</p></article>`,
    }),
    { facts: LINKED, main: [BRIDGE[0]] },
  ),
  open("open: a switch that is off", start(`<div data-paywall="false"></div><p>Prenumerera gärna</p>`), {
    main: [BRIDGE[0]],
  }),
  consent("OneTrust", `id="onetrust-consent-sdk"`),
  consent("Didomi", `id="didomi-host" class="didomi-popup-open"`),
  consent("Sourcepoint", `id="sp_message_container_1"`),
  consent("Usercentrics", `id="usercentrics-root"`),
  consent("Cookiebot", `id="CybotCookiebotDialog"`),
  consent("home-made", `class="cookie-banner is-open"`),
  {
    name: "consent: a page of its own without any known name",
    url: "https://samtycke.exempelbladet.example/?return=1",
    body: html({
      title: "Innan du fortsätter",
      body: `<div class="wrap"><h1>Innan du fortsätter</h1><p>${COOKIE_TEXT}</p><p>Våra partners behandlar personuppgifter för att visa annonser.</p>${BUTTONS}</div>`,
    }),
    kind: "consent",
    facts: { title: "Innan du fortsätter", language: "sv" },
  },
  {
    name: "consent: in English",
    body: html({
      lang: "en",
      title: "Before you continue",
      body: `<form><p>We and our partners use cookies and process personal data to measure traffic and to show ads.</p><button>Accept all</button><button>Reject all</button></form>`,
    }),
    kind: "consent",
    facts: { title: "Before you continue", language: "en" },
  },
  open(
    "open: an article below a consent dialog",
    html({ body: `${dialog(`id="onetrust-banner-sdk"`)}${article()}` }),
    { notMain: [COOKIE_TEXT], seen: [COOKIE_TEXT] },
  ),
  open(
    "open: a page whose wrapper is named after its dialog",
    html({ body: `<div class="cookie-banner-open has-cookie-banner">${article()}</div>` }),
  ),
  {
    name: "open: a page about cookies",
    body: html({
      title: "Om kakor",
      body: `<main><h1>Om kakor</h1><p>Exempelby kommun använder kakor för att webbplatsen ska fungera. Här står vilka kakor det är.</p><p>En kaka är en liten textfil som webbläsaren sparar och som kommunen kan läsa vid nästa besök.</p></main>`,
    }),
    facts: { title: "Om kakor", language: "sv" },
    main: ["En kaka är en liten textfil"],
  },
  shell("the shell of an application", `<div id="root"></div><script src="/app.js"></script>`),
  shell(
    "a shell that asks for scripts",
    `<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/a.js"></script>`,
  ),
  shell(
    "a shell that asks in plain sight",
    `<div>Du måste aktivera JavaScript för att se sidan.</div><script src="/a.js"></script>`,
    { unseen: ["dold"] },
  ),
  shell("loading", `<div class="spinner">Laddar …</div><script>start()</script>`),
  shell(
    "a page of state and no words",
    `<script id="__NEXT_DATA__" type="application/json">{"text":"dold"}</script><div id="__next"></div>`,
    { unseen: ["dold"] },
  ),
  shell(
    "a challenge to prove that one is no machine",
    `<h2>Just a moment...</h2><p>Enable JavaScript and cookies to continue</p><script src="/c.js"></script>`,
  ),
  shell("pictures alone", `<img src="/a.jpg" alt="En bro">`),
  {
    name: "not there: status 404",
    status: 404,
    body: html({ title: "Fel", body: "<main><h1>Oj</h1><p>Här fanns inget att se.</p></main>" }),
    missing: true,
    facts: { title: "Fel", language: "sv" },
  },
  {
    name: "not there: said in words alone",
    body: html({
      title: "Sidan kunde inte hittas",
      body: `${MENU}<main><h1>Sidan kunde inte hittas</h1><p>Kontrollera adressen eller gå till startsidan.</p></main>`,
    }),
    missing: true,
    facts: { title: "Sidan kunde inte hittas", language: "sv" },
  },
  {
    name: "not there: said in English",
    body: html({ lang: "en", title: "404 - Page not found", body: "<p>Sorry.</p>" }),
    missing: true,
    facts: { title: "404 - Page not found", language: "en" },
  },
  open(
    "there: an article about a page that was not found",
    html({
      title: "Därför hittades inte sidan 404 i handlingarna",
      body: article("Därför hittades inte sidan 404 i handlingarna", [...BRIDGE, ...BRIDGE]),
    }),
    { facts: { title: "Därför hittades inte sidan 404 i handlingarna", language: "sv" } },
  ),
  {
    name: "doubt: a question to sign in, and two lines",
    body: html({
      lang: "en",
      title: "Login • Exampleblad",
      body: `<div><h1>Log in to Exampleblad</h1><p>See photos and videos from people you know.</p><form><input type="text"><input type="password"><button>Log in</button></form><p>Forgot password?</p><p>Don't have an account? Sign up</p></div>`,
    }),
    doubts: ["login"],
    facts: { title: "Login • Exampleblad", language: "en" },
  },
  {
    name: "doubt: a question to sign in without a field, as made by scripts",
    body: html({
      title: "Logga in - Exempelbladet",
      body: `<main><h1>Logga in</h1><p>Välj hur du vill logga in.</p><button>Logga in med BankID</button></main>`,
    }),
    doubts: ["login"],
    facts: { title: "Logga in", language: "sv" },
  },
  open(
    "no doubt: an article with a form for members in its foot and head",
    html({
      body: `<header><form><input type="password"><button>Logga in</button></form></header><article><h1>${TITLE}</h1><p>${BRIDGE[0]}</p></article><footer><form><input type="password"></form></footer>`,
    }),
    { main: [BRIDGE[0]] },
  ),
  open(
    "no doubt: an article with a form for members beside it",
    html({ body: `${article()}<div><form><p>Logga in</p><input type="password"></form></div>` }),
  ),
  open(
    "no doubt: an article about how to log in",
    html({
      title: "Logga in med BankID blir svårare",
      body: article("Logga in med BankID blir svårare", [...BRIDGE, ...BRIDGE]),
    }),
    { facts: { title: "Logga in med BankID blir svårare", language: "sv" } },
  ),
  {
    name: "doubt: not there, and much else to read",
    body: html({
      title: "Sidan finns inte",
      body: `<main><h1>Sidan finns inte</h1><p>Här är annat som du kanske vill läsa.</p>${paragraphs([...BRIDGE, ...BRIDGE])}</main>`,
    }),
    doubts: ["gone"],
    facts: { title: "Sidan finns inte", language: "sv" },
  },
  {
    name: "doubt: a question about cookies in Norwegian with a little more",
    body: html({
      lang: "nb",
      title: "Eksempelbladet",
      body: `<main><p>Vi bruker informasjonskapsler og ber om samtykke til å lagre opplysninger på enheten din, slik at vi kan måle trafikken og vise annonser som passer deg. Du kan trekke samtykket tilbake når som helst under innstillinger.</p><p>Eksempelbladet er en avis for hele Eksempelby og har vært gitt ut siden 1901. Avisen kommer seks dager i uken, og redaksjonen holder til i sentrum, på andre siden av torget.</p></main><button>Godta alle</button>`,
    }),
    doubts: ["consent"],
    facts: { title: "Eksempelbladet", language: "nb" },
  },
  {
    name: "gone: status 410",
    status: 410,
    body: html({ title: "Borttagen", body: `<main>${paragraphs()}</main>` }),
    missing: true,
    facts: { title: "Borttagen", language: "sv" },
  },
];
