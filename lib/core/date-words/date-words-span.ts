/** What was read, while it is being put together: a span of time, or why there is none. Pure. */
import { bounds, edtf, parseEdtf } from "../edtf/edtf.ts";

/** Something of the dispute with a name that a date can be told by: "efter mejlet". */
export interface DateAnchor {
  readonly id: string;
  /** What it is called, in any language: "Mejlsvaret från Kramfors", "the e-mail reply". */
  readonly names: readonly string[];
  /** Null when nobody knows when it was. */
  readonly edtf: string | null;
}

export interface AnchorNote {
  readonly about: "anchor";
  /** Which events were meant, in the order they were typed. */
  readonly ids: readonly string[];
  readonly side: "before" | "after" | "between";
  /** False when an event's own date gives no bound on that side: then `edtf` says less than the words did. */
  readonly dated: boolean;
}

/** What a reader should be told about how the words were understood. */
export type DateNote =
  | AnchorNote
  /** The season is the winter that begins in December of `year` and ends in February of the next. */
  | { readonly about: "winter"; readonly year: number }
  /** Not known: all that is sure is that it was not after today. */
  | { readonly about: "unknown" };

export interface Span {
  /** EDTF, as it stands alone. Null when only one event's name was typed and its date is not known. */
  readonly text: string | null;
  /** EDTF for the start of an interval, null where none is known. Never a decade: the profile has none there. */
  readonly start: string | null;
  readonly end: string | null;
  /** Ids of the events it is told by, and on which side of them it lies. */
  readonly anchors: readonly string[];
  readonly side: AnchorNote["side"] | null;
}

/** An event with a name and no date. */
export const undatedSpan = (anchor: string): Span => ({
  text: null,
  start: null,
  end: null,
  anchors: [anchor],
  side: null,
});

export type DateRefusal =
  /** `hour-missing`: the day exists, and its clocks skipped that hour. */
  | { readonly ok: false; readonly reason: "empty" | "impossible-date" | "hour-missing" | "end-before-start" }
  /** `missing` says what would have made it a date. */
  | { readonly ok: false; readonly reason: "not-understood"; readonly missing: "year" | null }
  /** `readings`: EDTF of each of the things it can mean. */
  | {
      readonly ok: false;
      /** `hour-twice`: one time of day, which the clocks showed twice. */
      readonly reason: "ambiguous-date" | "hour-twice";
      readonly readings: readonly string[];
    }
  | { readonly ok: false; readonly reason: "which-one"; readonly candidates: readonly DateAnchor[] };

export type Read = { readonly ok: true; readonly spans: readonly [Span, ...Span[]] } | DateRefusal;

export const NOT_UNDERSTOOD = { ok: false, reason: "not-understood", missing: null } as const;
export const IMPOSSIBLE = { ok: false, reason: "impossible-date" } as const;
export const HOUR_MISSING = { ok: false, reason: "hour-missing" } as const;

/** Several spans are the several things the same words can mean. */
export const read = (...spans: readonly [Span, ...Span[]]): Read => ({ ok: true, spans });

/** The year of a bound, four digits: a decade as an end of an interval becomes its first or its last year. */
const yearOf = (moment: number | null) =>
  moment === null ? null : String(new Date(moment).getUTCFullYear()).padStart(4, "0");

/** A span from EDTF of the profile. */
export function spanOf(text: string, anchors: readonly string[] = []): Span {
  if (text.includes("X")) {
    const { earliest, latest } = bounds(edtf(text));
    return {
      text,
      start: yearOf(earliest),
      end: yearOf(latest === null ? null : latest - 1),
      anchors,
      side: null,
    };
  }
  const [first = "", last = first] = text.split("/");
  const known = (end: string) => (end === "" || end === ".." ? null : end);
  return { text, start: known(first), end: known(last), anchors, side: null };
}

/** `~` and `?` added to what an EDTF date carries already; open and unknown ends stay as they are. */
function marked(date: string, approximate: boolean, uncertain: boolean): string {
  if (date === "" || date === "..") return date;
  const mark = /[~?%]$/.exec(date)?.[0] ?? "";
  const about = approximate || mark === "~" || mark === "%";
  const doubt = uncertain || mark === "?" || mark === "%";
  return date.replace(/[~?%]$/, "") + (about && doubt ? "%" : about ? "~" : doubt ? "?" : "");
}

/** The same span, doubted. A decade cannot carry a mark in the profile, so it becomes an interval of years. */
export function doubted(span: Span, approximate: boolean, uncertain: boolean): Span {
  if (!approximate && !uncertain) return span;
  const mark = (date: string | null) => date && marked(date, approximate, uncertain);
  const [start, end] = [mark(span.start), mark(span.end)];
  const text = span.text?.includes("X")
    ? `${start}/${end}`
    : (span.text
        ?.split("/")
        .map((date) => marked(date, approximate, uncertain))
        .join("/") ?? null);
  return { ...span, text, start, end };
}

/** Each thing `a` can mean with each thing `b` can mean. */
export function combined(a: Read, b: Read, combine: (a: Span, b: Span) => Span): Read {
  if (!a.ok) return a;
  if (!b.ok) return b;
  const spans = a.spans.flatMap((x) => b.spans.map((y) => combine(x, y)));
  const inOrder = spans.filter(({ text }) => text === null || parseEdtf(text).ok);
  const [first, ...rest] = inOrder;
  return first ? read(first, ...rest) : { ok: false, reason: "end-before-start" };
}

export function mapped(from: Read, change: (span: Span) => Span): Read {
  if (!from.ok) return from;
  const [first, ...rest] = from.spans;
  return read(change(first), ...rest.map(change));
}

/** How much a refusal tells: of several ways to read the same words, the one that came furthest is reported. */
const TELLS: Record<DateRefusal["reason"], number> = {
  empty: 0,
  "not-understood": 1,
  "end-before-start": 2,
  "which-one": 3,
  "ambiguous-date": 3,
  "hour-twice": 3,
  "impossible-date": 4,
  "hour-missing": 5,
};

/** The first way of reading that succeeds, or the refusal that tells most. Later ways are not tried in vain. */
export function firstRead(ways: Iterable<() => Read>): Read {
  let best: DateRefusal = NOT_UNDERSTOOD;
  for (const way of ways) {
    const result = way();
    if (result.ok) return result;
    const tellsMore =
      TELLS[result.reason] > TELLS[best.reason] ||
      (result.reason === "not-understood" && result.missing !== null && TELLS[best.reason] === 1);
    if (tellsMore) best = result;
  }
  return best;
}
