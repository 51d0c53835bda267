/** What stands before and after a quotation: enough to know the place again, cut between words. */
import type { TextPosition, TextQuote } from "./quote.ts";

/** In UTF-16 code units. There is less than this only where the text ends. */
export const LEAST_CONTEXT = 32;
const MOST = 64;

/** The second half of a character, or marks of the one before it. */
const SECOND_HALF = /^[\p{M}\p{Cs}]+/u;
const FIRST_HALF = /\p{Cs}$/u;

function before(text: string, start: number): string {
  if (start <= MOST) return text.slice(0, start);
  const stretch = text.slice(start - MOST, start);
  // Between words where a space stands before: looked for from one character further out.
  const border = text.slice(start - MOST - 1, start - LEAST_CONTEXT).search(/\s\S/u);
  return border >= 0 ? stretch.slice(border) : stretch.replace(SECOND_HALF, "");
}

function behind(text: string, end: number): string {
  if (text.length - end <= MOST) return text.slice(end);
  const stretch = text.slice(end, end + MOST);
  for (let at = MOST; at >= LEAST_CONTEXT; at -= 1) {
    if (/\s/u.test(text.charAt(end + at)) && !/\s/u.test(text.charAt(end + at - 1)))
      return stretch.slice(0, at);
  }
  return stretch.replace(FIRST_HALF, "");
}

export const quoteContext = (
  text: string,
  { start, end }: TextPosition,
): Pick<TextQuote, "prefix" | "suffix"> => ({ prefix: before(text, start), suffix: behind(text, end) });
