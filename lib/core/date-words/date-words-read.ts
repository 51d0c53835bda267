/**
 * Reads what people write about when something happened, in Swedish or English, into EDTF: the opposite of
 * date-words.ts. Pure; nothing is guessed, and nothing becomes sharper than it was typed.
 */
import { parseEdtf } from "../edtf/edtf.ts";
import { dayIn, placeOf, SWEDEN } from "../zone.ts";
import { anchorsNamed } from "./date-words-anchors.ts";
import { oneDate } from "./date-words-one.ts";
import { filledFrom, slotsOf } from "./date-words-slots.ts";
import {
  combined,
  type DateAnchor,
  type DateNote,
  type DateRefusal,
  doubted,
  firstRead,
  IMPOSSIBLE,
  mapped,
  NOT_UNDERSTOOD,
  type Read,
  read,
  type Span,
  spanOf,
  undatedSpan,
} from "./date-words-span.ts";
import { normalised, rawText, saysUnknown, type Token, type TokenKind, tokens } from "./date-words-tokens.ts";

export type { DateAnchor, DateNote, DateRefusal } from "./date-words-span.ts";

export type DateRead =
  | { readonly ok: true; readonly edtf: string; readonly note: DateNote | null }
  | DateRefusal;

/** What the dates of a dispute are told by. */
export interface DateFrame {
  /** The zone whose days and hours they are. */
  readonly zone: string;
  /** "Efter mejlet". */
  readonly anchors: readonly DateAnchor[];
}

/** Of a date that belongs to no dispute. */
export const SWEDISH_FRAME: DateFrame = { zone: SWEDEN, anchors: [] };

interface Context extends DateFrame {
  /** YYYY-MM-DD in the zone: for "today", and as what an unknown date was not after. */
  readonly today: string;
}

/** No date is longer to write. Longer texts are refused before anything is looked for in them. */
const LONGEST = 200;

const isOneOf = (...kinds: readonly TokenKind[]) => {
  const known = new Set<TokenKind>(kinds);
  return (token: Token | undefined) => token !== undefined && known.has(token.is);
};
const isQualifier = isOneOf("approximate", "uncertain", "approximate and uncertain");
const isLead = isOneOf("approximate", "uncertain", "approximate and uncertain", "filler");
const isRelation = isOneOf("before", "after", "from", "between", "to");
const isUpTo = isOneOf("before", "to");
const isJoint = isOneOf("but", "and");

const interval = (start: string | null, end: string | null): string | null =>
  start === null && end === null ? null : `${start ?? ".."}/${end ?? ".."}`;

const upTo = (span: Span): Span => ({ ...span, text: interval(null, span.end), side: "before" });
const since = (span: Span): Span => ({ ...span, text: interval(span.start, null), side: "after" });
const reaching = (from: Span, to: Span): Span => ({
  text: interval(from.start, to.end),
  start: from.start,
  end: to.end,
  anchors: [...from.anchors, ...to.anchors],
  side: "between",
});

function oneOf(text: string, { today, zone }: Context): Read {
  const slots = slotsOf(tokens(text), today);
  return slots ? oneDate(slots, today, zone) : NOT_UNDERSTOOD;
}

/** From one date to another, each saying what the other leaves unsaid: "5–9 november 2019". */
function fromTo(from: string, to: string, context: Context): Read {
  const [a, b] = [slotsOf(tokens(from), context.today), slotsOf(tokens(to), context.today)];
  if (!a || !b) return NOT_UNDERSTOOD;
  const { today, zone } = context;
  const [start, end] = [oneDate(filledFrom(a, b), today, zone), oneDate(filledFrom(b, a), today, zone)];
  return combined(start, end, reaching);
}

/** Every place in a text where a dash or a slash may stand between two dates. */
function* dashes(text: string, context: Context): Generator<() => Read> {
  for (const { index } of text.matchAll(/[-–/]/g)) {
    yield () => fromTo(text.slice(0, index), text.slice(index + 1), context);
  }
}

/**
 * A date, or two with a dash between. A day that is understood but does not exist, or is two
 * days, is not taken apart in search of a better one.
 */
function span(text: string, context: Context): Read {
  const edtf = parseEdtf(text.toUpperCase());
  if (edtf.ok) return read(spanOf(edtf.value.text));
  const one = oneOf(text, context);
  if (one.ok || one.reason !== "not-understood") return one;
  return firstRead([() => one, ...dashes(text, context)]);
}

function anchorSpan(text: string, { anchors }: Context): Read {
  const [first, ...others] = anchorsNamed(text, anchors);
  if (!first) return NOT_UNDERSTOOD;
  if (others.length > 0) return { ok: false, reason: "which-one", candidates: [first, ...others] };
  return read(first.edtf === null ? undatedSpan(first.id) : spanOf(first.edtf, [first.id]));
}

/** What may stand behind "before" and "after": a date, or something of the dispute. */
const operand = (text: string, context: Context): Read =>
  firstRead([() => span(text, context), () => anchorSpan(text, context)]);

