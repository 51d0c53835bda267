/**
 * Bytes to characters: byte order mark, then Content-Type, then the page's own word in its first 1,024 bytes (HTML
 * Standard §13.2.3.2), then what the bytes themselves look like. Pages lie about this more than about anything else,
 * so UTF-8 is put to the test before it is believed or disbelieved.
 */
import { decodeBuffer, getEncoding } from "encoding-sniffer";
import { MAX_MARKUP } from "./web-page.ts";

export interface Decoded {
  readonly text: string;
  readonly charset: string;
  readonly truncated: boolean;
}

/** What a unit of UTF-16 takes at most in the encodings of the web. */
const MAX_BYTES = 3 * MAX_MARKUP;

const labelIn = (contentType: string | null): string =>
  contentType?.match(/;\s*charset\s*=\s*["']?([\w:.+-]{1,40})/i)?.[1] ?? "";

function hasMark(body: Uint8Array): boolean {
  const [a, b, c] = body;
  return (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

/** UTF-16 without a mark: every second byte of the beginning is zero. WHATWG knows no such rule; readers of old files do. */
function utf16Without(body: Uint8Array): "UTF-16LE" | "UTF-16BE" | null {
  const zeros = [0, 0];
  const length = Math.min(body.length, 512) & ~1;
  if (length < 8) return null;
  for (let at = 0; at < length; at++) if (body[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > length * 0.35 && even < length * 0.02) return "UTF-16LE";
  if (even > length * 0.35 && odd < length * 0.02) return "UTF-16BE";
  return null;
}

/** How many characters of several bytes are well formed as UTF-8, and how many bytes above 127 are in none. */
function tryUtf8(body: Uint8Array): { readonly good: number; readonly bad: number } {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < body.length; ) {
    const lead = body[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const more =
      lead >= 0xc2 && lead <= 0xdf
        ? 1
        : lead >= 0xe0 && lead <= 0xef
          ? 2
          : lead >= 0xf0 && lead <= 0xf4
            ? 3
            : 0;
    let have = 0;
    while (have < more && ((body[at + 1 + have] ?? 0) & 0xc0) === 0x80) have++;
    // A character that the end of what was sent cuts off says nothing of the rest.
    if (more > 0 && (have === more || at + 1 + have >= body.length)) good++;
    else bad++;
    at += have + 1;
  }
  return { good, bad };
}

const SINGLE_BYTE = /^(?:windows-125\d|iso-8859-\d+|macintosh)$/i;
/** What the Encoding Standard (§4.2) refuses to decode; UTF-7 it does not even name. */
const REFUSED = /^(?:replacement|x-user-defined)$/i;

function charsetOf(body: Uint8Array, contentType: string | null): string {
  const sniffed = getEncoding(body.subarray(0, 4096), {
    maxBytes: 1024,
    transportLayerEncodingLabel: labelIn(contentType),
    defaultEncoding: "windows-1252",
  });
  if (hasMark(body)) return sniffed;
  const utf16 = utf16Without(body);
  if (utf16) return utf16;
  const claimed = REFUSED.test(sniffed) || /^utf-16/i.test(sniffed) ? "windows-1252" : sniffed;
  const { good, bad } = tryUtf8(body);
  // Text in a single-byte encoding is never well formed as UTF-8 by chance, and ASCII reads the same in all of them.
  if (SINGLE_BYTE.test(claimed)) return bad === 0 ? "UTF-8" : claimed;
  // A stray byte or two in a page of UTF-8 are replaced; a page that is nothing but stray bytes is not UTF-8.
  return /^utf-8$/i.test(claimed) && bad > good ? "windows-1252" : claimed;
}

export function decoded(body: Uint8Array, contentType: string | null): Decoded {
  const part = body.subarray(0, MAX_BYTES);
  const charset = charsetOf(part, contentType);
  const text = decodeBuffer(Buffer.from(part.buffer, part.byteOffset, part.byteLength), {
    userEncoding: charset,
  });
  const truncated = text.length > MAX_MARKUP || part.length < body.length;
  return { text: text.slice(0, MAX_MARKUP).toWellFormed(), charset, truncated };
}
