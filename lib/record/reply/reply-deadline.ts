/** When an answer is due: an hour of a day in Sweden, said by a person and kept as a moment. */
import type { Locale } from "../../core/language/language.ts";

/** Hours a party has at the least: whoever is asked must be able to see the question on a working day and look it up. */
export const LEAST_NOTICE_HOURS = 24;

/** Days a private link stays good after the deadline: an answer that comes late is still an answer. */
const LINK_DAYS = 30;

const HOUR = 3_600_000;

const sweden = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  dateStyle: "short",
  timeStyle: "short",
});

/** @returns "2026-12-01" and "17:00", as the clocks in Sweden show it */
export function swedishClock(moment: Date): { day: string; time: string } {
  const [day = "", time = ""] = sweden.format(moment).split(" ");
  return { day, time };
}

/**
 * The moment when clocks in Sweden show this. Of the hour that comes twice in October the second, which gives the party
 * longer.
 *
 * @param day - "2026-12-01"
 * @param time - "17:00"
 * @returns null for a time that no clock shows: a day that is not in the calendar, the hour skipped in March
 */
export function momentInSweden(day: string, time: string): Date | null {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  for (const ahead of [1, 2]) {
    const moment = new Date(asUtc - ahead * HOUR);
    const shown = swedishClock(moment);
    if (shown.day === day && shown.time === time) return moment;
  }
  return null;
}

const inWords = (language: string) =>
  new Intl.DateTimeFormat(language, { timeZone: "Europe/Stockholm", dateStyle: "long", timeStyle: "short" });
const WORDS: Record<Locale, Intl.DateTimeFormat> = { sv: inWords("sv-SE"), en: inWords("en-GB") };

/** A deadline in words: "1 december 2026 kl. 17:00". */
export const hourWords = (moment: string, locale: Locale): string => WORDS[locale].format(new Date(moment));

/** Whether a party asked at `now` has long enough to answer. */
export const leavesTime = (deadline: Date, now: Date): boolean =>
  deadline.getTime() - now.getTime() >= LEAST_NOTICE_HOURS * HOUR;

/** When an answer is due: what the question says, and never sooner after it was sent than anybody is given. */
export const dueOf = (deadline: Date, sentAt: Date): Date =>
  leavesTime(deadline, sentAt) ? deadline : new Date(sentAt.getTime() + LEAST_NOTICE_HOURS * HOUR);

/** Until when a link made at `now` is good. */
export const linkGoodUntil = (deadline: Date, now: Date): Date =>
  new Date(Math.max(deadline.getTime(), now.getTime()) + LINK_DAYS * 24 * HOUR);
