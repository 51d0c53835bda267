/**
 * Reads the bytes of a captured page. Nothing is fetched, run or drawn: the document is parsed without a window of its
 * own (DOMParser), so it has no scripts, style sheets, frames or pictures to load. Meant for a child process with
 * limits (lib/intake/parser): a page that was made to be expensive is read flat (web-page-scan.ts), or not at all.
 */
import { JSDOM, VirtualConsole } from "jsdom";
import { clock } from "../../core/clock.ts";
import {
  collapsed,
  MAX_LINKS,
  NO_FACTS,
  type PageHints,
  type WebPageReading,
  webAddress,
} from "./web-page.ts";
import { decoded } from "./web-page-charset.ts";
import { doubtsOf, isMissing, kindOf, marksOf } from "./web-page-kind.ts";
import { mainOf } from "./web-page-main.ts";
import { type Metadata, metadataOf } from "./web-page-metadata.ts";
import { referencesIn } from "./web-page-references.ts";
import { flattened, isTooTangled } from "./web-page-scan.ts";
import { type Paragraph, paragraphsOf } from "./web-page-walk.ts";

const NOWHERE = "https://page.invalid/";

/** Never throws for anything a server can send, short of the limits of the process. */
export async function readWebPage(body: Uint8Array, hints: PageHints): Promise<WebPageReading> {
  const media = mediaOf(body, hints.contentType);
  if (media === null) return { ...nothing(), kind: "not-html" };
  const { text: markup, charset, truncated } = decoded(body, hints.contentType);
  if (media === "text" || (media === "unknown" && !looksLikeHtml(markup)))
    return { ...plainText(markup), charset, truncated };
  const reading = readHtml(media === "xhtml" ? withEndTags(markup) : markup, hints);
  return { ...reading, charset, truncated: truncated || reading.truncated };
}

type Read = Omit<WebPageReading, "charset">;

function readHtml(markup: string, hints: PageHints): Read {
  if (isTooTangled(markup)) return readFlat(markup, hints);
  try {
    return readTree(markup, hints);
  } catch {
    // A page that jsdom itself falls over has still text that can be read.
    return readFlat(markup, hints);
  }
}

/** Where a page's own address is unusable, its links go nowhere. */
const addressOf = (hints: PageHints) => webAddress(hints.url) ?? NOWHERE;

function documentOf(html: string, url: string): Document {
  // Without listeners the console swallows what jsdom says of style sheets it cannot read.
  const { window } = new JSDOM("", { url, virtualConsole: new VirtualConsole() });
  return new window.DOMParser().parseFromString(html, "text/html");
}

function readTree(markup: string, hints: PageHints): Read {
  const url = addressOf(hints);
  const document = documentOf(markup, url);
  const paragraphs = paragraphsOf(document.documentElement);
  const metadata = metadataOf(document, {
    url,
    now: hints.fetchedAt ?? clock.now().getTime(),
    title: "",
    paragraphs,
  });
  const marks = marksOf(document);
  const base = webAddress(document.querySelector("base[href]")?.getAttribute("href") ?? "", url) ?? url;
  const main = mainOf(document, paragraphs);
  return finished({ paragraphs, main, metadata, marks }, base, hints);
}

/** The page as one level of paragraphs; what is hidden, a menu or a dialog cannot be told there. */
function readFlat(markup: string, hints: PageHints): Read {
  const url = addressOf(hints);
  const flat = flattened(markup);
  const document = documentOf(flat.head, url);
  const resolved = referencesIn(document);
  const place = { main: false, article: false, chrome: false, consent: false, teaser: false };
  const owner = document.body;
  const paragraphs = partsOf(resolved(flat.text)).map(
    (text): Paragraph => ({ text, owner, place, links: [] }),
  );
  const now = hints.fetchedAt ?? clock.now().getTime();
  const metadata = metadataOf(document, { url, now, title: resolved(flat.title), paragraphs });
  const marks = { lock: false, scripts: false, articleElement: false, password: false };
  const reading = finished({ paragraphs, main: paragraphs, metadata, marks }, url, hints);
  return { ...reading, truncated: flat.truncated, flattened: true };
}

