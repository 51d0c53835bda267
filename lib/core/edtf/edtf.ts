/**
 * Dates as precise as their source, no more: a profile of EDTF (ISO 8601-2:2019, annex A).
 *
 * Accepted: years, decades (201X), centuries (20XX), months, seasons 21–24, days and instants with an offset, each
 * with one optional qualifier (`~` approximate, `?` uncertain, `%` both), and intervals of two of them whose ends may
 * be open (`..`) or unknown (empty). A season may stand beside an open end ("2019-23/..": not before autumn 2019), which
 * the standard has no example of. The database holds the same profile in the function `is_edtf`.
 *
 * Moments are milliseconds since 1970 in UTC, days begin at its midnight. Spans are half open: the end is the first moment after.
 */
import { done, type Result, refused } from "../result.ts";

export type Precision = "instant" | "day" | "month" | "season" | "year" | "decade" | "century";
export type Qualifier = "approximate" | "uncertain" | "approximate and uncertain";

/**
 * One date: it lies somewhere in [earliest, latest). A time of day counts as its own clock shows it: half past midnight is of
 * the day it is written with, as a whole day is, wherever it is read.
 */
export interface EdtfDate {
  readonly precision: Precision;
  readonly qualifier: Qualifier | null;
  readonly earliest: number;
  readonly latest: number;
  /** Of an instant: the moment itself. */
  readonly moment: number | null;
}

/** An end of an interval that no date is known for: `..` (goes on) or empty (not known). */
export type NoDate = "open" | "unknown";

export interface Edtf {
  readonly text: string;
  readonly start: EdtfDate | NoDate;
  readonly end: EdtfDate | NoDate;
  /** False for a single date: then start and end are the same. */
  readonly interval: boolean;
}

const QUALIFIERS: Record<string, Qualifier> = {
  "~": "approximate",
  "?": "uncertain",
  "%": "approximate and uncertain",
};

/** `month` counts from 0 and may run over: it is carried into the year. */
const utc = (year: number, month: number, day = 1) => {
  // Date.UTC would read the years 0–99 as 1900–1999.
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
};

/** Meteorological seasons of the northern hemisphere, as Swedish usage has them: autumn is September to November. */
const SEASON_START: Record<number, number> = { 21: 2, 22: 5, 23: 8, 24: 11 };

function parseDate(text: string): EdtfDate | null {
  const qualifier = QUALIFIERS[text.slice(-1)] ?? null;
  const plain = qualifier ? text.slice(0, -1) : text;
  const span = (
    precision: Precision,
    earliest: number,
    latest: number,
    moment: number | null = null,
  ): EdtfDate => ({ precision, qualifier, earliest, latest, moment });

  const century = /^(\d{2})XX$/.exec(text);
  if (century)
    return span("century", utc(Number(century[1]) * 100, 0), utc(Number(century[1]) * 100 + 100, 0));
  const decade = /^(\d{3})X$/.exec(text);
  if (decade) return span("decade", utc(Number(decade[1]) * 10, 0), utc(Number(decade[1]) * 10 + 10, 0));

  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?)?)?$/.exec(plain);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) return span("year", utc(year, 0), utc(year + 1, 0));
  const month = Number(match[2]);
  if (match[3] === undefined) {
    const season = SEASON_START[month];
    if (season !== undefined) return span("season", utc(year, season), utc(year, season + 3));
    return month >= 1 && month <= 12 ? span("month", utc(year, month - 1), utc(year, month)) : null;
  }
  const day = Number(match[3]);
  const start = utc(year, month - 1, day);
  if (month < 1 || month > 12 || day < 1 || utc(year, month - 1, day + 1) > utc(year, month)) return null;
  if (match[4] === undefined) return span("day", start, utc(year, month - 1, day + 1));
  // Date.parse also takes hour 24, which the profile leaves out.
  const instant = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(match[4])
    ? Date.parse(plain)
    : Number.NaN;
  const shown = Date.parse(`${plain.slice(0, 19)}Z`);
  return Number.isNaN(instant) ? null : span("instant", shown, shown + 1000, instant);
}

