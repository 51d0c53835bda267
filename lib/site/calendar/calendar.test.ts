import fc from "fast-check";
import ical from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { ownDatabase } from "../../../e2e/fixtures/own-database.ts";
import { type Calendar, type CalendarEntry, icsOf } from "./calendar.ts";

const entry = (more: Partial<CalendarEntry>): CalendarEntry => ({
  ...{ uid: "a@belagt.example", from: null, until: null, summary: "Något", description: "hände" },
  ...{ url: "https://belagt.example/x", category: "händelse", ...more },
});
const calendar = (entries: readonly CalendarEntry[], more: Partial<Calendar> = {}): Calendar => ({
  ...{ name: "En tvist", description: "Om något", url: "https://belagt.example/x", language: "sv" },
  ...{ self: "https://belagt.example/x.ics", changedAt: "1970-01-02T00:00:00.000Z", entries, ...more },
});
const read = (text: string) => new ical.Component(ical.parse(text));

/** A day's midnight in UTC, of any year. */
const utc = (year: number, month: number, day: number) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
};

describe("a date is written as far as it is known", () => {
  test.each([
    ["an instant", utc(1994, 2, 3) + 1000, utc(1994, 2, 3) + 1000, "DTSTART:19940203T000001Z"],
    ["a day", utc(1994, 2, 3), utc(1994, 2, 4), "DTSTART;VALUE=DATE:19940203\r\nDTEND;VALUE=DATE:19940204"],
    ["a month", utc(1994, 2, 1), utc(1994, 3, 1), "DTSTART;VALUE=DATE:19940201\r\nDTEND;VALUE=DATE:19940301"],
    ["a year", utc(1904, 1, 1), utc(1905, 1, 1), "DTSTART;VALUE=DATE:19040101\r\nDTEND;VALUE=DATE:19050101"],
    [
      "the first year",
      utc(1, 1, 1),
      utc(2, 1, 1),
      "DTSTART;VALUE=DATE:00010101\r\nDTEND;VALUE=DATE:00020101",
    ],
  ])("%s", (_, from, until, lines) => {
    expect(icsOf(calendar([entry({ from, until })]))).toContain(`\r\n${lines}\r\n`);
  });

  test.each([
    ["without a beginning", null, utc(1994, 1, 1)],
    ["without an end", utc(1994, 1, 1), null],
    ["of a decade", utc(1990, 1, 1), utc(2000, 1, 1)],
    ["before our era", utc(-44, 3, 15), utc(-44, 3, 16)],
    ["of a year with five figures", utc(12_000, 1, 1), utc(12_000, 1, 2)],
  ])("one %s is a note without a day", (_, from, until) => {
    const [note] = read(icsOf(calendar([entry({ from, until })]))).getAllSubcomponents("vjournal");
    expect(note?.getFirstPropertyValue("summary")).toBe("Något");
    expect(note?.getFirstProperty("dtstart")).toBeNull();
  });
});

test("whatever its words are, a reader of calendars finds them, on lines that are not too long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (words) => {
      const text = icsOf(calendar([entry({ summary: words, from: 0, until: 0 })], { name: words }));
      expect(text.split("\r\n").filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
      const [event] = read(text).getAllSubcomponents("vevent");
      const plain = words.toWellFormed().replaceAll(/\r\n?/g, "\n");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
      const shown = plain.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "");
      expect(event?.getFirstPropertyValue("summary") ?? "").toBe(shown);
    }),
  );
});

describe("the first dispute", () => {
  let calendarIn: (locale: "sv" | "en") => Calendar;
  beforeAll(async () => {
    await ownDatabase();
    const { seed } = await import("../../../prisma/seed/seed.ts");
    await seed();
    const { readDispute } = await import("../../record/dispute/dispute-queries.ts");
    const { disputeCalendar } = await import("./calendar-dispute.ts");
    const dispute = await readDispute("kramfors-huddinge", null);
    if (!dispute) throw new Error("No dispute");
    calendarIn = (locale) => disputeCalendar(dispute, locale, "https://belagt.example");
  });

  test.each(["sv", "en"] as const)("has every event and claim once, and says who claims, in %s", (locale) => {
    const { entries } = calendarIn(locale);
    const parsed = read(icsOf(calendarIn(locale)));
    const uids = ["vevent", "vjournal"]
      .flatMap((kind) => parsed.getAllSubcomponents(kind))
      .map((each) => each.getFirstPropertyValue("uid"));
    expect(uids.toSorted()).toEqual(entries.map(({ uid }) => uid).toSorted());
    expect(new Set(uids).size).toBe(uids.length);
    expect(entries.some(({ summary }) => /^Kramfors.* (?:påstår|claims)/.test(summary))).toBe(true);
  });
});