/** Every way to part the words at one that may stand between two dates. */
function* parted(
  words: readonly Token[],
  separates: (token: Token, next: Token | undefined) => boolean,
  context: Context,
): Generator<() => Read> {
  for (const [at, token] of words.entries()) {
    if (at === 0 || !separates(token, words[at + 1])) continue;
    const left = rawText(words.slice(0, at));
    const rest = words.slice(at + 1);
    const right = rawText(isJoint(token) && isUpTo(rest[0]) ? rest.slice(1) : rest);
    yield () =>
      firstRead([
        () => fromTo(left, right, context),
        () => combined(operand(left, context), operand(right, context), reaching),
      ]);
  }
}

/** "före …", "tidigast …", "mellan … och …": a word of relation, then one or two dates. */
function relation(word: Token, rest: readonly Token[], context: Context): Read {
  const text = rawText(rest);
  if (isUpTo(word)) return mapped(operand(text, context), upTo);
  const then = (token: Token, next: Token | undefined) => isUpTo(token) || (isJoint(token) && isUpTo(next));
  /** "från 2015–2019" and "mellan 2015–2019" have said both ends already. */
  const both = () => firstRead(dashes(text, context));
  if (word.is === "between") {
    const and = (token: Token) => token.is === "and" || token.is === "to";
    return firstRead([...parted(rest, and, context), both]);
  }
  const open = () => mapped(operand(text, context), since);
  return firstRead([...(word.is === "from" ? [both] : []), open, ...parted(rest, then, context)]);
}

function phrase(words: readonly Token[], context: Context): Read {
  const lead = words.findIndex((token) => !isLead(token));
  const [first, ...rest] = words.slice(Math.max(lead, 0));
  if (first && isRelation(first)) {
    const [approximate, uncertain] = (["approximate", "uncertain"] as const).map((mark) =>
      words.slice(0, lead).some((token) => isQualifier(token) && token.is.includes(mark)),
    );
    return mapped(relation(first, rest, context), (span) =>
      doubted(span, approximate === true, uncertain === true),
    );
  }
  const [last] = words.slice(-1);
  const all = rawText(words);
  const before = rawText(words.slice(0, -1));
  if (last?.is === "at the latest") return mapped(operand(before, context), upTo);
  if (last?.is === "at the earliest") return mapped(operand(before, context), since);
  return firstRead([
    () => span(all, context),
    ...parted(words, (token) => token.is === "to", { ...context, anchors: [] }),
  ]);
}

/** The record keeps an unknown date as an interval from an unknown start to the day it was written down. */
const unknown = (today: string) => `/${today}`;

function noteOn({ start, end, anchors, side }: Span, edtf: string): DateNote | null {
  if (anchors.length > 0 && side) {
    const dated = (side === "before" || start !== null) && (side === "after" || end !== null);
    return { about: "anchor", ids: anchors, side, dated };
  }
  const winter = /(?:^|\/)(\d{4})-24/.exec(edtf);
  return winter ? { about: "winter", year: Number(winter[1]) } : null;
}

/**
 * Reads a date as a journalist types it.
 *
 * "Before X" and "no later than X" both become `../X`, "after X" and "since X" both `X/..`: EDTF has no strictly
 * before, and a neighbouring day would be one that nobody named. A part of a month is a third of it, its inner days
 * approximate: `2019-11-21~/2019-11-30`. A time of day is that of the zone unless it says UTC, with seconds `:00`.
 * An event's date gives the bound on its own side: after one of `2019-11` is `2019-11/..`, before it `../2019-11`.
 *
 * @param now - what "today" is reckoned from
 * @returns EDTF of the profile in edtf.ts, and what should be said about how it was understood; or why it was not
 */
export function readDate(text: string, { zone, anchors }: DateFrame, now: Date): DateRead {
  const trimmed = text.trim();
  if (trimmed === "") return { ok: false, reason: "empty" };
  if (trimmed.length > LONGEST * 5) return NOT_UNDERSTOOD;
  const typed = parseEdtf(trimmed.toUpperCase());
  if (!typed.ok && typed.reason === "ends-before-it-starts") return { ok: false, reason: "end-before-start" };
  const place = zone === SWEDEN ? "" : normalised(placeOf(zone));
  const plain = place === "" ? normalised(trimmed) : normalised(trimmed).replaceAll(` ${place}`, "");
  if (plain.length > LONGEST) return NOT_UNDERSTOOD;
  const today = dayIn(now.getTime(), zone);
  if (saysUnknown(plain)) return { ok: true, edtf: unknown(today), note: { about: "unknown" } };

  const words = tokens(plain);
  const dated = words[0]?.is === "undated" ? words.slice(1) : words;
  const found = typed.ok ? read(spanOf(typed.value.text)) : phrase(dated, { today, zone, anchors });
  if (!found.ok) return found;
  const [first, ...others] = found.spans;
  const readings = found.spans.map((span) => span.text ?? unknown(today));
  // A winter or a week at the end of the year 9999 runs out of the profile.
  if (!readings.every((reading) => parseEdtf(reading).ok)) return IMPOSSIBLE;
  if (others.length > 0) {
    const shown = new Set(readings.map((reading) => reading.replaceAll(/[+-]\d\d:\d\d/g, "")));
    return { ok: false, reason: shown.size === 1 ? "hour-twice" : "ambiguous-date", readings };
  }
  const edtf = first.text ?? unknown(today);
  return { ok: true, edtf, note: noteOn(first, edtf) };
}
