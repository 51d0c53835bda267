/**
 * Reads markup as a row of tags, in one pass and without a tree: to see beforehand what a tree would cost, and to get
 * at the text when it would cost too much. Parsing is quadratic in open formatting elements (HTML Standard §13.2.4.3)
 * and in depth, and everything after it walks the tree several times, so such pages never become one.
 */

/** UTF-16 units of a title that are looked at. */
const MAX_TITLE = 2_000;

interface Token {
  /** In lower case; "" for text, "!" for a comment or a doctype. */
  readonly tag: string;
  readonly closing: boolean;
  readonly start: number;
  readonly end: number;
  /** White space and slashes in a tag: no fewer than its attributes. */
  readonly gaps: number;
}

/** Elements whose content is characters up to their end tag. */
const RAW = new Set([
  "script",
  "style",
  "textarea",
  "title",
  "xmp",
  "iframe",
  "noembed",
  "noframes",
  "plaintext",
]);

const isLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122;
const isGap = (code: number) => code <= 32 || code === 47;

/** Where the tag that begins at `start` ends (after its ">"), and how many gaps it has. */
function endOfTag(html: string, start: number): { readonly end: number; readonly gaps: number } {
  let gaps = 0;
  let quote = 0;
  let afterEquals = false;
  for (let at = start + 1; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return { end: at + 1, gaps };
    else if ((code === 34 || code === 39) && afterEquals) quote = code;
    else if (isGap(code)) gaps++;
    if (!isGap(code) || code === 47) afterEquals = code === 61 && quote === 0;
  }
  return { end: html.length, gaps };
}

const NAME = /[^\s/>]*/y;

function* tokens(html: string): Generator<Token> {
  let at = 0;
  let textFrom = 0;
  const text = (end: number): Token => ({ tag: "", closing: false, start: textFrom, end, gaps: 0 });
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) break;
    const next = html.charCodeAt(open + 1);
    const closing = next === 47;
    if (!isLetter(closing ? html.charCodeAt(open + 2) : next)) {
      if (next !== 33 && next !== 63 && next !== 47) {
        at = open + 1;
        continue;
      }
      // Comments, doctypes and what parsers take for comments (§13.2.5.42).
      if (open > textFrom) yield text(open);
      const comment = html.startsWith("<!--", open);
      const end = comment ? html.indexOf("-->", open + 2) : html.indexOf(">", open);
      at = textFrom = end < 0 ? html.length : end + (comment ? 3 : 1);
      yield { tag: "!", closing: false, start: open, end: at, gaps: 0 };
      continue;
    }
    if (open > textFrom) yield text(open);
    NAME.lastIndex = open + (closing ? 2 : 1);
    const tag = (NAME.exec(html)?.[0] ?? "").slice(0, LIMITS.tagName + 1).toLowerCase();
    const { end, gaps } = endOfTag(html, open);
    yield { tag, closing, start: open, end, gaps };
    at = textFrom = end;
    if (!closing && RAW.has(tag)) {
      const close = endOfRaw(html, tag, end);
      if (close > end) yield { tag: "", closing: false, start: end, end: close, gaps: 0 };
      at = textFrom = close;
    }
  }
  if (textFrom < html.length) yield text(html.length);
}