/** An end of an interval. Decades and centuries stand alone: as ends they belong to a higher level of EDTF. */
const parseEnd = (text: string): EdtfDate | NoDate | null =>
  text === ".." ? "open" : text === "" ? "unknown" : text.includes("X") ? null : parseDate(text);

/**
 * Reads an EDTF string.
 * @returns the date, or why it is none: `not-edtf`, or `ends-before-it-starts` for an interval turned round
 */
export function parseEdtf(text: string): Result<Edtf, "not-edtf" | "ends-before-it-starts"> {
  const parts = text.split("/");
  if (parts.length > 2) return refused("not-edtf");
  const [first = "", last] = parts;
  if (last === undefined) {
    const date = parseDate(first);
    return date ? done({ text, start: date, end: date, interval: false }) : refused("not-edtf");
  }
  const start = parseEnd(first);
  const end = parseEnd(last);
  if (!start || !end || (typeof start === "string" && typeof end === "string")) return refused("not-edtf");
  if (typeof start !== "string" && typeof end !== "string" && end.latest <= start.earliest) {
    return refused("ends-before-it-starts");
  }
  return done({ text, start, end, interval: true });
}

/** An EDTF string from the record, which the database has checked. Throws on anything else. */
export function edtf(text: string): Edtf {
  const result = parseEdtf(text);
  if (!result.ok) throw new Error(`Not an EDTF date in the record: ${text}`);
  return result.value;
}

/** The span the date certainly lies within; null where it is open or unknown. Half open. */
export function bounds(date: Edtf): { earliest: number | null; latest: number | null } {
  return {
    earliest: typeof date.start === "string" ? null : date.start.earliest,
    latest: typeof date.end === "string" ? null : date.end.latest,
  };
}

/** How an end of a date is drawn: as known, as approximate, or fading out. */
export type Edge = "firm" | "soft" | "open";

const edgeOf = (end: EdtfDate | NoDate): Edge => {
  if (typeof end === "string") return "open";
  return end.qualifier ||
    end.precision === "season" ||
    end.precision === "decade" ||
    end.precision === "century"
    ? "soft"
    : "firm";
};

export function edges(date: Edtf): { start: Edge; end: Edge } {
  return { start: edgeOf(date.start), end: edgeOf(date.end) };
}

/** True when the whole date is one known day or instant: then it is drawn as a point. */
export const isPoint = (date: Edtf): boolean =>
  !date.interval &&
  typeof date.start !== "string" &&
  !date.start.qualifier &&
  (date.start.precision === "day" || date.start.precision === "instant");

/**
 * Order on a page: by the earliest moment it may have been, then by the latest, then the more precise first. An open
 * start sorts by its end, since that is all that is known of it. A total order up to equal spans.
 */
export function compareEdtf(a: Edtf, b: Edtf): number {
  const [x, y] = [bounds(a), bounds(b)];
  const start = (z: typeof x) => z.earliest ?? z.latest ?? Number.POSITIVE_INFINITY;
  const end = (z: typeof x) => z.latest ?? Number.POSITIVE_INFINITY;
  const sign = (p: number, q: number) => (p === q ? 0 : p < q ? -1 : 1);
  return (
    sign(start(x), start(y)) ||
    sign(end(x), end(y)) ||
    sign(Number(x.earliest === null), Number(y.earliest === null)) ||
    // What clocks showed twice.
    sign(momentOf(a), momentOf(b))
  );
}

const momentOf = ({ start }: Edtf) => (typeof start === "string" ? 0 : (start.moment ?? 0));

/** Whether two dates can have been at the same time. Open and unknown ends reach as far as they may. */
export function mayOverlap(a: Edtf, b: Edtf): boolean {
  const [x, y] = [bounds(a), bounds(b)];
  return (
    (x.earliest ?? Number.NEGATIVE_INFINITY) < (y.latest ?? Number.POSITIVE_INFINITY) &&
    (y.earliest ?? Number.NEGATIVE_INFINITY) < (x.latest ?? Number.POSITIVE_INFINITY)
  );
}

/** Whether a certainly ended before b began. */
export function certainlyBefore(a: Edtf, b: Edtf): boolean {
  const end = bounds(a).latest;
  const start = bounds(b).earliest;
  return end !== null && start !== null && end <= start;
}
