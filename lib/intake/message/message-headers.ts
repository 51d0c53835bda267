import { addressParser, decodeWords } from "postal-mime";
import { INVISIBLE } from "../../core/language/invisible.ts";
import { done, type Result, refused } from "../../core/result.ts";
import type { MessageAddress } from "./message.ts";

/** A field as it was sent: unfolded (RFC 5322 §2.2.3), its encoded words not yet decoded. */
export interface HeaderField {
  readonly name: string;
  /** The name in lower case. */
  readonly key: string;
  readonly value: string;
}

export interface HeaderBlock {
  readonly fields: readonly HeaderField[];
  /** Where the message begins: after a byte-order mark and the "From " line of a mailbox file (RFC 4155). */
  readonly start: number;
  /** Some value holds bytes above 127 that are not UTF-8 (RFC 6532): they were read as Windows-1252. */
  readonly eightBit: boolean;
}

export type HeaderProblem =
  | "message-not-an-email"
  | "message-headers-malformed"
  | "message-headers-too-large";

/** Bytes of headers that are read at all. Ten thousand ordinary fields fit. */
const MOST_HEADER_BYTES = 1024 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const FIELD = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder("windows-1252");

/**
 * The header block of an e-mail, read strictly. The libraries that read the body and check signatures each have their
 * own idea of a line that is no field, or of a carriage return on its own; a message that could be one thing to the
 * first and another to the second would be shown as signed when what is shown was not. Such a message is refused here,
 * before either of them sees it.
 */
export function headerBlock(bytes: Uint8Array): Result<HeaderBlock, HeaderProblem> {
  const start = beginning(bytes);
  const fields: HeaderField[] = [];
  let lines: Uint8Array[] = [];
  let eightBit = false;
  /** Makes a field of the lines gathered; false when they are none. */
  const gathered = (): boolean => {
    if (lines.length === 0) return true;
    const { text, understood } = decoded(Buffer.concat(lines));
    lines = [];
    eightBit ||= !understood;
    const name = FIELD.exec(text)?.[1];
    if (name === undefined) return false;
    const value = text.slice(text.indexOf(":") + 1).trim();
    fields.push({ name, key: name.toLowerCase(), value });
    return true;
  };

  const badly = (problem: HeaderProblem) => {
    gathered();
    return refused(fields.some(({ key }) => key === "from") ? problem : "message-not-an-email");
  };

  for (let at = start; at < bytes.length; ) {
    const lf = bytes.indexOf(LF, at);
    const end = lf === -1 ? bytes.length : lf;
    if (end - start > MOST_HEADER_BYTES) return badly("message-headers-too-large");
    const line = bytes.subarray(at, end > at && bytes[end - 1] === CR ? end - 1 : end);
    if (line.length === 0) break;
    if (line.includes(CR) || line.includes(0)) return badly("message-headers-malformed");
    const folded = line[0] === 0x20 || line[0] === 0x09;
    if (folded ? lines.length === 0 : !gathered()) return badly("message-headers-malformed");
    lines.push(line);
    at = end + 1;
  }
  return gathered() ? done({ fields, start, eightBit }) : badly("message-headers-malformed");
}

function beginning(bytes: Uint8Array): number {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (!isMailbox(bytes, mark)) return mark;
  const lf = bytes.indexOf(LF, mark);
  return lf === -1 ? bytes.length : lf + 1;
}

/** Whether a file begins as a Unix mailbox does: "From " and no colon after it. */
export const isMailbox = (bytes: Uint8Array, at = 0): boolean =>
  windows1252.decode(bytes.subarray(at, at + 5)) === "From ";

function decoded(bytes: Uint8Array): { text: string; understood: boolean } {
  try {
    return { text: utf8.decode(bytes), understood: true };
  } catch {
    return { text: windows1252.decode(bytes), understood: false };
  }
}

/**
 * Text as it can be kept and quoted: line feeds only, and none of the characters that no text may hold
 * (lib/core/language/invisible.ts), of which PostgreSQL refuses one and readers cannot see the others.
 */
export const shownText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, "\n").replace(EVERY_INVISIBLE, "");

const EVERY_INVISIBLE = new RegExp(INVISIBLE.source, "gv");

/** A header's text on one line, encoded words decoded (RFC 2047). */
export const headerText = (value: string): string =>
  shownText(decodeWords(value))
    .replace(/[\t\n]/g, " ")
    .trim();

/** The mailboxes of an address header; groups (RFC 5322 §3.4) are opened, entries without an address left out. */
export const headerAddresses = (value: string): MessageAddress[] =>
  addressParser(value, { flatten: true }).flatMap(({ name, address }) =>
    address?.includes("@") ? [{ name: headerText(name), address: headerText(address) }] : [],
  );

/** The Message-IDs in a header, in order and once each, without their angle brackets (RFC 5322 §3.6.4). */
export const messageIds = (value: string): string[] => [
  ...new Set([...headerText(value).matchAll(/<([^<>\s]{1,500})>/g)].map(([, id = ""]) => id)),
];

/** Fields of which a message has one at the most (RFC 5322 §3.6, RFC 2045 §3), and that say what readers are shown. */
const ONCE_ONLY = new Set(
  "from sender reply-to to cc bcc date message-id in-reply-to references subject content-type content-transfer-encoding".split(
    " ",
  ),
);

export function hasRepeated(fields: readonly HeaderField[]): boolean {
  const once = fields.map(({ key }) => key).filter((key) => ONCE_ONLY.has(key));
  return new Set(once).size < once.length;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DATE =
  /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d{2}):(\d{2})(?::(\d{2}))?\s+(?:([+-])(\d{2})(\d{2})|UTC?|GMT|Z)(?:\s*\([^()]*\))?$/i;

/**
 * A Date header (RFC 5322 §3.3) in UTC, or null. `new Date(text)` reads much that is no date, and takes what has no
 * zone for the server's own time: a wrong time would be worse than none.
 */
export function headerDate(value: string): string | null {
  const found = DATE.exec(headerText(value));
  if (!found) return null;
  const [, day, monthName = "", year, hour, minute, second = "0", sign, zoneHours = "0", zoneMinutes = "0"] =
    found;
  const month = MONTHS.indexOf(monthName.toLowerCase());
  // Second 60 is allowed: a leap second.
  if (month < 0 || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  if (Number(zoneMinutes) > 59) return null;
  const local = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
  if (Number(day) < 1 || Number(day) > new Date(Date.UTC(Number(year), month + 1, 0)).getUTCDate())
    return null;
  // A zone may move the last days of 9999 into a year of five digits, which no date of the record has.
  if (Number(year) < 1970 || Number(year) > 9998) return null;
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000 * (sign === "-" ? -1 : 1);
  return new Date(local - offset).toISOString();
}
