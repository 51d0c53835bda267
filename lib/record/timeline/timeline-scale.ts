/**
 * Calendar units and the ticks of the axis. Everything is UTC: a day is always 86,400,000 ms, and no clock change can
 * move a post. Moments are milliseconds since 1970.
 */
import { rough } from "./timeline-text.ts";

export const DAY = 86_400_000;
export type UnitName = "day" | "week" | "month" | "year";

/** `n` of a calendar unit: every 3 months, every 10 years. `ms` is its average length. */
export interface Unit {
  readonly name: UnitName;
  readonly n: number;
  readonly ms: number;
}

const YEAR_MS = 365.2425 * DAY;
const unit = (name: UnitName, n: number): Unit => ({
  name,
  n,
  ms: n * (name === "day" ? DAY : name === "week" ? 7 * DAY : name === "month" ? YEAR_MS / 12 : YEAR_MS),
});

/** From fine to coarse. */
export const UNITS: readonly Unit[] = [
  unit("day", 1),
  unit("week", 1),
  unit("month", 1),
  unit("month", 3),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n) => unit("year", n)),
];
const COARSEST = unit("year", 1000);

/** The finest unit that is at least `px` wide. `scale` is pixels per millisecond. */
export const unitOf = (px: number, scale: number): Unit => UNITS.find((u) => u.ms * scale >= px) ?? COARSEST;

const yearStart = (year: number) => new Date(0).setUTCFullYear(year, 0, 1);

/** The start of the unit that a moment lies in. Weeks start on Mondays. */
export function floorTo(moment: number, { name, n }: Unit): number {
  if (name === "day") return Math.floor(moment / DAY) * DAY;
  // 1 January 1970 was a Thursday.
  if (name === "week") return Math.floor((moment / DAY + 3) / 7) * 7 * DAY - 3 * DAY;
  const date = new Date(moment);
  const year = date.getUTCFullYear();
  if (name === "year") return yearStart(Math.floor(year / n) * n);
  return new Date(yearStart(year)).setUTCMonth(Math.floor(date.getUTCMonth() / n) * n);
}

/** The start of the next unit after a start. */
export function nextOf(start: number, { name, n }: Unit): number {
  if (name === "day") return start + DAY;
  if (name === "week") return start + 7 * DAY;
  const date = new Date(start);
  if (name === "year") return yearStart(date.getUTCFullYear() + n);
  return new Date(start).setUTCMonth(date.getUTCMonth() + n);
}

export interface Tick {
  readonly at: number;
  readonly x: number;
  /** Empty when it would run into the label before it. */
  readonly label: string;
}

/** The finest unit whose labels have room: 40 px for "21", 88 for "september", 48 for "2019". */
function axisUnit(scale: number): Unit {
  const room = (u: Unit) => (u.name === "day" ? 40 : u.name === "week" ? 64 : u.name === "month" ? 88 : 48);
  return UNITS.find((u) => u.ms * scale >= room(u)) ?? COARSEST;
}

const formats = (locale: string) => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { timeZone: "UTC", ...options });
  return {
    year: format({ year: "numeric" }),
    month: format({ month: "long" }),
    monthYear: format({ month: "long", year: "numeric" }),
    shortMonthYear: format({ month: "short", year: "numeric" }),
    day: format({ day: "numeric" }),
    dayMonth: format({ day: "numeric", month: "short" }),
    dayMonthYear: format({ day: "numeric", month: "short", year: "numeric" }),
  };
};
/** Making one takes as long as a whole layout. */
const made = new Map<string, ReturnType<typeof formats>>();
function formatsOf(locale: string): ReturnType<typeof formats> {
  const found = made.get(locale) ?? formats(locale);
  made.set(locale, found);
  return found;
}

/** A moment as the axis of a scale names one that begins it, longest first. */
export function namesOf(moment: number, scale: number, locale: string): string[] {
  const { name } = axisUnit(scale);
  const { year, monthYear, shortMonthYear, dayMonthYear } = formatsOf(locale);
  const days = name === "day" || name === "week" ? [dayMonthYear] : [];
  const months = name === "year" ? [] : [monthYear, shortMonthYear];
  return [...days, ...months, year].map((format) => format.format(moment));
}

/**
 * Ticks between two moments, with labels that say what changed: the first one and each January name the year, each
 * first of a month the month.
 * @param x where a moment stands, in px
 */
export function ticks(
  from: number,
  to: number,
  scale: number,
  x: (moment: number) => number,
  locale: string,
): Tick[] {
  const step = axisUnit(scale);
  const { year, month, monthYear, day, dayMonth, dayMonthYear } = formatsOf(locale);

  const found: Tick[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (let at = floorTo(from, step); at < to; at = nextOf(at, step)) {
    if (at < from) continue;
    const date = new Date(at);
    const first = end === Number.NEGATIVE_INFINITY;
    const january = date.getUTCMonth() === 0;
    let label: string;
    if (step.name === "year") label = year.format(at);
    else if (step.name === "month") label = (first || january ? monthYear : month).format(at);
    else if (first || (january && date.getUTCDate() <= (step.name === "week" ? 7 : 1)))
      label = dayMonthYear.format(at);
    else if (step.name === "week" || date.getUTCDate() === 1) label = dayMonth.format(at);
    else label = day.format(at);
    const left = x(at);
    if (left < end + 8) label = "";
    else end = left + rough(label, "fine");
    found.push({ at, x: left, label });
  }
  return found;
}
