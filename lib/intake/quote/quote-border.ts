/**
 * Where a quotation may begin and end: between words, never within one. "Hudd" is not a quotation of "Huddinge", nor
 * "1" of "1,5", nor "5 %" of "−5 %". After the word boundaries of Unicode (UAX #29, WB5–WB13), which take
 * "Exempelby:s" and "4.500" for one word each.
 */
import type { Normalised } from "./quote.ts";
import { characterAt, characterBefore, isFigure, isLetter, isMark, isOfWord } from "./quote-character.ts";

/** Within a word when a letter stands on both sides. */
const BETWEEN_LETTERS = new Set(["'", ":"]);
/** Within a number when a figure stands on both sides. */
const BETWEEN_FIGURES = new Set([".", ",", ":", "'"]);

/** Whether a sign holds together what stands before and after it. */
const holds = (before: string, sign: string, after: string) =>
  (BETWEEN_LETTERS.has(sign) && isLetter(before) && isLetter(after)) ||
  (BETWEEN_FIGURES.has(sign) && isFigure(before) && isFigure(after));

/** What stands before a place of a number with spaces between its thousands, and behind it. */
const HIGHER = /(?<![\p{L}\p{N}.,:-])[1-9]\d{0,2}(?: \d{3})*$/u;
const LOWER = /^\d{3}(?: \d{3})*(?![\d:]|[.,]\d{4}|-\d)/u;
/** The longest number that is looked at, in characters. */
const NUMBER = 24;

/** Beside a space between the thousands of a number: "1 200" is one, and "200" is none of it. */
function inThousands(text: string, at: number): boolean {
  const space = text[at] === " " ? at : text[at - 1] === " " ? at - 1 : -1;
  if (space < 0) return false;
  const [before, behind] = [
    text.slice(Math.max(0, space - NUMBER), space),
    text.slice(space + 1, space + NUMBER),
  ];
  return LOWER.test(behind) && HIGHER.test(before);
}

/** Beside the hyphen of a word that is made of several: "våld" is none of "icke-våld". At the end of a line it may be another. */
const isHyphened = ({ text, breaks }: Normalised, at: number): boolean => {
  const hyphen = text[at] === "-" ? at : text[at - 1] === "-" ? at - 1 : -1;
  const [before, after] = [characterBefore(text, hyphen), characterAt(text, hyphen + 1)];
  return (
    hyphen > 0 &&
    !breaks.has(hyphen) &&
    isOfWord(before) &&
    isOfWord(after) &&
    !(isFigure(before) && isFigure(after))
  );
};

/** Within the division of a word at the end of a line: before its hyphen, behind it, or behind its line end. */
const divides = ({ breaks }: Normalised, at: number) =>
  breaks.get(at) === "joins" || breaks.get(at - 1) === "joins" || breaks.get(at - 2) === "joins";

/** @param at - a place in the normalised text */
export function isBorder(page: Normalised, at: number): boolean {
  const { text, starts, ends } = page;
  if (at <= 0 || at >= text.length) return true;
  // Half of what was one character: of a ligature, of an ellipsis, of a letter beyond the first 65,536.
  if ((starts[at] ?? 0) < (ends[at - 1] ?? 0)) return false;
  const [before, after] = [characterBefore(text, at), characterAt(text, at)];
  if (isMark(after) || (isOfWord(before) && isOfWord(after))) return false;
  if (holds(before, after, characterAt(text, at + after.length))) return false;
  if (holds(characterBefore(text, at - before.length), before, after)) return false;
  if (before === "-" && isFigure(after) && !isOfWord(characterBefore(text, at - 1))) return false;
  if (inThousands(text, at) || isHyphened(page, at)) return false;
  return !divides(page, at);
}
