/** Passages in the text of a copy's page: where they begin and end, and how much around them anybody may see. */
import { INVISIBLE } from "../../core/language/invisible.ts";
import { normalise, originalPosition, type TextPosition } from "../../intake/quote/quote.ts";
import { isBorder } from "../../intake/quote/quote-border.ts";
import { clearOf } from "../../intake/quote/quote-find.ts";

/** What may stand between the letters of a copy, and may not in a text of the record. */
const UNSEEN = new RegExp(`\u00ad|${INVISIBLE.source}`, "gv");

/** No word reaches further out of a selection than this, in UTF-16 units. */
const WORD = 200;

/**
 * A selection as a passage that can be quoted: without space at its ends, and with the whole of the words it cuts. A hand
 * is rarely so exact as a quotation has to be (lib/intake/quote/quote-border.ts).
 *
 * @returns null when there are no words in it
 */
export function wholeWords(text: string, { start, end }: TextPosition): TextPosition | null {
  const first = Math.max(0, start - WORD);
  const page = normalise(text.slice(first, Math.min(text.length, end + WORD)));
  let from = page.ends.findIndex((after) => after + first > start);
  let to = page.starts.findLastIndex((before) => before + first < end) + 1;
  while (from >= 0 && from < to && page.text.charAt(from) === " ") from += 1;
  while (from < to && page.text.charAt(to - 1) === " ") to -= 1;
  if (from < 0 || !/[\p{L}\p{N}]/u.test(page.text.slice(from, to))) return null;
  while (!isBorder(page, from)) from -= 1;
  while (!isBorder(page, to)) to += 1;
  const place = originalPosition(page, from, to);
  return { start: place.start + first, end: place.end + first };
}

/**
 * The words of a passage as somebody would write them: on one line, without the hyphens that only divide a word at a
 * line's end, and without what cannot be seen.
 */
export function writtenOut(text: string, { start, end }: TextPosition): string {
  const passage = text.slice(start, end);
  const { breaks, starts, ends } = normalise(passage);
  const parts: string[] = [];
  let from = 0;
  for (const [hyphen, kind] of breaks) {
    if (kind !== "joins") continue;
    parts.push(passage.slice(from, starts[hyphen]));
    from = ends[hyphen + 1] ?? from;
  }
  return [...parts, passage.slice(from)].join("").replaceAll(/\s+/gu, " ").replaceAll(UNSEEN, "").trim();
}

/** How much of a copy the public sees on each side of a quotation, in UTF-16 units: 300 around it. */
export const AROUND = 150;

/** A quotation with what stands around it. */
export interface Excerpt {
  readonly before: string;
  /** With "[…]" where it leaves something out. */
  readonly words: string;
  readonly after: string;
  /** Whether the page goes on before it, and after. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

/** How a quotation says that something is left out. */
const LEFT_OUT = "[…]";

/**
 * A quotation in its context, which is cut between words: a word that would be cut is left out whole. What the quotation
 * leaves out stays out, and no context shows what any of them does.
 *
 * @param parts - what is quoted between its two ends (`quotedParts`)
 * @param gaps - what the quotations of the page leave out
 */
export function excerptOf(
  text: string,
  { start, end }: TextPosition,
  parts: readonly TextPosition[] = [{ start, end }],
  gaps: readonly TextPosition[] = [],
): Excerpt {
  const clear = clearOf(gaps, { start, end });
  const [from, to] = [Math.max(start - AROUND, clear.start), Math.min(end + AROUND, clear.end)];
  const near = text.slice(Math.max(0, from), start);
  const behind = text.slice(end, to);
  const cut = { before: from > 0, after: text.length > to };
  const isBetween = {
    before: from === clear.start || /\s/u.test(text.charAt(from - 1)),
    after: to === clear.end || /\s/u.test(text.charAt(to)),
  };
  const words = parts.map((part) => text.slice(part.start, part.end));
  return {
    before: cut.before && !isBetween.before ? near.replace(/^\S*/u, "") : near,
    words: words.length === 0 ? LEFT_OUT : words.join(` ${LEFT_OUT} `),
    after: cut.after && !isBetween.after ? behind.replace(/\S*$/u, "") : behind,
    cut,
  };
}

/** A stretch of a page, and the passages that it belongs to. */
export interface TextSegment {
  readonly text: string;
  readonly start: number;
  readonly passages: readonly string[];
  /** Those that begin with it. */
  readonly begins: readonly string[];
}

/** A page cut where passages begin and end; they may overlap. Together the segments are the page, letter for letter. */
export function segmentsOf(
  text: string,
  passages: readonly (TextPosition & { readonly id: string })[],
): TextSegment[] {
  const inside = passages.filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])];
  cuts.sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => ({
    text: text.slice(start, cuts[index + 1]),
    start,
    passages: inside.filter((one) => one.start <= start && start < one.end).map(({ id }) => id),
    begins: inside.filter((one) => one.start === start).map(({ id }) => id),
  }));
}

/**
 * A text as a page of HTML can carry it without a character more or less: a browser makes one of CR LF, and positions
 * count them both.
 */
export const asCarried = (text: string): string => text.replaceAll("\r\n", " \n").replaceAll("\r", "\n");
