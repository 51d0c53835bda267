/**
 * Dates as pages write them, to EDTF: a day, a month or a year, as precise as written. What can be read in two ways
 * (03/04/2023), cannot be (30 February), or is what a program writes for "none" (1970-01-01) is no date.
 */

export interface DateSetting {
  /** Days in UTC are counted by the Swedish clock when the page is Swedish: there, midnight is 22 or 23 UTC. */
  readonly swedish: boolean;
  /** What is later than this and a day is not believed. Milliseconds since 1970. */
  readonly now: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Zero of Unix, Excel, SQL Server, Windows, .NET and old MySQL: nobody published anything then. */
const ZEROS = new Set([
  "1970-01-01",
  "1969-12-31",
  "1900-01-01",
  "1899-12-30",
  "1899-12-31",
  "1753-01-01",
  "1601-01-01",
]);

const MONTHS: readonly RegExp[] = [
  /^jan(?:uari|uary)?$/,
  /^feb(?:ruari|ruary)?$/,
  /^mar(?:s|ch)?$/,
  /^apr(?:il)?$/,
  /^ma[jy]$/,
  /^jun[ei]?$/,
  /^jul[iy]?$/,
  /^aug(?:usti|ust)?$/,
  /^sept?(?:ember)?$/,
  /^o[kc]t(?:ober)?$/,
  /^nov(?:ember)?$/,
  /^dec(?:ember)?$/,
];

const monthNamed = (name: string): number => MONTHS.findIndex((month) => month.test(name.toLowerCase())) + 1;

const TIME =
  /^[T\s,]*(?:kl(?:ockan|\.)?|at)?\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*(?:[ap]m\b)?(?![\d:])/i;
const ZONE = /^\s*(?:(Z|UTC|GMT)\b|([+-]\d{2}):?(\d{2})?(?!\d)|(?:\(?(?:CES?T|[ECMP][SD]T)\)?))/;

interface Leading {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rest: string;
}

const WEEKDAY =
  "(?:(?:m[åa]n|tis|ons|tors?|fre|l[öo]r|s[öo]n)(?:dag(?:en)?)?|(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?)";
const START = new RegExp(`^\\s*(?:${WEEKDAY}\\.?,?\\s+)?(?:den\\s+)?`, "i");

/** Each shape of a date at the beginning of a text. The order matters: the longer first. */
const SHAPES: readonly {
  readonly shape: RegExp;
  readonly read: (parts: readonly string[]) => readonly number[];
}[] = [
  { shape: /^(\d{4})-(\d{2})-(\d{2})(?![\d-])/, read: ([y, m, d]) => [Number(y), Number(m), Number(d)] },
  { shape: /^(\d{4})\/(\d{2})\/(\d{2})(?![\d/])/, read: ([y, m, d]) => [Number(y), Number(m), Number(d)] },
  { shape: /^((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/, read: ([y, m, d]) => [Number(y), Number(m), Number(d)] },
  { shape: /^(\d{4})-(\d{2})(?![\d-])/, read: ([y, m]) => [Number(y), Number(m), 0] },
  {
    shape: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/,
    read: ([d, m, y]) => [Number(y), Number(m), Number(d)],
  },
  { shape: /^(\d{1,2})\/(\d{1,2})\s+(\d{4})(?!\d)/, read: ([d, m, y]) => [Number(y), Number(m), Number(d)] },
  {
    shape: /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/,
    read: ([a, b, y]) => whichDay(Number(a), Number(b), Number(y)),
  },
  {
    shape: /^(\d{1,2})(?:st|nd|rd|th|:e|:a|\.)?(?:\s+of)?[\s-]+([a-zåäö]{3,9})\.?,?[\s-]+(\d{4})(?!\d)/i,
    read: ([d, m = "", y]) => [Number(y), monthNamed(m), Number(d)],
  },
  {
    shape: /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i,
    read: ([m = "", d, y]) => [Number(y), monthNamed(m), Number(d)],
  },
  { shape: /^([a-z]{3,9})\.?\s+(\d{4})(?!\d)/i, read: ([m = "", y]) => [Number(y), monthNamed(m), 0] },
];

/** 13/03/2023 is a day of March wherever it was written; 03/04/2023 is two days. */
function whichDay(first: number, second: number, year: number): readonly number[] {
  if (first > 12 || first === second) return [year, second, first];
  if (second > 12) return [year, first, second];
  return [];
}

function leadingDate(text: string): Leading | null {
  const begun = text.replace(START, "");
  for (const { shape, read } of SHAPES) {
    const found = shape.exec(begun);
    if (!found) continue;
    const [year = 0, month = 0, day = 0] = read(found.slice(1));
    return month >= 1 ? { year, month, day, rest: begun.slice(found[0].length) } : null;
  }
  return null;
}

const two = (number: number) => String(number).padStart(2, "0");
const four = (number: number) => String(number).padStart(4, "0");

const STOCKHOLM = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** A whole text that is one date, with or without a time of day; null for everything else. */
export function dateFrom(text: string, setting: DateSetting): string | null {
  if (text.length > 80) return null;
  const trimmed = text.trim();
  if (/^(?:1[6-9]|20)\d{2}$/.test(trimmed)) return believable(trimmed, Number(trimmed), 1, 1, setting);
  const found = leadingDate(trimmed);
  if (!found) return null;
  return withTime(found, setting, true);
}

/** The date that a text begins with, whatever comes after. */
function dateAtStart(text: string, setting: DateSetting): string | null {
  const found = leadingDate(text.slice(0, 80));
  return found && withTime(found, setting, false);
}

function withTime({ year, month, day, rest }: Leading, setting: DateSetting, whole: boolean): string | null {
  if (day === 0)
    return whole && rest.trim() !== ""
      ? null
      : believable(`${four(year)}-${two(month)}`, year, month, 1, setting);
  const date = believable(`${four(year)}-${two(month)}-${two(day)}`, year, month, day, setting);
  const time = TIME.exec(rest);
  if (!time) return whole && !/^[\s.]*$/.test(rest) && !/^T?\s*$/.test(rest) ? null : date;
  const after = rest.slice(time[0].length);
  const zone = ZONE.exec(after);
  if (
    whole &&
    after
      .slice(zone?.[0].length ?? 0)
      .replace(/\([^)]*\)|\[[^\]]*\]/g, "")
      .trim() !== ""
  )
    return null;
  const hour = Number(time[1]) % 24;
  const minute = Number(time[2]);
  if (Number(time[1]) > 24 || minute > 59) return whole ? null : date;
  const isUtc = zone !== null && (zone[1] !== undefined || Number(zone[2] ?? 1) + Number(zone[3] ?? 0) === 0);
  if (date === null || !isUtc || !setting.swedish) return date;
  return STOCKHOLM.format(new Date(Date.UTC(year, month - 1, day, hour, minute)));
}

function believable(
  edtf: string,
  year: number,
  month: number,
  day: number,
  { now }: DateSetting,
): string | null {
  if (year < 1600 || month < 1 || month > 12 || ZEROS.has(edtf)) return null;
  const moment = Date.UTC(year, month - 1, day);
  if (new Date(moment).getUTCMonth() !== month - 1 || day < 1 || moment > now + DAY) return null;
  return edtf;
}

/** Whether two dates exclude each other: a month does not contradict a day in it. */
export const datesAgree = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

const PUBLISHED =
  /(?:^|[^a-zåäö])(?:publicerad(?:es)?|publicerat|publiceringsdatum|published(?: on| at)?)\s*:?\s*/i;
const MODIFIED =
  /(?:^|[^a-zåäö])(?:(?:senast\s+)?(?:uppdaterad(?:es)?|uppdaterat|ändrad(?:es)?|ändrat|granskad(?:es)?|reviderad)|(?:last\s+)?(?:updated|modified)(?: on| at)?)\s*:?\s*/i;

/** The dates that a line under a headline or at the foot of a page says of it: "Publicerad 3 mars 2023". */
export function datesSaid(
  line: string,
  setting: DateSetting,
): { readonly published: string | null; readonly modified: string | null } {
  const after = (label: RegExp) => {
    const found = line.length <= 300 ? label.exec(line) : null;
    return found && dateAtStart(line.slice(found.index + found[0].length), setting);
  };
  return { published: after(PUBLISHED), modified: after(MODIFIED) };
}
