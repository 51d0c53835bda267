import { STATUS_CODES } from "node:http";
import type { Locale } from "../../core/language/language.ts";
import { hashSource } from "./csp.ts";

const style = [
  ":root{color-scheme:light dark;--paper:#fcfcfa;--ink:#14181a;--rule:#8c9391}",
  "@media(prefers-color-scheme:dark){:root{--paper:#121618;--ink:#eceeea;--rule:#6f7877}}",
  "body{margin:0;background:var(--paper);color:var(--ink);font:1.25rem/1.5 Charter,Georgia,serif}",
  "header{border-top:3px solid;border-bottom:1px solid}header,main{padding:.5rem clamp(1rem,4vw,2.5rem)}",
  "header a{font-weight:640;font-size:1.75rem;letter-spacing:-.02em;text-decoration:none}",
  "main{max-width:39.5rem;padding-block:2rem}h1{font-size:clamp(2rem,6vw,3rem);line-height:1.08;font-weight:480;margin:0}",
  "h2{font-size:1.5rem;font-weight:540;margin:3rem 0 0}a{color:inherit;text-decoration-color:var(--rule);text-underline-offset:.18em}",
  ":focus-visible{outline:3px solid;outline-offset:2px}code{overflow-wrap:anywhere}",
].join("");

interface Words {
  readonly title: string;
  readonly text: string;
}

type Refusal = Record<Locale, Words>;

/**
 * What a reader gets where no page of the application can answer: when a page could not be made, and when the address
 * or the method cannot be understood before the application is asked. In both languages, that of the address first;
 * needing nothing else from this server, as nothing else may work.
 */
const REFUSALS = {
  /** It says nothing about the cause, which is in the server's own log. */
  failed: {
    sv: {
      title: "Sidan kunde inte visas",
      text: "Felet ligger hos oss, och ingenting har gått förlorat. Försök igen om en stund.",
    },
    en: {
      title: "This page could not be shown",
      text: "The fault is ours, and nothing has been lost. Please try again in a while.",
    },
  },
  /** The database does not answer: pages in memory do, and this one is not among them. */
  away: {
    sv: {
      title: "Protokollet svarar inte just nu",
      text: "Sidan kan inte visas förrän vår databas svarar igen. Ingenting har gått förlorat, men det som skickades har inte sparats: gå tillbaka och skicka igen om en stund.",
    },
    en: {
      title: "The record does not answer just now",
      text: "The page cannot be shown before our database answers again. Nothing has been lost, but what was sent was not saved: go back and send it again in a while.",
    },
  },
  /** As many as can be made at one time are being made. */
  busy: {
    sv: {
      title: "Just nu är det för många som frågar",
      text: "Sidan hann inte göras. Ingenting har gått förlorat: läs en annan sida, eller försök igen om en stund.",
    },
    en: {
      title: "Too many are asking just now",
      text: "There was no time to make the page. Nothing has been lost: read another page, or try again in a while.",
    },
  },
  missing: {
    sv: {
      title: "Sidan finns inte",
      text: "Adressen leder inte till något i protokollet. Det som en gång publicerats ligger kvar på sin adress; kontrollera att den är rätt skriven.",
    },
    en: {
      title: "The page does not exist",
      text: "The address leads to nothing on record. What has once been published stays at its address; please check how it is written.",
    },
  },
  unreadable: {
    sv: {
      title: "Adressen går inte att läsa",
      text: "Den innehåller tecken som inte kan stå i en adress. Kontrollera att hela adressen kom med när den kopierades.",
    },
    en: {
      title: "The address cannot be read",
      text: "It holds characters that cannot stand in an address. Please check that all of it was copied.",
    },
  },
  request: {
    sv: {
      title: "Frågan går inte att förstå",
      text: "Den är inte ställd som en webbläsare ställer den, eller gäller en annan webbplats.",
    },
    en: {
      title: "The request cannot be understood",
      text: "It is not made as a browser makes it, or is meant for another site.",
    },
  },
  moment: {
    sv: {
      title: "Tidpunkten går inte att läsa",
      text: "Det som står efter asOf= i adressen är ingen tidpunkt. Skriv den som 2026-11-23T12:00:00Z.",
    },
    en: {
      title: "The moment cannot be read",
      text: "What stands after asOf= in the address is no moment. Write it like 2026-11-23T12:00:00Z.",
    },
  },
  method: {
    sv: { title: "Det går inte att skicka något hit", text: "Den här adressen går bara att läsa." },
    en: { title: "Nothing can be sent here", text: "This address can only be read." },
  },
  origin: {
    sv: {
      title: "Det kom inte från våra sidor",
      text: "Det som skickades kom från en annan webbplats, eller från ett program, och har inte tagits emot. Öppna sidan här och skicka därifrån.",
    },
    en: {
      title: "This did not come from our pages",
      text: "What was sent came from another site, or from a program, and has not been taken. Open the page here and send it from there.",
    },
  },
  "signed-out": {
    sv: {
      title: "Du är inte längre inloggad",
      text: "Filen har inte tagits emot. Logga in i ett annat fönster, gå tillbaka hit och skicka igen.",
    },
    en: {
      title: "You are no longer signed in",
      text: "The file was not taken. Sign in in another window, go back here and send it again.",
    },
  },
  action: {
    sv: {
      title: "Formuläret finns inte längre",
      text: "Sidan har ändrats sedan den öppnades, eller tar inte emot det som skickades. Ingenting har sparats: gå tillbaka, kopiera det du skrivit, ladda om sidan och skicka igen.",
    },
    en: {
      title: "The form is no longer there",
      text: "The page has changed since it was opened, or does not take what was sent. Nothing was saved: go back, copy what you wrote, load the page again and send it.",
    },
  },
  form: {
    sv: {
      title: "Formuläret kom inte fram helt",
      text: "Det som skickades tog slut för tidigt, eller är inget formulär. Ingenting har sparats: gå tillbaka och skicka igen.",
    },
    en: {
      title: "The form did not come through whole",
      text: "What was sent ended too early, or is no form. Nothing was saved: go back and send it again.",
    },
  },
  large: {
    sv: {
      title: "Det är för stort",
      text: "Det som skickades är större än något formulär här. Ingenting har sparats: gå tillbaka, korta texten och skicka igen.",
    },
    en: {
      title: "This is too large",
      text: "What was sent is larger than any form here. Nothing was saved: go back, shorten the text and send it again.",
    },
  },
} satisfies Record<string, Refusal>;

