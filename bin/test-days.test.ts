import { expect, test } from "vitest";
import { chosenDays, coreDay, daysAfter } from "./test-days.ts";

const days = (now: string) =>
  Object.fromEntries(daysAfter(new Date(now)).map(({ name, at }) => [name, at.toISOString()]));

test("the days are a month, a year and more away, and those on which calendars and clocks turn", () => {
  expect(days("2018-01-31T10:00:00Z")).toEqual({
    month: "2018-02-28T10:00:00.000Z",
    year: "2019-01-31T10:00:00.000Z",
    "five-years": "2023-01-31T10:00:00.000Z",
    "leap-day": "2020-02-29T11:00:00.000Z",
    "leap-night": "2020-02-29T22:59:30.000Z",
    "new-year": "2019-12-31T22:59:00.000Z",
    "hour-that-comes-twice": "2019-10-27T00:30:00.000Z",
    "hour-again": "2019-10-27T01:30:00.000Z",
    "after-the-lost-hour": "2019-03-31T01:00:00.000Z",
  });
});

test("they are to come whenever one asks, also over a century that has no leap day", () => {
  for (let now = Date.UTC(2019, 0, 1); now < Date.UTC(2110, 0, 1); now += 17 * 86_400_000)
    for (const { at } of daysAfter(new Date(now))) expect(at.getTime()).toBeGreaterThan(now);
  expect(days("2096-03-01T00:00:00Z")["leap-day"]).toBe("2104-02-29T11:00:00.000Z");
});

test("one is chosen by its name or as a moment; the rest is for the runner", () => {
  const now = new Date("2018-06-01T10:00:00Z");
  const chosen = (...args: string[]) => {
    const { days, files } = chosenDays(args, now);
    return [days.map(({ name }) => name), files];
  };
  expect(chosen(coreDay, "lib/record")).toEqual([[coreDay], ["lib/record"]]);
  expect(chosen("2019-02-28T23:00:00Z", "year")).toEqual([["year", "2019-02-28T23:00:00Z"], []]);
  expect(chosen("lib/record")[0]).toHaveLength(9);
  expect(() => chosen("2017-01-01")).toThrow(/not a moment to come/);
  expect(() => chosen("2019-99-01")).toThrow(/not a moment to come/);
});
