/** What the words of one date say, each in its slot, before anyone asks whether such a day exists. Pure. */
import type { Token } from "./date-words-tokens.ts";

export type Part = "early" | "mid" | "late";

/** Numbers as typed: a month may be 13 here, a day 31 in February. Absent is not said. */
export interface Slots {
  readonly year?: number;
  /** 1–12. */
  readonly month?: number;
  readonly day?: number;
  /** 21–24, as EDTF has them. */
  readonly season?: number;
  readonly part?: Part;
  /** ISO 8601 week. */
  readonly week?: number;
  /** 0 is Sunday. */
  readonly weekday?: number;
  /** Its first year. */
  readonly decade?: number;
  /** Tens of years without a century: 90 for "90-talet". */
  readonly tens?: number;
  /** Its first two digits: 19 for "1900-talet". */
  readonly century?: number;
  /** The YY of "YYYY–YY": a month or a later year. `dash` is what stood between. */
  readonly tail?: { readonly number: number; readonly dash: string };
  /** The YYYY that follows a year in "2019–2020": of use to a winter only. */
  readonly nextYear?: number;
  /** Day and month in an order nobody can know, as in 3/4/2019. */
  readonly pair?: readonly [number, number];
  readonly clock?: { readonly hour: number; readonly minute: number; readonly second: number };
  readonly utc?: true;
  /** Of the hour that comes twice, which one. */
  readonly summerTime?: boolean;
  /** "Jul", which is also the Swedish for Christmas. */
  readonly orChristmas?: true;
  readonly approximate?: true;
  readonly uncertain?: true;
}

