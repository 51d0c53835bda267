/** What the overview spans. Apart from the overview itself, which only the server draws. */
import type { Prepared } from "./timeline-prepared.ts";
import { DAY, floorTo } from "./timeline-scale.ts";
import { limits, type Window } from "./timeline-window.ts";

const YEAR = { name: "year", n: 1, ms: 365.2425 * DAY } as const;

/** The limits; past two years, from a New Year's Day, so that the first year is named. */
export function overviewReach(prepared: Prepared): Window {
  const { from, to } = limits(prepared);
  return { from: to - from > YEAR.ms * 2 ? floorTo(from, YEAR) : from, to };
}
