/** Finds where a page would send a browser by itself, in its `Refresh` header or in HTML. It is reported, never followed. */
import { type HeaderPair, headerValues } from "./safe-fetch-outcome.ts";

/** A page that moves its reader on says so near its top; what comes later is not worth the search. */
const SEARCHED_BYTES = 64 * 1024;

const TAG = /<meta\b[^>]{0,4096}>/gi;
const IS_REFRESH = /\bhttp-equiv\s*=\s*["']?\s*refresh\b/i;
const CONTENT = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** `5; url='/next'` → `/next`; null when the page only reloads itself (HTML, "shared declarative refresh steps"). */
function target(value: string): string | null {
  const [, found] = /^\s*[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?(.+)$/is.exec(value) ?? [];
  const text = found?.trim().replace(/^(["'])(.*?)\1.*$/s, "$2");
  return text ? text : null;
}

function inHtml(body: Buffer): string | null {
  // Latin-1 keeps every byte, and addresses and tags are ASCII in all encodings of the web but UTF-16.
  const top = body.subarray(0, SEARCHED_BYTES).toString("latin1");
  for (const [tag] of top.matchAll(TAG)) {
    if (!IS_REFRESH.test(tag)) continue;
    const [, quoted, single, bare] = CONTENT.exec(tag) ?? [];
    return target((quoted ?? single ?? bare ?? "").replaceAll("&amp;", "&"));
  }
  return null;
}

/** @returns an absolute address where it can be made, else the words of the page */
export function refreshOf(
  url: string,
  headers: readonly HeaderPair[],
  mediaType: string | null,
  body: Buffer,
): string | null {
  const isHtml = mediaType === null || /^(text\/html|application\/xhtml\+xml)$/.test(mediaType);
  const header = headerValues(headers, "refresh")[0];
  const found = (header === undefined ? null : target(header)) ?? (isHtml ? inHtml(body) : null);
  if (found === null) return null;
  return URL.canParse(found, url) ? new URL(found, url).href : found;
}