export type RefusalKind = keyof typeof REFUSALS;

const HOME: Record<Locale, { readonly href: string; readonly words: string; readonly search: string }> = {
  sv: { href: "/", words: "Till framsidan", search: "Sök i protokollet" },
  en: { href: "/en", words: "To the front page", search: "Search the record" },
};

const ways = (locale: Locale) =>
  `<p><a href="${HOME[locale].href}">${HOME[locale].words}</a> · <a href="${locale === "en" ? "/en" : ""}/search">${HOME[locale].search}</a></p>`;

function written(kind: RefusalKind, locale: Locale): Buffer {
  const other = locale === "sv" ? "en" : "sv";
  const [first, second] = [REFUSALS[kind][locale], REFUSALS[kind][other]];
  return Buffer.from(`<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${first.title} – Belagt</title>
<style>${style}</style>
<header><a href="${HOME[locale].href}">Belagt.</a></header>
<main>
<h1>${first.title}</h1>
<p>${first.text}</p>
${ways(locale)}
<section lang="${other}">
<h2>${second.title}</h2>
<p>${second.text}</p>
${ways(other)}
</section>
</main>
</html>
`);
}

const pages = new Map<string, Buffer>();

/** @param url - the address asked for: /en and what is below it is answered in English first */
export function plainPage(kind: RefusalKind, url = "/"): Buffer {
  const locale: Locale = /^\/en(?:[/?]|$)/.test(url) ? "en" : "sv";
  const key = `${kind} ${locale}`;
  const page = pages.get(key) ?? written(kind, locale);
  pages.set(key, page);
  return page;
}

/** The same for whoever asks for data (RFC 9457): the title never varies, the detail is for a person. */
export const problem = (status: number, kind: RefusalKind): Buffer =>
  Buffer.from(
    JSON.stringify({
      ...{ type: "about:blank", title: STATUS_CODES[status], status },
      detail: `${REFUSALS[kind].en.title}. ${REFUSALS[kind].en.text}`,
    }),
  );

export const plainPagePolicy = [
  "default-src 'none'",
  `style-src ${hashSource(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
