import { expect, test } from "vitest";
import { leavesTime, linkGoodUntil, momentInSweden, swedishClock } from "./reply-deadline.ts";

test("a deadline is what clocks in Sweden show, in winter and in summer", () => {
  expect(momentInSweden("2026-12-01", "17:00")?.toISOString()).toBe("2026-12-01T16:00:00.000Z");
  expect(momentInSweden("2026-07-01", "17:00")?.toISOString()).toBe("2026-07-01T15:00:00.000Z");
});

test("the hour that comes twice gives the party longer, and the hour that is skipped does not exist", () => {
  expect(momentInSweden("2026-10-25", "02:30")?.toISOString()).toBe("2026-10-25T01:30:00.000Z");
  expect(momentInSweden("2026-03-29", "02:30")).toBeNull();
});

test("a day that is not in the calendar is no deadline", () => {
  expect(momentInSweden("2026-02-30", "12:00")).toBeNull();
  expect(momentInSweden("2026-12-01", "25:00")).toBeNull();
});

test("every hour of a year is read back as it is shown, but for the one that comes twice", () => {
  for (let hour = 0; hour < 365 * 24; hour++) {
    const moment = new Date(Date.UTC(2026, 0, 1, hour));
    const { day, time } = swedishClock(moment);
    const back = momentInSweden(day, time)?.getTime() ?? 0;
    expect(back - moment.getTime()).toBe(day === "2026-10-25" && moment.getUTCHours() === 0 ? 3_600_000 : 0);
  }
});

test("a party has a day at the least", () => {
  const now = new Date("2026-12-01T12:00:00Z");
  expect(leavesTime(new Date("2026-12-02T12:00:00Z"), now)).toBe(true);
  expect(leavesTime(new Date("2026-12-02T11:59:59Z"), now)).toBe(false);
  expect(leavesTime(new Date("2026-11-30T12:00:00Z"), now)).toBe(false);
});

test("a link outlives the deadline by thirty days, and one made later lives as long from then", () => {
  const deadline = new Date("2026-12-01T12:00:00Z");
  const at = (moment: string) => linkGoodUntil(deadline, new Date(moment)).toISOString();
  expect(at("2026-11-20T12:00:00Z")).toBe("2026-12-31T12:00:00.000Z");
  expect(at("2026-12-10T12:00:00Z")).toBe("2027-01-09T12:00:00.000Z");
});
