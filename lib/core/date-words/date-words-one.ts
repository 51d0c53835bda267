/** One date out of its slots, as EDTF: whether there is such a day, and what it is called. Pure. */
import { instantIn, isSummerTime, momentsShowing } from "../zone.ts";
import type { Part, Slots } from "./date-words-slots.ts";
import {
  doubted,
  HOUR_MISSING,
  IMPOSSIBLE,
  mapped,
  NOT_UNDERSTOOD,
  type Read,
  read,
  type Span,
  spanOf,
} from "./date-words-span.ts";

const WINTER = 24;
const FIRST_MONTH: Record<number, number> = { 21: 3, 22: 6, 23: 9, 24: 12 };

const padded = (value: number, digits: number) => String(value).padStart(digits, "0");
const ymd = (year: number, month?: number, day?: number) =>
  [padded(year, 4), ...[month, day].filter((part) => part !== undefined).map((part) => padded(part, 2))].join(
    "-",
  );

const daysIn = (year: number, month: number) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
};
/** `year` null: whether there is such a day in any year. */
const exists = (year: number | null, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year ?? 2000, month);

const missingYear = { ok: false, reason: "not-understood", missing: "year" } as const;
const of = (text: string) => read(spanOf(text));

/**
 * A third of something longer. The first day of the whole and the last are sure, the days between the thirds are not:
 * late November 2019 is 2019-11-21~/2019-11-30. As the bound of an open interval even the first is approximate, so
 * that "not before early November" is not told as "not before 1 November".
 */
function third(part: Part, dates: readonly [string, string, string, string, string, string]): Span {
  const [first, a, b, c, d, last] = dates;
  if (part === "early") return { ...spanOf(`${first}/${a}~`), start: `${first}~` };
  return spanOf(part === "mid" ? `${b}~/${c}~` : `${d}~/${last}`);
}

/**
 * "90-talet" is the latest such decade that has begun. One that may be of this century or the last is ambiguous: then
 * the year the decade began in, both times.
 */
function decadesOf(tens: number, today: string): [number, ...number[]] {
  const thisYear = Number(today.slice(0, 4));
  const ours = thisYear - (thisYear % 100) + tens;
  return ours <= thisYear ? [ours, ours - 100] : [ours - 100];
}

function shortDecade({ tens = 0 }: Slots, today: string): Read {
  const text = (decade: number) => `${padded(decade / 10, 3)}X`;
  const [first, ...rest] = decadesOf(tens, today);
  return read(spanOf(text(first)), ...rest.map((decade) => spanOf(text(decade))));
}

function partOfYears(part: Part, first: number, length: 10 | 100): Span {
  const at = (years: number) => ymd(first + years);
  return length === 10
    ? third(part, [at(0), at(3), at(3), at(6), at(6), at(9)])
    : third(part, [at(0), at(33), at(33), at(66), at(66), at(99)]);
}

function partOf(slots: Slots, today: string): Read {
  const { part, year, month, season, decade, century, tens } = slots;
  const wholes = [month, season, decade, century, tens].filter((whole) => whole !== undefined);
  if (part === undefined || wholes.length > 1) return NOT_UNDERSTOOD;
  if (century !== undefined) return read(partOfYears(part, century * 100, 100));
  if (decade !== undefined) return read(partOfYears(part, decade, 10));
  if (tens !== undefined) {
    const [first, ...rest] = decadesOf(tens, today);
    return read(partOfYears(part, first, 10), ...rest.map((one) => partOfYears(part, one, 10)));
  }
  if (year === undefined) return month === undefined && season === undefined ? NOT_UNDERSTOOD : missingYear;
  if (season !== undefined) {
    const number = (FIRST_MONTH[season] ?? 0) + { early: 0, mid: 1, late: 2 }[part];
    return of(`${number > 12 ? ymd(year + 1, number - 12) : ymd(year, number)}~`);
  }
  if (month === undefined) {
    const at = (number: number) => ymd(year, number);
    return read(third(part, [at(1), at(4), at(5), at(8), at(9), at(12)]));
  }
  const on = (day: number) => ymd(year, month, day);
  return read(third(part, [on(1), on(10), on(11), on(20), on(21), on(daysIn(year, month))]));
}

/** ISO 8601 weeks begin on Monday; week 1 has the year's first Thursday. */
function weekOf({ year, week = 0 }: Slots): Read {
  if (year === undefined) return missingYear;
  const dayMs = 86_400_000;
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * dayMs + (week - 1) * 7 * dayMs;
  const inYear = new Date(monday + 3 * dayMs).getUTCFullYear() === year;
  if (week < 1 || !inYear) return IMPOSSIBLE;
  const iso = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  return of(`${iso(monday)}/${iso(monday + 6 * dayMs)}`);
}

/**
 * "2019-11" is a month, "2015–16" two years; with a longer dash or a slash, 1–12 may be either. "2020-21" is EDTF for
 * a spring, "2020–21" two years.
 */
