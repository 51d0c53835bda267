/**
 * A calendar as a file (iCalendar, RFC 5545; names and addresses of it by RFC 7986). A date is written no sharper than it is
 * known: a span of days as such a span, and what has no bounds, or bounds that no calendar has room for, as a note without a
 * day (VJOURNAL).
 */

export interface CalendarEntry {
  /** Never another's. */
  readonly uid: string;
  /** The first and the last moment it may be of, ms, half open; an instant: both the same; null: not known. */
  readonly from: number | null;
  readonly until: number | null;
  readonly summary: string;
  readonly description: string;
  /** Absolute. */
  readonly url: string;
  readonly category: string;
}

export interface Calendar {
  readonly name: string;
  readonly description: string;
  /** Absolute: of its page, and of itself. */
  readonly url: string;
  readonly self: string;
  readonly language: string;
  /** When any of it last changed (RFC 3339). */
  readonly changedAt: string;
  readonly entries: readonly CalendarEntry[];
}

const DAY = 86_400_000;
/** A longer span would lie over every day of a calendar. */
const LONGEST_SPAN = 366 * DAY;

/** The file, in lines that end as the standard has them. */
export function icsOf(calendar: Calendar): string {
  const changed = stamp(Date.parse(calendar.changedAt));
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Belagt//Belagt//EN",
    "CALSCALE:GREGORIAN",
    `NAME:${asText(calendar.name)}`,
    `X-WR-CALNAME:${asText(calendar.name)}`,
    `DESCRIPTION:${asText(calendar.description)}`,
    `URL:${calendar.url}`,
    `SOURCE;VALUE=URI:${calendar.self}`,
    `LAST-MODIFIED:${changed}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ...calendar.entries.flatMap((entry) => linesOf(entry, calendar.language, changed)),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
}

function linesOf(entry: CalendarEntry, language: string, changed: string): string[] {
  const when = whenOf(entry);
  const kind = when ? "VEVENT" : "VJOURNAL";
  return [
    `BEGIN:${kind}`,
    `UID:${entry.uid}`,
    `DTSTAMP:${changed}`,
    ...(when ?? []),
    `SUMMARY;LANGUAGE=${language}:${asText(entry.summary)}`,
    `DESCRIPTION;LANGUAGE=${language}:${asText(entry.description)}`,
    `URL:${entry.url}`,
    `CATEGORIES:${asText(entry.category)}`,
    // Nobody is busy because something once happened.
    ...(when ? ["TRANSP:TRANSPARENT"] : []),
    `END:${kind}`,
  ];
}

/** Null: it has no place in a calendar. */
function whenOf({ from, until }: CalendarEntry): string[] | null {
  if (from === null || until === null || !hasPlace(from) || !hasPlace(until)) return null;
  if (from === until) return [`DTSTART:${stamp(from)}`];
  if (until - from > LONGEST_SPAN) return null;
  const last = Math.max(Math.ceil(until / DAY), Math.floor(from / DAY) + 1) * DAY;
  return [`DTSTART;VALUE=DATE:${day(from)}`, `DTEND;VALUE=DATE:${day(last)}`];
}

/** Years have four figures, and there is none before the first. */
const hasPlace = (moment: number): boolean => {
  const year = new Date(moment).getUTCFullYear();
  return year >= 1 && year <= 9998;
};

const stamp = (moment: number): string =>
  new Date(moment)
    .toISOString()
    .replace(/\.\d{3}/, "")
    .replaceAll(/[-:]/g, "");
const day = (moment: number): string => stamp(moment).slice(0, 8);

/** TEXT (§3.3.11): no control characters but the line's end, which is written out. */
const asText = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, "\\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
    .replaceAll(/[\u0000-\u0008\u000A-\u001F\u007F]/g, "");

/** At most 75 bytes on a line, no character divided (§3.1). */
function folded(line: string): string {
  const lines: string[] = [];
  let [now, bytes] = ["", 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      lines.push(now);
      // The blank that marks a line that goes on counts.
      [now, bytes] = [" ", 1];
    }
    now += character;
    bytes += size;
  }
  return [...lines, now].join("\r\n");
}
