/** Whether what a page gives as its title, author, publisher or address is one: null when it is not. */
import { collapsed, comparable, MAX_FACT } from "./web-page.ts";

const SEPARATOR = /\s+[|–—·•»:]\s+|\s+-\s+|\s*\|\s*/;

/** "Headline | Section | Newspaper": the one h1 tells which part is the headline. */
export function headlineIn(documentTitle: string, headings: readonly string[]): string {
  const parts = documentTitle.split(SEPARATOR).map(comparable);
  const heading = headings.find((line) => parts.includes(comparable(line)));
  return heading ?? documentTitle;
}

const NO_TITLE =
  /^(?:untitled(?: document| page)?|namnlös(?:t dokument)?|utan titel|home|hem|start(?:sida|sidan)?|index(?:\.html?)?|document|dokument|page|sida|react app|vite app|my app|new page|null|undefined|none|n\/a|title|rubrik|\[object object\]|loading|laddar)[.… ]*$/i;

/** Without the name of the site behind it. */
export function titleFrom(value: string, siteNames: readonly string[]): string | null {
  let title = collapsed(value);
  for (const name of siteNames) {
    const parts = title.split(SEPARATOR);
    const last = parts.at(-1);
    if (parts.length > 1 && last !== undefined && comparable(last) === name)
      title = title.slice(0, title.lastIndexOf(last)).replace(/\s*[-|–—·•»:]\s*$/, "");
  }
  if (title.length > MAX_FACT || !/\p{L}/u.test(title) || NO_TITLE.test(title)) return null;
  return /^(?:https?:|www\.)\S+$/i.test(title) || siteNames.includes(comparable(title)) ? null : title;
}

const NO_NAME =
  /^(?:admin|administrator|root|user|webmaster|webbmaster|webbredaktör|wordpress|wp|episerver|optimizely|sitevision|drupal|joomla|typo3|umbraco|sharepoint|system|editor|author|författare|test|guest|anonymous|unknown|okänd|null|undefined|none|n\/a|default|\[object object\]|my ?site|website|react app|app)\d*$/i;

export const isAddress = (value: string) =>
  /@|^https?:|^www\.|^\/|\.(?:se|com|org|net|nu|eu)(?:\/|$)/i.test(value);

/** Without the "Av" before it. */
export function bylineFrom(value: string, siteNames: readonly string[]): string | null {
  const name = collapsed(value).replace(/^(?:av|by|text|text och foto|skriven av|written by)\s*:?\s+/i, "");
  if (name.length > MAX_FACT / 2 || !/\p{L}{2}/u.test(name) || isAddress(name) || /\d{3}/.test(name))
    return null;
  return NO_NAME.test(name) || siteNames.includes(comparable(name)) ? null : name;
}

/** A host is not a publisher: it is in the address already. */
export function publisherFrom(value: string, url: string): string | null {
  const name = collapsed(value);
  const host = (URL.parse(url)?.hostname ?? "").replace(/^www\./, "");
  if (name.length > MAX_FACT / 2 || !/\p{L}{2}/u.test(name) || NO_NAME.test(name) || isUrl(name)) return null;
  return comparable(name).replace(/^www\./, "") === host ? null : name;
}

const isUrl = (value: string) => /^(?:https?:|www\.|\/\/)/i.test(value);

/** Leaks of a staging server, and the front page given for every page, are no address of this one. */
export function canonicalFrom(value: string, url: string): string | null {
  const canonical = URL.parse(value);
  const own = URL.parse(url);
  if (canonical === null || own === null) return null;
  const host = canonical.hostname;
  if (!host.includes(".") || /^[\d.]+$|^\[|\.(?:local|internal|localhost|lan|home)$/.test(host)) return null;
  if (canonical.port !== "" && canonical.port !== own.port) return null;
  const isFront = canonical.pathname === "/" && canonical.search === "";
  return isFront && (own.pathname !== "/" || own.search !== "") ? null : canonical.href;
}