interface Seen {
  readonly paragraphs: readonly Paragraph[];
  readonly main: readonly Paragraph[];
  readonly metadata: Metadata;
  readonly marks: ReturnType<typeof marksOf>;
}

function finished(seen: Seen, base: string, hints: PageHints): Read {
  const kind = kindOf(seen);
  return {
    ...seen.metadata.facts,
    from: seen.metadata.from,
    kind,
    missing: isMissing(hints.status, seen),
    doubts: doubtsOf(seen),
    text: textOf(seen.main),
    wholeText: textOf(seen.paragraphs),
    links: linksOf(seen.main, base),
    truncated: false,
    flattened: false,
  };
}

const textOf = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ text }) => text).join("\n\n");

/** Links within the page itself lead nowhere else. */
function linksOf(paragraphs: readonly Paragraph[], base: string): readonly string[] {
  const found = new Set<string>();
  for (const { links } of paragraphs)
    for (const link of links) {
      const address = link.trim().startsWith("#") ? null : webAddress(link, base);
      if (address !== null) found.add(address);
      if (found.size >= MAX_LINKS) return [...found];
    }
  return [...found];
}

/** Empty lines part paragraphs; other line breaks are where the sender wrapped. */
const partsOf = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t\f]*\n\s*/)
    .map(collapsed)
    .filter((part) => part !== "");

function nothing(): WebPageReading {
  return {
    ...NO_FACTS,
    from: NO_FACTS_FROM,
    kind: "empty",
    missing: false,
    doubts: [],
    text: "",
    wholeText: "",
    links: [],
    charset: null,
    truncated: false,
    flattened: false,
  };
}

const NO_FACTS_FROM: WebPageReading["from"] = {
  title: null,
  byline: null,
  publisher: null,
  published: null,
  modified: null,
  language: null,
  canonicalUrl: null,
};

function plainText(markup: string): WebPageReading {
  // PostgreSQL has no room for the character zero, and no reader sees it.
  const text = partsOf(markup.replaceAll("\u0000", "")).join("\n\n");
  return { ...nothing(), kind: text === "" ? "empty" : "page", text, wholeText: text };
}

/** Beginnings of files that no server's word makes into a page: PDF, PNG, JPEG, GIF, ZIP, gzip. */
const MAGIC = ["%PDF-", "\x89PNG", "\xff\xd8\xff", "GIF8", "PK\x03\x04", "\x1f\x8b"];

function mediaOf(body: Uint8Array, contentType: string | null): "html" | "xhtml" | "text" | "unknown" | null {
  const start = String.fromCharCode(...body.subarray(0, 16));
  if (MAGIC.some((magic) => start.startsWith(magic))) return null;
  const media = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (media === "text/html") return "html";
  if (media === "application/xhtml+xml") return "xhtml";
  if (media === "text/plain") return "text";
  return media === "" && isMostlyText(body) ? "unknown" : null;
}

/** Bytes that stand for no character in text (MIME Sniffing §3); UTF-16 has zeros, at every second place. */
function isMostlyText(body: Uint8Array): boolean {
  const start = body.subarray(0, 1024);
  const [a, b] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return !start.some(
    (byte) => byte <= 8 || byte === 11 || (byte >= 14 && byte <= 26) || (byte >= 28 && byte <= 31),
  );
}

/** MIME Sniffing §7.1. */
const looksLikeHtml = (markup: string) =>
  /^\s*<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|!--|\?xml)(?=[\s>/]|--)/i.test(
    markup.slice(0, 2000),
  );

const VOID = /^(?:area|base|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** XHTML may close any element within its start tag; to the HTML parser that closes none, and a script would swallow the page. */
const withEndTags = (markup: string) =>
  markup.replace(
    /<([a-z][a-z0-9-]{0,30})(\s(?:[^<>"']|"[^"]*"|'[^']*'){0,2000})?\/>/gi,
    (tag, name: string, attributes = "") => (VOID.test(name) ? tag : `<${name}${attributes}></${name}>`),
  );
