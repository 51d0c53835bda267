/** Numbers that lead to a person, in a text in plain signs (message-mask-plain.ts), also where they touch others. */
import { birthSpans } from "./message-mask-birth.ts";
import { withDigitsForLetters } from "./message-mask-lookalike.ts";
import { personalNumberSpans } from "./message-mask-personal.ts";
import { CLOSE_PHONE, phoneSpans } from "./message-mask-phone.ts";
import { dividedSpans } from "./message-mask-run.ts";
import { saidPhoneSpans } from "./message-mask-said.ts";
import { type MaskedSpan, spansOf } from "./message-mask-span.ts";

export const numberSpans = (text: string): MaskedSpan[] => [
  ...personalNumberSpans(text),
  ...phoneSpans(text),
];

const inAnyWay = (text: string): MaskedSpan[] => [
  ...dividedSpans(text),
  ...birthSpans(text),
  ...saidPhoneSpans(text),
];

/** The same in unusual dress: with anything between their digits, letters for digits, said in words to be what they are. */
export const disguisedNumberSpans = (text: string): MaskedSpan[] => [
  ...inAnyWay(text),
  ...withDigitsForLetters(text).flatMap((figures) => [...numberSpans(figures), ...inAnyWay(figures)]),
];

/** The same where no space is left that could tell one number from the next. */
export const closeNumberSpans = (text: string): MaskedSpan[] => [
  ...numberSpans(text),
  ...spansOf(text, CLOSE_PHONE, "phone"),
];

const OF_A_NUMBER = /^[\d+()/ -]$/;
const DIGIT = /^\d$/;
const SPACE = /^\s$/;
/** So much may touch a number on either side: more than a row of cells holds. */
const LONGEST_TOUCHING = 256;

/**
 * A number that touches other digits, with all of these: where the one ends and the other begins cannot be told.
 *
 * @param sign - what stands at a place of the text, "" outside it
 */
export function withTouching(sign: (at: number) => string, { start, end, kind }: MaskedSpan): MaskedSpan {
  let [from, to] = [start, end];
  const touches = (at: number) => DIGIT.test(sign(at - 1)) && DIGIT.test(sign(at));
  if (touches(from)) while (from > start - LONGEST_TOUCHING && OF_A_NUMBER.test(sign(from - 1))) from -= 1;
  if (touches(to)) while (to < end + LONGEST_TOUCHING && OF_A_NUMBER.test(sign(to))) to += 1;
  while (SPACE.test(sign(from))) from += 1;
  while (SPACE.test(sign(to - 1))) to -= 1;
  return { start: from, end: to, kind };
}
