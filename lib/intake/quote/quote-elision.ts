/** Quotations that say where they leave something out: "De flyttade […] till Exempelby." */
import { type Normalised, normalise, normalisedQuote, originalPosition } from "./quote.ts";
import { hasWord } from "./quote-character.ts";

/** […], (…), /…/, or alone between spaces; three hyphens too, as in Swedish statutes. In normalised text. */
const LEFT_OUT = / ?(?:\[ ?\.\.\. ?\]|\( ?\.\.\. ?\)|\/ ?\.\.\. ?\/|(?<=^| )(?:\.\.\.|- ?- ?-)(?= |$)) ?/g;

/** More than this is no longer a quotation but a selection. */
const MOST_PIECES = 8;
/** How much may be left out in all, in characters: a reader must be able to see the whole at a glance. */
export const MOST_LEFT_OUT = 1000;

/** Whether a quotation says of something that it was left out. */
export const leavesOut = (quote: string): boolean => normalise(quote).text.search(LEFT_OUT) >= 0;

/** The pieces of a quotation with something left out; none when it says of nothing that it was. */
export function piecesOf(quote: string, { text, starts, ends }: Normalised): readonly Normalised[] {
  const gaps = [...text.matchAll(LEFT_OUT)].map(({ index, 0: gap }) => [index, index + gap.length] as const);
  if (gaps.length === 0) return [];
  const begins = [0, ...gaps.map(([, end]) => end)];
  const pieces = begins.flatMap((start, n) => {
    const end = gaps[n]?.[0] ?? text.length;
    if (end <= start || !hasWord(text.slice(start, end))) return [];
    // Cut from the quotation itself, since the normalised text no longer knows where its lines ended.
    const inner = originalPosition({ starts, ends }, start, end);
    return [normalisedQuote(quote.slice(inner.start, inner.end))];
  });
  return pieces.length > MOST_PIECES ? [] : pieces;
}