function tailOf({ year, tail }: Slots): Read {
  if (year === undefined || !tail) return NOT_UNDERSTOOD;
  const { number, dash } = tail;
  const month = number >= 1 && number <= 12 ? ymd(year, number) : null;
  const later = number > year % 100 ? `${ymd(year)}/${ymd(Math.floor(year / 100) * 100 + number)}` : null;
  if (dash === "-" && number >= 21 && number <= 24) return of(`${padded(year, 4)}-${number}`);
  if (month && later && dash !== "-") return read(spanOf(month), spanOf(later));
  const text = month ?? (number > 12 ? later : null);
  return text ? of(text) : IMPOSSIBLE;
}

/**
 * A time of day, as the clocks of the zone showed it unless UTC was said. The hour that summer time skips never was; the one
 * it repeats was twice, unless it is said which.
 */
function timeOf(day: string, { clock, utc, summerTime }: Slots, zone: string): Read {
  const { hour, minute, second } = clock ?? { hour: 0, minute: 0, second: 0 };
  if (hour > 23 || minute > 59 || second > 59) return IMPOSSIBLE;
  const time = [hour, minute, second].map((number) => padded(number, 2)).join(":");
  if (utc) return of(`${day}T${time}Z`);
  const moments = momentsShowing(Date.parse(`${day}T${time}Z`), zone);
  if (moments.length === 0) return HOUR_MISSING;
  const [first, ...rest] = moments
    .filter((moment) => summerTime === undefined || isSummerTime(moment, zone) === summerTime)
    .map((moment) => spanOf(instantIn(moment, zone)));
  return first ? read(first, ...rest) : IMPOSSIBLE;
}

/** A day, or what its weekday and time make of it. */
function dayOf(slots: Slots, zone: string): Read {
  const { year, month, day, weekday, clock, utc, summerTime } = slots;
  const needsClock = utc === true || summerTime !== undefined;
  if (month === undefined || day === undefined || (needsClock && !clock)) return NOT_UNDERSTOOD;
  if (!exists(year ?? null, month, day)) return IMPOSSIBLE;
  if (year === undefined) return missingYear;
  const text = ymd(year, month, day);
  if (weekday !== undefined && new Date(text).getUTCDay() !== weekday) return IMPOSSIBLE;
  return clock ? timeOf(text, slots, zone) : of(text);
}

/** 3/4/2019 may be the third of April or the fourth of March; 25/11/2019 only one thing. */
function pairOf(slots: Slots, zone: string): Read {
  const [a, b] = slots.pair ?? [0, 0];
  const readings = [
    { day: a, month: b },
    { day: b, month: a },
  ].map((order) => dayOf({ ...slots, ...order }, zone));
  const spans = readings.flatMap((reading) => (reading.ok ? reading.spans : []));
  const different = spans.filter(({ text }, at) => spans.findIndex((other) => other.text === text) === at);
  const [first, ...rest] = different;
  return first ? read(first, ...rest) : IMPOSSIBLE;
}

/** A winter is named by the year it begins in: "vintern 2019/2020" is the winter of 2019. */
function seasonOf({ year, season, tail, nextYear }: Slots): Read {
  if (year === undefined) return missingYear;
  const next = nextYear ?? (tail && Math.floor(year / 100) * 100 + tail.number);
  if (next !== undefined && (season !== WINTER || next !== year + 1)) return NOT_UNDERSTOOD;
  return of(ymd(year, season));
}

function monthOf({ year, month, orChristmas }: Slots): Read {
  if (year === undefined) return missingYear;
  const text = ymd(year, month);
  return orChristmas ? read(spanOf(text), spanOf(`${ymd(year, 12, 25)}~`)) : of(text);
}

/** The first slot that is filled says what kind of date it is, and which other slots may be filled beside it. */
const KINDS: readonly (readonly [
  filled: keyof Slots,
  beside: readonly (keyof Slots)[],
  make: (slots: Slots, today: string, zone: string) => Read,
])[] = [
  ["pair", ["year", "weekday", "clock", "utc", "summerTime"], (slots, _, zone) => pairOf(slots, zone)],
  [
    "day",
    ["year", "month", "weekday", "clock", "utc", "summerTime", "orChristmas"],
    (slots, _, zone) => dayOf(slots, zone),
  ],
  ["part", ["year", "month", "season", "decade", "century", "tens"], partOf],
  ["week", ["year"], weekOf],
  ["season", ["year", "tail", "nextYear"], seasonOf],
  ["month", ["year", "orChristmas"], monthOf],
  ["tens", [], shortDecade],
  ["decade", [], ({ decade = 0 }) => of(`${padded(decade / 10, 3)}X`)],
  ["century", [], ({ century = 0 }) => of(`${padded(century, 2)}XX`)],
  ["tail", ["year"], tailOf],
  ["year", [], ({ year = 0 }) => of(ymd(year))],
];

/**
 * The date that the slots of one date say, or why there is none.
 * @param today - YYYY-MM-DD
 * @param zone - whose clocks a time of day is read by
 */
export function oneDate(slots: Slots, today: string, zone: string): Read {
  const { approximate = false, uncertain = false, ...plain } = slots;
  const kind = KINDS.find(([filled]) => filled in plain);
  if (!kind) return NOT_UNDERSTOOD;
  const [filled, beside, make] = kind;
  const fits = Object.keys(plain).every((slot) => slot === filled || beside.some((other) => other === slot));
  return fits
    ? mapped(make(plain, today, zone), (span) => doubted(span, approximate, uncertain))
    : NOT_UNDERSTOOD;
}
