/** A captured web page, read: what it says of itself, and what a reader could see. */

/** The parts of a page that state a fact about it, strongest first (web-page-metadata.ts has the two exceptions). */
export const PAGE_ORIGINS = ["json-ld", "og", "meta", "html", "readability"] as const;
export type PageOrigin = (typeof PAGE_ORIGINS)[number];

export const PAGE_FIELDS = [
  "title",
  "byline",
  "publisher",
  "published",
  "modified",
  "language",
  "canonicalUrl",
] as const;
export type PageField = (typeof PAGE_FIELDS)[number];

/**
 * What speaks against a page being what was asked for, where it shows so much that this is not sure. Login: it asks who
 * wants to read. Consent: most of it is the question about cookies. Gone: its headline says that there is nothing here.
 * Robot: it asks whether a person reads it. Failed: it says that it could not be shown, or not to us. Beginning: it has whole
 * paragraphs and an offer to pay, so that there may be more of it.
 */
export const PAGE_DOUBTS = ["login", "consent", "gone", "robot", "failed", "beginning"] as const;
export type PageDoubt = (typeof PAGE_DOUBTS)[number];
/** Paywall: little else than the offer to pay. Consent: little else than the question about cookies. Empty: nothing to see. */
export const PAGE_KINDS = ["article", "page", "paywall", "consent", "empty", "not-html"] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** What a page says of itself. Null: it says nothing, nothing sensible, or two things that exclude each other. */
export type WebPageFacts = Readonly<Record<PageField, string | null>>;

/** Where each of them was found. */
export type PageFrom = Readonly<Record<PageField, PageOrigin | null>>;

export interface PageHints {
  /** The address that answered, after redirects. */
  readonly url: string;
  /** The Content-Type header as it came, with its charset. */
  readonly contentType: string | null;
  readonly status: number;
  /** When it was fetched, in milliseconds since 1970: what is dated later is not believed. Left out: now. */
  readonly fetchedAt?: number;
}

/**
 * `published` and `modified` are EDTF (ISO 8601-2): a day, a month or a year, as precise as the page. `language` is
 * BCP 47. Texts hold no HTML: paragraphs apart by an empty line, runs of white space one space, a line break one
 * newline; soft hyphens and non-breaking spaces stand as they stood.
 */
export interface WebPageReading extends WebPageFacts {
  readonly from: PageFrom;
  readonly kind: PageKind;
  /** The page says that what was asked for is not there (status 404 or 410, or those words and little else). */
  readonly missing: boolean;
  readonly doubts: readonly PageDoubt[];
  /** The main text, beginning with its headline. Each of its paragraphs is one of `wholeText`, in the same order. */
  readonly text: string;
  /** Everything a reader could see, menus included. */
  readonly wholeText: string;
  /** Addresses (http, https) that the main text links to, in order, each once. */
  readonly links: readonly string[];
  /** What the bytes were read as; the name of the Encoding Standard. Null when they were not text. */
  readonly charset: string | null;
  /** There is more than was read. */
  readonly truncated: boolean;
  /** Too large or too tangled to be laid out: the texts may hold what a reader would not have seen. */
  readonly flattened: boolean;
}

/** UTF-16 units of markup that are read. */
export const MAX_MARKUP = 10 * 1024 * 1024;
export const MAX_LINKS = 500;
/** Of a title or a name. What is longer is none. */
export const MAX_FACT = 400;

export const NO_FACTS: WebPageFacts = {
  title: null,
  byline: null,
  publisher: null,
  published: null,
  modified: null,
  language: null,
  canonicalUrl: null,
};

/** White space of HTML that is anything but one space: a single one needs no exchange, and texts have millions. */
export const WHITE_SPACE = / *[\t\n\f\r][ \t\n\f\r]*| {2,}/g;

/** Runs of it become one space: neither a non-breaking space nor a soft hyphen is white space here. */
export const collapsed = (text: string): string => text.replace(WHITE_SPACE, " ").trim();

/** For comparing what two places say: not for keeping. */
export const comparable = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\u00ad/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** An absolute web address without a name and password in it, or null. */
export function webAddress(text: string, base?: string): string | null {
  const url = URL.parse(text.trim(), base);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    return null;
  return url.href.length <= 2000 ? url.href : null;
}