/** Each form that figures come in, and what its groups are. All are anchored and none can backtrack far. */
const FORMS: readonly (readonly [RegExp, (...groups: string[]) => Slots])[] = [
  [/^(\d{4})$/, (year) => ({ year: Number(year) })],
  [/^(\d{1,2})(?:st|nd|rd|th|:e|:a|e)?$/, (day) => ({ day: Number(day) })],
  [
    /^(\d{4})[-–/.](\d{1,2})[-–/.](\d{1,2})$/,
    (year, month, day) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  ],
  [
    /^(\d{4})(\d\d)(\d\d)$/,
    (year, month, day) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  ],
  [
    /^(\d{4})-(\d\d)-(\d\d)t(\d\d):(\d\d)(?::(\d\d))?$/,
    (year, month, day, hour = "", minute = "", second = "0") => ({
      year: Number(year),
      month: Number(month),
      day: Number(day),
      clock: { hour: Number(hour), minute: Number(minute), second: Number(second) },
    }),
  ],
  [
    /^(\d{4})([-–/])(\d{1,2})$/,
    (year, dash = "", number) => ({ year: Number(year), tail: { number: Number(number), dash } }),
  ],
  [/^(\d{4})[-–/](\d{4})$/, (year, next) => ({ year: Number(year), nextYear: Number(next) })],
  [/^(\d{1,2})\/(\d{1,2})$/, (day, month) => ({ day: Number(day), month: Number(month) })],
  [
    /^(\d{1,2})\/(\d{1,2})[-–](\d{4})$/,
    (day, month, year) => ({ day: Number(day), month: Number(month), year: Number(year) }),
  ],
  [
    /^(\d{1,2})([-–/.])(\d{1,2})\2(\d{4})$/,
    (a, _, b, year) => ({ pair: [Number(a), Number(b)], year: Number(year) }),
  ],
  [/^(\d{4})-?w(\d\d)$/, (year, week) => ({ year: Number(year), week: Number(week) })],
  [/^v\.?(\d{1,2})$/, (week) => ({ week: Number(week) })],
  // 1900-talet is the century, 2000-talet too: the wider of what it may mean.
  [/^(\d\d)00(?:[-–]?tale?t|'?s)$/, (century) => ({ century: Number(century) })],
  [/^(\d{3})0(?:[-–]?tale?t|'?s)$/, (decade) => ({ decade: Number(decade) * 10 })],
  [/^(\d{3})x$/, (decade) => ({ decade: Number(decade) * 10 })],
  [/^(\d\d)xx$/, (century) => ({ century: Number(century) })],
  [/^'?(\d)0(?:[-–]?tale?t|'?s)$/, (tens) => ({ tens: Number(tens) * 10 })],
  [
    /^(\d{1,2}):(\d\d)(?::(\d\d))?$/,
    (hour, minute, second = "0") => ({
      clock: { hour: Number(hour), minute: Number(minute), second: Number(second) },
    }),
  ],
];
/** With a dot it is a time only after "kl.": 14.02 alone may be anything. */
const DOTTED_TIME = /^(\d{1,2})\.(\d\d)$/;

function figures(word: string, afterClock: boolean): Slots | null {
  const dotted = afterClock ? DOTTED_TIME.exec(word) : null;
  if (dotted) return { clock: { hour: Number(dotted[1]), minute: Number(dotted[2]), second: 0 } };
  for (const [form, slots] of FORMS) {
    const match = form.exec(word);
    if (match) return slots(...match.slice(1));
  }
  return null;
}

/** @param today - YYYY-MM-DD */
function dayFromToday(today: string, days: number): Slots {
  const date = new Date(Date.parse(today) + days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** What one word says; null for a word that has no place in a date. */
function said(token: Token, before: Token | undefined, today: string): Slots | null {
  switch (token.is) {
    case "filler":
    case "clock":
      return {};
    case "week":
      return {};
    case "approximate":
      return { approximate: true };
    case "uncertain":
      return { uncertain: true };
    case "approximate and uncertain":
      return { approximate: true, uncertain: true };
    case "early":
    case "mid":
    case "late":
      return { part: token.is };
    case "month":
      return token.raw === "jul" ? { month: token.value, orChristmas: true } : { month: token.value };
    case "season":
      return { season: token.value };
    case "weekday":
      return { weekday: token.value };
    case "utc":
      return { utc: true };
    case "summer time":
      return { summerTime: token.value === 1 };
    case "relative":
      return dayFromToday(today, token.value);
    case "other": {
      const slots = figures(token.raw, before?.is === "clock");
      return before?.is === "week" ? (slots?.day ? { week: slots.day } : null) : slots;
    }
    default:
      return null;
  }
}

/**
 * The slots that the words of one date fill. Null if a word has no place in a date, or two say the same thing twice.
 * @param today - YYYY-MM-DD, for "today" and "yesterday"
 */
export function slotsOf(words: readonly Token[], today: string): Slots | null {
  let slots: Slots = {};
  for (const [at, token] of words.entries()) {
    if (token.is === "century") {
      const { day, ...others } = slots;
      if (day === undefined || day < 1) return null;
      slots = { ...others, century: day - 1 };
      continue;
    }
    const more = said(token, words[at - 1], today);
    if (!more) return null;
    const twice = Object.keys(more).some(
      (slot) => slot in slots && slot !== "approximate" && slot !== "uncertain",
    );
    if (twice) return null;
    slots = { ...slots, ...more };
  }
  return slots;
}

const saysDayOnly = ({ day, month }: Slots) => day !== undefined && month === undefined;
const saysPartOnly = ({ part, month, season, decade, century, year }: Slots) =>
  part !== undefined && [month, season, decade, century, year].every((slot) => slot === undefined);
/** Decades carry their own years. */
const needsYear = ({ year, decade, century, tens }: Slots) =>
  [year, decade, century, tens].every((slot) => slot === undefined);
/** Whether a year is part of a longer date here: in "november–2019" it is an end of its own. */
const sharesYear = ({ month, day, season, week }: Slots) =>
  [month, day, season, week].some((slot) => slot !== undefined);
const wholeOf = ({ month, season, decade, century, year }: Slots): Slots => ({
  ...(month !== undefined && { month }),
  ...(season !== undefined && { season }),
  ...(decade !== undefined && { decade }),
  ...(century !== undefined && { century }),
  ...(year !== undefined && { year }),
});

/**
 * What a date leaves unsaid because the other end of the interval says it: "5–9 november 2019", "vecka 47–48 2019",
 * "hösten till vintern 2019", "början till mitten av november 2019". One that says nothing of its own stays so.
 */
export function filledFrom(slots: Slots, other: Slots): Slots {
  const { approximate, uncertain, ...own } = slots;
  if (Object.keys(own).length === 0) return slots;
  if (saysDayOnly(own) && own.week === undefined && other.week !== undefined) {
    const { day, ...rest } = slots;
    return filledFrom({ ...rest, week: day }, other);
  }
  if (saysPartOnly(slots) && other.part !== undefined) return { ...slots, ...wholeOf(other) };
  const month =
    saysDayOnly(slots) && other.day !== undefined && other.month !== undefined ? { month: other.month } : {};
  const year = needsYear(slots) && sharesYear(other) && other.year !== undefined ? { year: other.year } : {};
  return { ...slots, ...month, ...year };
}
