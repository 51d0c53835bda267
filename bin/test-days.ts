/** The days on which the unit and database tests are to pass: the stage `days` moves the machine's clock to each. */
import { exitCodes, Refusal } from "./exit-codes.ts";

/** A moment to come, and what it is called on the command line. */
export type Day = { name: string; at: Date };

/** Where the newsroom is: the days are hard by its clock. */
export const zone = "Europe/Stockholm";

/**
 * The days there are, later than `now` whenever that is.
 *
 * In Sweden the clock is put back on the last Sunday of October and forward on that of March, both at 01:00 UTC.
 */
export function daysAfter(now: Date): Day[] {
  const year = now.getUTCFullYear();
  const leap = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => year + n).find(isLeap) ?? year;
  const october = lastSunday(year + 1, 10);
  return [
    { name: "month", at: monthsAfter(now, 1) },
    { name: "year", at: monthsAfter(now, 12) },
    { name: "five-years", at: monthsAfter(now, 60) },
    { name: "leap-day", at: new Date(`${leap}-02-29T12:00:00+01:00`) },
    { name: "leap-night", at: new Date(`${leap}-02-29T23:59:30+01:00`) },
    { name: "new-year", at: new Date(`${year + 1}-12-31T23:59:00+01:00`) },
    { name: "hour-that-comes-twice", at: new Date(`${october}T00:30:00Z`) },
    { name: "hour-again", at: new Date(`${october}T01:30:00Z`) },
    { name: "after-the-lost-hour", at: new Date(`${lastSunday(year + 1, 3)}T01:00:00Z`) },
  ];
}

/** The night that every `npm test` passes through: it is 1 March thirty seconds after the clock was moved. */
export const coreDay = "leap-night";

/** What is tested in it: where deadlines and the time of the database meet, and where the database gives up what takes too long. */
export const coreFiles = [
  "lib/core/clock",
  "lib/desk/auth/session-commands",
  "lib/desk/letter",
  "lib/desk/retention",
  "lib/record/correction",
  "lib/record/objection",
  "lib/record/reply",
  "lib/intake/timestamp",
  "lib/site/search",
];

/**
 * What follows `--only=days`: names of days, or a moment of ISO 8601, then files. Without any day it is all of them.
 *
 * @throws Refusal for a moment that is not to come
 */
export function chosenDays(args: readonly string[], now: Date): { days: Day[]; files: string[] } {
  const all = daysAfter(now);
  const files = args.filter((arg) => !isMoment(arg) && !all.some(({ name }) => name === arg));
  const days = [
    ...all.filter(({ name }) => args.includes(name)),
    ...args.filter(isMoment).map((name) => ({ name, at: new Date(name) })),
  ];
  const wrong = days.find(({ at }) => !(at > now));
  if (wrong) {
    throw new Refusal(
      exitCodes.usage,
      `${wrong.name} is not a moment to come.`,
      `Use one like 2048-02-29T12:00:00Z, or ${all.map(({ name }) => name).join(", ")}.`,
    );
  }
  return { days: days.length > 0 ? days : all, files };
}

const isMoment = (arg: string) => /^\d{4}-/.test(arg);

const isLeap = (year: number) => new Date(Date.UTC(year, 1, 29)).getUTCDate() === 29;

/** The same day of the month and time; the last day of a month that is too short for it. */
function monthsAfter(now: Date, months: number): Date {
  const at = new Date(now);
  at.setUTCMonth(at.getUTCMonth() + months);
  if (at.getUTCDate() !== now.getUTCDate()) at.setUTCDate(0);
  return at;
}

/** @param month 1 to 12 @returns YYYY-MM-DD */
function lastSunday(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last.toISOString().slice(0, 10);
}
