/**
 * What a reader has chosen, and its address.
 * `?clock=known&from=2019-08-25&to=2020-01-12&years=all&select=p6&read=posts&party=…&kind=…&rating=…`;
 * days are EDTF, `to` is the last day in view. What is as usual has no parameter, and what cannot be read is ignored: an
 * old or mistyped link still shows the timeline.
 */
import { isRating, ratingFromSlug, ratingSlug } from "../../core/rating/rating.ts";
import type { Clock } from "./timeline.ts";
import { type Filter, NO_FILTER, POST_KINDS } from "./timeline-filter.ts";
import { DAY } from "./timeline-scale.ts";
import type { Window } from "./timeline-window.ts";

export interface TimelineState {
  readonly clock: Clock;
  readonly filter: Filter;
  readonly selected: string | null;
  /** Null: the first view, which is the whole. */
  readonly window: Window | null;
  /** Whether empty years are drawn as long as they are. */
  readonly open: boolean;
  /** Whether the posts are read one by one: those that a reader has not come to have no words yet. */
  readonly reading: boolean;
}

export const FIRST_STATE: TimelineState = {
  clock: "happened",
  filter: NO_FILTER,
  selected: null,
  window: null,
  open: false,
  reading: false,
};

const NAMES = ["clock", "from", "to", "select", "party", "kind", "rating", "years", "read"] as const;

const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const moment = (text: string | null): number | null => {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const value = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(value) || day(value) !== text ? null : value;
};

/** A window as its address can say it: whole days. */
export const wholeDays = ({ from, to }: Window): Window => {
  const start = Math.floor(from / DAY) * DAY;
  return { from: start, to: Math.max(start + DAY, Math.ceil(to / DAY) * DAY) };
};

export function readState(params: URLSearchParams): TimelineState {
  const all = (name: string) => [...new Set(params.getAll(name).filter((value) => value !== ""))];
  const from = moment(params.get("from"));
  const to = moment(params.get("to"));
  return {
    clock: params.get("clock") === "known" ? "known" : "happened",
    filter: {
      parties: all("party"),
      kinds: POST_KINDS.filter((kind) => params.getAll("kind").includes(kind)),
      ratings: all("rating")
        .map(ratingFromSlug)
        .filter((rating) => rating !== null && isRating(rating)),
    },
    selected: params.get("select") || null,
    window: from !== null && to !== null && to >= from ? { from, to: to + DAY } : null,
    open: params.get("years") === "all",
    reading: params.get("read") === "posts" && Boolean(params.get("select")),
  };
}

/** The parameters with this state's in them; the others are kept. */
export function writeState(
  state: TimelineState,
  others: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  const params = new URLSearchParams(others);
  for (const name of NAMES) params.delete(name);
  if (state.clock === "known") params.set("clock", "known");
  if (state.window) {
    const { from, to } = wholeDays(state.window);
    params.set("from", day(from));
    params.set("to", day(to - DAY));
  }
  if (state.open) params.set("years", "all");
  for (const party of state.filter.parties) params.append("party", party);
  for (const kind of state.filter.kinds) params.append("kind", kind);
  for (const rating of state.filter.ratings) params.append("rating", ratingSlug(rating));
  if (state.selected) params.set("select", state.selected);
  if (state.selected && state.reading) params.set("read", "posts");
  return params;
}
