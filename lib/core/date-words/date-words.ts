/** Dates in the reader's words, never sharper than the source. */
import { bounds, type Edtf, type EdtfDate, edtf } from "../edtf/edtf.ts";
import type { Locale } from "../language/language.ts";
import { dayIn, isSummerTime, momentsShowing, placeOf, SWEDEN, shownAt } from "../zone.ts";

interface Words {
  readonly months: readonly string[];
  readonly seasons: Record<string, string>;
  readonly early: string;
  readonly mid: string;
  readonly late: string;
  readonly earliest: string;
  readonly latest: string;
  readonly about: string;
  readonly uncertain: string;
  readonly undated: string;
  readonly unknown: string;
  /** Before a time of day. */
  readonly at: string;
  readonly summerTime: string;
  readonly winterTime: string;
  decade(year: number): string;
  century(year: number): string;
}

const WORDS: Record<Locale, Words> = {
  sv: {
    months: "januari februari mars april maj juni juli augusti september oktober november december".split(
      " ",
    ),
    seasons: { "21": "våren", "22": "sommaren", "23": "hösten", "24": "vintern" },
    early: "början av",
    mid: "mitten av",
    late: "slutet av",
    earliest: "tidigast",
    latest: "senast",
    about: "omkring",
    uncertain: "osäkert",
    undated: "odaterat",
    unknown: "okänt",
    at: "kl.",
    summerTime: "sommartid",
    winterTime: "vintertid",
    decade: (year) => `${year}-talet`,
    century: (year) => `${year}-talet`,
  },
  en: {
    months: "January February March April May June July August September October November December".split(
      " ",
    ),
    seasons: { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" },
    early: "early",
    mid: "mid-",
    late: "late",
    earliest: "at the earliest",
    latest: "at the latest",
    about: "about",
    uncertain: "uncertain",
    undated: "undated",
    unknown: "unknown",
    at: "at",
    summerTime: "summer time",
    winterTime: "winter time",
    decade: (year) => `the ${year}s`,
    century: (year) => `the ${year}s`,
  },
};

const utc = (moment: number) => {
  const date = new Date(moment);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
};

/** Which third of its month a span of days is: "late November", if it is one. */
function third(date: Edtf, words: Words, locale: Locale): string | null {
  const { earliest, latest } = bounds(date);
  if (!date.interval || earliest === null || latest === null) return null;
  const [from, to] = [utc(earliest), utc(latest - 1)];
  if (from.year !== to.year || from.month !== to.month) return null;
  const last = utc(Date.UTC(from.year, from.month + 1, 0)).day;
  const part =
    from.day === 1 && to.day === 10
      ? words.early
      : from.day === 11 && to.day === 20
        ? words.mid
        : from.day === 21 && to.day === last
          ? words.late
          : null;
  if (!part) return null;
  const month = `${words.months[from.month]} ${from.year}`;
  return locale === "en" && part.endsWith("-") ? `${part}${month}` : `${part} ${month}`;
}

/**
 * A time of day as the clocks of the zone show it. Where it is not Swedish time it says where, and an hour that came twice
 * says which one it is.
 */
function timeInWords(moment: number, words: Words, zone: string): string {
  const shown = shownAt(moment, zone);
  const twice = momentsShowing(shown, zone).length > 1;
  const aside = [
    ...(twice ? [isSummerTime(moment, zone) ? words.summerTime : words.winterTime] : []),
    ...(zone === SWEDEN ? [] : [placeOf(zone)]),
  ].join(", ");
  return `${words.at} ${new Date(shown).toISOString().slice(11, 16)}${aside && ` (${aside})`}`;
}

function dateInWords(date: EdtfDate, words: Words, locale: Locale, zone: string): string {
  const { year, month, day } = utc(date.moment === null ? date.earliest : shownAt(date.moment, zone));
  const season = { 2: "21", 5: "22", 8: "23", 11: "24" }[month] ?? "";
  const plain = {
    instant: () =>
      `${day} ${words.months[month]} ${year} ${timeInWords(date.moment ?? date.earliest, words, zone)}`,
    day: () => `${day} ${words.months[month]} ${year}`,
    month: () => `${words.months[month]} ${year}`,
    season: () => `${words.seasons[season]} ${year}`,
    year: () => String(year),
    decade: () => words.decade(year),
    century: () => words.century(year),
  }[date.precision]();
  if (date.qualifier === "approximate" || date.qualifier === "approximate and uncertain") {
    // "late November", approximately, is still "late November": the part of a month is already rough.
    return date.precision === "day"
      ? (roughDay(date, words, locale) ?? `${words.about} ${plain}`)
      : `${words.about} ${plain}`;
  }
  return date.qualifier === "uncertain" ? `${plain} (${words.uncertain})` : plain;
}

/** An approximate day at the start of a third of a month stands for that third: 2019-11-21~ is late November. */
function roughDay(date: EdtfDate, words: Words, locale: Locale): string | null {
  const { year, month, day } = utc(date.earliest);
  const part = { 1: words.early, 11: words.mid, 21: words.late }[day];
  if (!part) return null;
  const named = `${words.months[month]} ${year}`;
  return locale === "en" && part.endsWith("-")
    ? `${part}${named}`
    : locale === "sv"
      ? `i ${part} ${named}`
      : `${part} ${named}`;
}

/**
 * An EDTF date in words: "hösten 2019", "slutet av november 2019", "odaterat, tidigast hösten 2019".
 * @param text - EDTF as the record holds it
 * @param zone - of the dispute it belongs to: whose days and hours it is told in
 */
export function dateWords(text: string, locale: Locale, zone: string): string {
  const words = WORDS[locale];
  const date = edtf(text);
  if (!date.interval)
    return typeof date.start === "string" ? words.unknown : dateInWords(date.start, words, locale, zone);
  const named = third(date, words, locale);
  if (named) return named;
  const { start, end } = date;
  if (typeof start !== "string" && typeof end !== "string") {
    return `${dateInWords(start, words, locale, zone)}–${dateInWords(end, words, locale, zone)}`;
  }
  if (typeof start !== "string")
    return `${words.undated}, ${bound(words.earliest, dateInWords(start, words, locale, zone), locale)}`;
  return typeof end === "string"
    ? words.unknown
    : `${words.undated}, ${bound(words.latest, dateInWords(end, words, locale, zone), locale)}`;
}

const bound = (word: string, date: string, locale: Locale) =>
  locale === "sv" ? `${word} ${date}` : `${date} ${word}`;

/** The value of a `<time datetime>`, when HTML has a form for it: a year, month or day. Null otherwise. */
export function htmlDate(text: string): string | null {
  const date = edtf(text);
  if (date.interval || typeof date.start === "string" || date.start.qualifier) return null;
  return ["year", "month", "day", "instant"].includes(date.start.precision) ? text : null;
}

const inZone = (locale: Locale, timeZone: string, style: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale === "sv" ? "sv-SE" : "en-GB", { ...style, timeZone });

/** Making a formatter costs a hundred times what using it does. */
const MOMENTS = {
  sv: inZone("sv", SWEDEN, { dateStyle: "long", timeStyle: "medium" }),
  en: inZone("en", SWEDEN, { dateStyle: "long", timeStyle: "medium" }),
};

/** A moment of the record, as a day in the reader's words: in Swedish time, or as it was elsewhere. */
export const dayWords = (moment: string, locale: Locale, zone = SWEDEN): string =>
  dateWords(dayIn(moment, zone), locale, zone);

/** With the time of day: for the log and for "as the record stood". */
export const momentWords = (moment: string, locale: Locale): string =>
  MOMENTS[locale].format(new Date(moment));

/** The day it was in Sweden at that moment, YYYY-MM-DD. */
export const swedishDay = (moment: string): string => dayIn(moment, SWEDEN);