function endOfRaw(html: string, tag: string, from: number): number {
  if (tag === "plaintext") return html.length;
  const end = new RegExp(`</${tag}(?=[\\s/>])`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** Their end tags may be left out (§13.1.2.4), and then they do not lie in each other. */
const ENDS_ITSELF = new Set(
  "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr html head body p li dt dd rt rp optgroup option colgroup caption thead tbody tfoot tr td th".split(
    " ",
  ),
);
const FORMATTING = new Set("a b big code em font i nobr s small strike strong tt u".split(" "));

/**
 * What a tree may cost, so that it can be made and walked with 256 MB in well under a minute. The parser makes a new
 * string for every word, so characters count too; those of attributes and comments do not.
 */
const LIMITS = {
  tags: 50_000,
  depth: 500,
  /** Tags, each times how deep it lies. */
  nesting: 2_000_000,
  attributesOfOne: 400,
  attributes: 300_000,
  characters: 5_500_000,
  /** Ampersands, and "<" that begin no tag: each is put into its text by itself. */
  single: 400_000,
  tagName: 1_000,
  /** Formatting elements that lie open, times tags: each paragraph may open them all again. */
  reopened: 400_000,
} as const;

/** Ampersands and "<" in a part of a text. */
function singlesIn(html: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = html.charCodeAt(at);
    if (code === 38 || code === 60) count++;
  }
  return count;
}

/** Whether a tree of this page would cost more than a child process has. */
export function isTooTangled(html: string): boolean {
  const open = new Map<string, number>();
  const sum = { tags: 0, depth: 0, nesting: 0, attributes: 0, characters: 0, single: 0, formatting: 0 };
  let mostFormatting = 0;
  for (const { tag, closing, gaps, start, end } of tokens(html)) {
    if (tag === "") {
      sum.characters += end - start;
      if (sum.characters > LIMITS.characters) return true;
      sum.single += singlesIn(html, start, end);
      if (sum.single > LIMITS.single) return true;
      continue;
    }
    sum.tags++;
    sum.nesting += sum.depth;
    sum.attributes += gaps;
    if (sum.tags > LIMITS.tags || sum.nesting > LIMITS.nesting || sum.attributes > LIMITS.attributes)
      return true;
    if (gaps > LIMITS.attributesOfOne || tag.length > LIMITS.tagName) return true;
    if (tag === "!" || ENDS_ITSELF.has(tag)) continue;
    const count = open.get(tag) ?? 0;
    if (closing && count === 0) continue;
    const step = closing ? -1 : 1;
    open.set(tag, count + step);
    sum.depth += step;
    if (FORMATTING.has(tag)) sum.formatting += step;
    mostFormatting = Math.max(mostFormatting, sum.formatting);
    // Elements of this many names cannot be counted apart, and no page has them.
    if (sum.depth > LIMITS.depth || open.size > 2_000) return true;
  }
  return mostFormatting > 12 && mostFormatting * sum.tags > LIMITS.reopened;
}

/** Not part of what is seen: their content is left out with them. */
const UNSEEN = new Set(
  "script style noscript template iframe svg object audio video canvas select datalist noembed noframes textarea title".split(
    " ",
  ),
);
const INLINE = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
/** What says something of the page: kept as it is, and put into a page of its own. */
const SAYS = new Set(["meta", "link", "base", "html"]);
const MAX_SAYING = 400;
/** Pieces of text between tags: what is beyond is left. */
const MAX_PIECES = 400_000;
const BREAK = "\n\n";

export interface Flattened {
  /** A page of its own that holds what says something of this one, and no text. */
  readonly head: string;
  readonly title: string;
  /** Paragraphs end where blocks do. Character references stand as they stood. */
  readonly text: string;
  readonly truncated: boolean;
}

/** The page without its tree. */
export function flattened(html: string): Flattened {
  const says: string[] = [];
  let root = "<html>";
  const pieces: string[] = [];
  let title: string | null = null;
  let unseen: { readonly tag: string; depth: number } | null = null;
  let raw: "title" | "json-ld" | null = null;
  for (const { tag, closing, start, end, gaps } of tokens(html)) {
    const source = () => html.slice(start, end);
    if (tag === "!") continue;
    if (tag === "") {
      if (raw === "title") title ??= html.slice(start, Math.min(end, start + MAX_TITLE));
      else if (raw === "json-ld") says.push(`<script type="application/ld+json">${source()}</script>`);
      else if (unseen === null) {
        pieces.push(source());
        if (pieces.length >= MAX_PIECES) break;
      }
      raw = null;
      continue;
    }
    raw = null;
    if (unseen !== null) {
      if (tag === unseen.tag) unseen.depth += closing ? -1 : 1;
      if (unseen.depth === 0) unseen = null;
    } else if (UNSEEN.has(tag) && !closing) {
      if (tag === "title") raw = "title";
      else if (
        tag === "script" &&
        says.length < MAX_SAYING &&
        end - start < 500 &&
        /ld\+json/i.test(source())
      )
        raw = "json-ld";
      unseen = { tag, depth: 1 };
    } else if (SAYS.has(tag) && !closing) {
      if (says.length >= MAX_SAYING || gaps > 100 || end - start > 5000) continue;
      if (tag === "html") root = source();
      else says.push(source());
    } else if (tag === "br") pieces.push("\n");
    else if (!INLINE.has(tag) && pieces.at(-1) !== BREAK) pieces.push(BREAK);
  }
  return {
    head: `<!doctype html>${root}<head>${says.join("\n")}</head><body></body></html>`,
    title: title ?? "",
    text: pieces.join(""),
    truncated: pieces.length >= MAX_PIECES,
  };
}
